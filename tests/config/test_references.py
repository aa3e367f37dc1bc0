"""Definitions and references, read from the grammars for all commands at once."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from iossim.config.references import defined, definers, definition, references
from iossim.language import Language, language
from tests.config.support import Typist

TEXT = "dn 1\ndn 2\ndn 3\nphone 1\nbutton 1:1 2o2,3 3x1\nroute 10.0.0.0 192.0.2.1 dn 9"


def test_what_defines_is_found_by_kind(trees: Language) -> None:
    assert definers(trees) == {"dn": ["dn"]}


def test_a_thing_is_defined_while_its_command_is_there(typist: Typist) -> None:
    configuration = typist.types(TEXT).configuration
    assert defined(configuration, "dn", "2")
    assert definition(configuration, "dn", "2") == ("dn", "2")
    assert not defined(configuration, "dn", "4")
    assert not defined(configuration, "phone", "1")
    typist.types("no dn 2")
    assert not defined(configuration, "dn", "2")


def test_references_are_found_word_by_word(typist: Typist) -> None:
    configuration = typist.types(TEXT).configuration
    phone = configuration.section("phone", 1)
    assert phone is not None
    found = [(identity, kind, index, tag) for identity, _, kind, index, tag in references(phone)]
    assert found == [(("button", "1"), "dn", 1, "1"), (("button", "2"), "dn", 1, "2"), (("button", "2"), "dn", 1, "3")]
    root = [(kind, index, tag) for _, _, kind, index, tag in references(configuration.root)]
    assert root == [("dn", 4, "9")]
    assert list(references(phone, {"other"})) == []


def test_the_kinds_that_the_real_grammars_refer_to_are_defined_somewhere() -> None:
    known = definers(language())
    assert {"ephone-dn", "ephone-template"} <= known.keys()


def _language(folder: Path, word: str) -> Language:
    """A language in which one command defines a thing."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = f"//@ prompt (config)#\nmode_global: {word}\n//@ key TAG; defines thing TAG\n//? {word}  Thing\n//? TAG  Tag\n"
    (folder / "global.lark").write_text(rules + f'{word}: "{word}" TAG\nTAG: "<1-9>"\n', encoding="utf-8")
    return Language(folder)


def test_a_language_is_never_taken_for_one_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for count in range(24):
        word = ("alpha", "beta")[count % 2]
        configuration = Typist(_language(tmp_path / word, word)).types(f"{word} 3").configuration
        assert definers(configuration.language) == {"thing": [word]}
        assert defined(configuration, "thing", "3")
        assert not defined(configuration, "thing", "4")
        del configuration
        gc.collect()
