"""Feature access codes by the command reference (`fac`, `show telephony-service fac`) and the documented ISgetGlobal."""

from __future__ import annotations

from iossim.router.facts import fac


def test_the_standard_codes() -> None:
    codes = fac.in_force(True, [])
    assert len(codes) == 16
    assert list(codes.items())[:2] == [("callfwd all", "**1"), ("callfwd cancel", "**2")]
    assert list(codes.items())[-1] == ("cancel call waiting", "*1")


def test_custom_codes_alone_are_in_the_same_order() -> None:
    # A page of the administrator guide lists `dnd *54`, then `ephone-hunt hlog-phone *5432`.
    custom = [("ephone-hunt hlog-phone", "*5432"), ("dnd", "*54")]
    assert list(fac.in_force(False, custom).items()) == [("dnd", "*54"), ("ephone-hunt hlog-phone", "*5432")]


def test_the_keyword_ccw_has_the_name_of_the_list() -> None:
    assert fac.in_force(False, [("ccw", "*55")]) == {"cancel call waiting": "*55"}
    assert fac.in_force(True, [("ccw", "*55")])["cancel call waiting"] == "*55"


def test_without_a_code_there_is_nothing() -> None:
    assert fac.in_force(False, []) == {}
