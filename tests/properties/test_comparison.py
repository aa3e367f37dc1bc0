"""Properties of `iossim diff`: its lines, typed into a router that runs one configuration, give the other one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from passlib.hash import cisco_type7

from iossim import Router
from iossim.config import Section
from iossim.config.section import printed_place
from iossim.language import Command, Identity
from iossim.router import RouterCore, protect, secrets
from iossim.session import Session
from iossim.validate.comparison import compare
from tests.properties.strategies import configuration
from tests.support import examples

#: Lines that no router lets go: the serial number, and the version of the text.
LASTING = ("no license udi ", "no version ")


@pytest.fixture(autouse=True, scope="module")
def _same_salts() -> Iterator[None]:
    """Secrets are hashed and hidden with random salts; here with the same, so that two routers may be compared."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "_salt", "salt".ljust)
        patch.setattr(protect, "hide_type7", cisco_type7.using(salt=7).hash)
        yield


def _printed(lines: list[str]) -> str:
    """The running-config of a router after lines were typed; those that it refuses are left out."""
    router = Router()
    session = router.session()
    session.execute("configure terminal")
    for line in lines:
        for part in line.split("\n"):
            session.run(part)
    return router.running_config


def _lines(section: Section, indent: str = "") -> Iterator[str]:
    """The lines of a section in printed order; lines that are printed in order of entry are sorted where their order means nothing.

    `diff` adds a line of such a list at its end (2026-11-29: `aaa accounting exec 00` before `exec 0`, which is there already).
    """
    for identity, command in sorted(section.entries.items(), key=_place):
        yield indent + command.text
        if identity in section.sections:
            yield from _lines(section.sections[identity], f"{indent} ")


def _place(item: tuple[Identity, Command]) -> tuple[object, Identity]:
    identity, command = item
    return printed_place(item), () if command.form.rule.ordered or command.form.rule.sequenced else identity


@settings(max_examples=examples(60))
@given(configuration(), configuration())
@example(["aaa accounting exec 0", "license udi pid 0 sn 0"], ["media service"])
def test_the_lines_of_diff_lead_from_one_configuration_to_the_other(one: list[str], other: list[str]) -> None:
    old, new = _printed(one), _printed([*one[: len(one) // 2], *other])
    comparison = compare(old, new)
    assert [line for line in comparison.left if not line.startswith(LASTING)] == []
    if comparison.left:
        return
    router, wanted = RouterCore(text=old), RouterCore(text=new)
    session = Session(router, 15)
    session.execute("configure terminal")
    for line in comparison.lines:
        session.run(line)
    assert list(_lines(router.config.root)) == list(_lines(wanted.config.root))
