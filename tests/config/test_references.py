"""Definitions and references, read from the grammars for all commands at once."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from iossim.config.references import defined, definition, names, references
from iossim.language import Language, language
from tests.config.support import Typist

TEXT = "dn 1\ndn 2\ndn 3\nphone 1\nbutton 1:1 2o2,3 3x1\nroute 10.0.0.0 192.0.2.1 dn 9"


def test_the_commands_that_define_things_of_a_kind(trees: Language) -> None:
    assert trees.definers("dn") == [("global", "dn", "tag", True)]
    assert trees.definers("nothing") == []


def test_a_thing_is_defined_while_its_command_is_there(typist: Typist) -> None:
    configuration = typist.types(TEXT).configuration
    assert defined(configuration, "dn", "2")
    assert definition(configuration, "dn", "2") == (configuration.root, ("dn", "2"))
    assert list(names(configuration, "dn")) == ["1", "2", "3"]
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


def test_every_kind_that_the_real_grammars_refer_to_is_defined_somewhere() -> None:
    rules = [rule for mode in language().modes() for rule in mode.commands]
    kinds = {kind for rule in rules for kind, *_ in (*rule.refers, *rule.demands)}
    assert {"ephone-dn", "ephone-template", "lpcor"} <= kinds
    assert {kind for kind in kinds if not language().definers(kind)} == set()


@pytest.mark.parametrize(
    ("definition_", "kind", "name"),
    [
        ("voice lpcor custom\ngroup 1 LOCAL", "lpcor", "LOCAL"),
        ("voice service voip\nvpn-group 2", "vpn-group", "2"),
        ("voice service voip\nvpn-profile 3", "vpn-profile", "3"),
    ],
)
def test_a_definition_may_stand_in_a_section(definition_: str, kind: str, name: str) -> None:
    configuration = Typist(language()).types(definition_).configuration
    assert defined(configuration, kind, name)
    assert not defined(configuration, kind, "9")
    assert list(names(configuration, kind)) == [name]


def _language(folder: Path, word: str) -> Language:
    """A language in which one command defines a thing."""
    folder.mkdir(parents=True, exist_ok=True)
    rules = f"//@ prompt (config)#\nmode_global: {word}\n//@ key TAG; defines thing TAG\n//? {word}  Thing\n//? TAG  Tag\n"
    (folder / "global.lark").write_text(rules + f'{word}: "{word}" TAG\nTAG: "<1-9>"\n', encoding="utf-8")
    return Language(folder)


def test_a_language_is_never_taken_for_one_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for count in range(4):
        word = ("alpha", "beta")[count % 2]
        configuration = Typist(_language(tmp_path / word, word)).types(f"{word} 3").configuration
        assert [definer.name for definer in configuration.language.definers("thing")] == [word]
        assert defined(configuration, "thing", "3")
        assert not defined(configuration, "thing", "4")
        del configuration
        gc.collect()
