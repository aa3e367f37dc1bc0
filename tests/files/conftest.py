"""The small language of the config tree."""

from tests.config.conftest import trees

__all__ = ["trees"]
