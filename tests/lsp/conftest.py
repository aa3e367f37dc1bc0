"""The tests of the language server run where pytest-lsp is installed: extra `lsp-test`."""

from importlib.util import find_spec
from pathlib import Path

import pytest

collect_ignore = [] if find_spec("pytest_lsp") else [file.name for file in Path(__file__).parent.glob("test_*.py")]
_FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _FOLDER in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore"))
