"""The small language of the config tree, built once, and a typist for it."""

from __future__ import annotations

import pytest

from iossim.language import Language
from tests.config.support import Typist, tree_language


@pytest.fixture(scope="session")
def trees(tmp_path_factory: pytest.TempPathFactory) -> Language:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        language = tree_language(tmp_path_factory.mktemp("grammars"))
        for mode in language.modes():
            mode.root.children()
    return language


@pytest.fixture
def typist(trees: Language) -> Typist:
    return Typist(trees)
