"""The small language, read once."""

from __future__ import annotations

import pytest

from iossim.language import Language
from tests.small_language import small_language


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Language:
    language = small_language(tmp_path_factory.mktemp("grammars"))
    for mode in language.modes():
        mode.root.children()
    return language
