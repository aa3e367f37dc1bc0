"""Access lists and prefix lists at their edges; `tests/transcripts/network/filters.md` has their output."""

from __future__ import annotations

import pytest

from iossim import Router


def _show(text: str, line: str) -> str:
    return Router.from_text(f"{text}\nend\n").session().execute(line)


def test_hosts_stand_first_in_a_standard_list() -> None:
    lists = "access-list 7 permit 10.1.0.0 0.0.255.255\naccess-list 7 deny host 10.2.0.1\naccess-list 7 permit any"
    assert _show(lists, "show access-lists").split("\n")[1:4] == [
        "    20 deny   10.2.0.1",
        "    10 permit 10.1.0.0, wildcard bits 0.0.255.255",
        "    30 permit any",
    ]


def test_numbers_before_names_and_standard_before_extended() -> None:
    lists = "\n".join(
        [
            "access-list 101 permit ip any any",
            "ip access-list standard ALPHA",
            " permit any",
            "ip access-list extended BETA",
            " permit ip any any",
            "access-list 99 permit any",
            "access-list 5 permit any",
        ]
    )
    heads = [row.rsplit(" ", 1)[1] for row in _show(lists, "show access-lists").split("\n") if "list" in row]
    assert heads == ["5", "99", "ALPHA", "101", "BETA"]


@pytest.mark.parametrize("what", ["access-lists", "ip access-lists", "ip prefix-list", "object-group", "route-map"])
def test_nothing_is_shown_where_nothing_is_set(what: str) -> None:
    assert _show("hostname Bare", f"show {what}") == ""


def test_an_empty_list_has_its_head_only() -> None:
    assert _show("ip access-list extended EMPTY", "show access-lists EMPTY") == "Extended IP access list EMPTY\n"
    assert _show("ip access-list extended EMPTY", "show access-lists FULL") == ""
