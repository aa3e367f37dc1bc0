"""The small language, built once, and a typist for its configurations."""

from __future__ import annotations

import pytest

from iossim.language import Language
from tests.config.support import Typist
from tests.small_language import small_language


@pytest.fixture(scope="session")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Language:
    return small_language(tmp_path_factory.mktemp("grammars"))


@pytest.fixture
def typist(trees: Language) -> Typist:
    return Typist(trees)
