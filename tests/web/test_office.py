"""The drawing of the office, and the lines that clicks type."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from iossim import Router
from iossim.web import clicks
from iossim.web.office import draw
from iossim.web.typing import typed
from iossim.web.visitors import Visitor
from tests.web.support import office

OWNER = Visitor("web", 15)


def phones(router: Router, **arguments: int) -> dict[str, ElementTree.Element]:
    """The drawn phones by their key."""
    return {g.get("data-phone", ""): g for g in ElementTree.fromstring(draw(router, **arguments)).iter("g")}


def lamps(phone: ElementTree.Element) -> list[str]:
    """The states of the lamps of a phone."""
    return [rect.get("class", "").removeprefix("lamp ") for rect in phone.iter("rect") if rect.get("class") != "body"]


def test_the_lamps_follow_the_lines() -> None:
    router = office()
    assert {key: lamps(phone) for key, phone in phones(router).items()} == {
        "ephone 1": ["idle", "idle"],
        "ephone 2": ["idle"],
        "ephone 3": [],
        "pool 1": ["idle"],
    }
    router.phones.register(1)
    router.phones.register_pool(1)
    router.phones.set_line(2, "ringing")
    router.phones.set_sip_line(1, "hold")
    drawn = phones(router)
    assert (lamps(drawn["ephone 1"]), lamps(drawn["ephone 2"]), lamps(drawn["pool 1"])) == (["up", "ringing"], ["idle"], ["hold"])
    assert "registered" in drawn["ephone 1"].get("class", "").split()


def test_markup_of_a_description_is_text() -> None:
    drawing = draw(office())
    assert "<script" not in drawing
    assert "&lt;script&gt;alert(1)" in drawing


def test_pages_of_phones() -> None:
    router = office()
    assert list(phones(router, first=1, most=2)) == ["ephone 2", "ephone 3"]
    assert "No phone" in draw(router, first=9)
    assert "No phone" in draw(Router())


@pytest.mark.parametrize("action", clicks.PHONE)
@pytest.mark.parametrize("phone", ["ephone 1", "pool 1"])
def test_every_button_of_a_phone_is_a_line_that_the_router_takes(phone: str, action: str) -> None:
    router = office()
    line = clicks.phone_line(phone, action)
    if (phone, action) == ("pool 1", "decease"):
        assert line == ""
        return
    typed(router, OWNER, "", clicks.phone_line(phone, "register"))
    result = typed(router, OWNER, "", line)
    assert result.accepted, str(result)
    device = router.phones.get(1) if phone == "ephone 1" else router.phones.pool(1)
    assert device is not None
    assert device.registered is (action not in ("unregister", "decease"))
    assert device.dnd is (action == "dnd")


@pytest.mark.parametrize("state", clicks.LINE)
@pytest.mark.parametrize("line", ["dn 1", "sip-dn 1"])
def test_every_button_of_a_line_is_a_line_that_the_router_takes(line: str, state: str) -> None:
    router = office()
    router.phones.register(1)
    router.phones.register_pool(1)
    result = typed(router, OWNER, "", clicks.line_line(line, state, " 5 55 "))
    assert result.accepted, str(result)
    extension = router.phones.extension(1) if line == "dn 1" else router.phones.sip_extension(1)
    assert extension is not None
    assert extension.state == state
    assert state == "idle" or extension.channels[1].peer == "555"


def test_a_far_end_cannot_add_a_line() -> None:
    assert clicks.line_line("dn 1", "ringing", "5\nreload") == "simulate ephone-dn 1 ringing 5reload"
