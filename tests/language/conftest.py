"""The small language, built once, its tables kept out of the user's cache folder."""

from __future__ import annotations

import pytest

from iossim.language import Language
from tests.language.support import small_language


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Language:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        language = small_language(tmp_path_factory.mktemp("grammars"))
        for mode in language.modes():
            mode.root.children()
    return language
