"""Groups of time slots of a controller, and the classes of addresses: neighbours of what the transcripts show."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config.channels import has_group
from iossim.config.ipv4 import class_length, number

CONTROLLER = "controller E1 0/0/0\n pri-group timeslots 1-31\n"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (CONTROLLER, "Serial0/0/0:15", True),
        (CONTROLLER, "0/0/0:15", True),
        (CONTROLLER, "Serial0/0/0:14", False),
        (CONTROLLER, "Serial0/0/0", None),
        (CONTROLLER, "Serial0/1/0:15", None),
        ("controller E1 0/0/0\n no pri-group timeslots 1-31\n", "Serial0/0/0:15", False),
        ("controller VDSL 0/0/0\n", "Serial0/0/0:15", False),
    ],
)
def test_a_controller_has_the_group_of_a_name(text: str, name: str, expected: bool | None) -> None:
    assert has_group(Router.from_text(text).config.root, name) is expected


def test_a_new_group_leaves_its_interface_as_it_is() -> None:
    router = Router.from_text("interface Serial0/0/0:15\n description Exchange\ncontroller E1 0/0/0\n framing crc4\n")
    session = router.session()
    for line in ("configure terminal", "controller E1 0/0/0", "pri-group timeslots 1-31"):
        session.run(line)
    assert "interface Serial0/0/0:15\n description Exchange\n" in router.running_config


def test_a_t1_inside_of_a_t3_makes_no_interface() -> None:
    session = Router().session()
    for line in ("configure terminal", "controller T1 1/0:1", "pri-group timeslots 1-24"):
        assert session.run(line).accepted, line
    assert "interface Serial1/0:1" not in session.execute("do show running-config")


def test_the_exchange_of_basic_rate_lines_is_not_that_of_a_group() -> None:
    router = Router.from_text("isdn switch-type basic-net3\ncontroller E1 0/0/0\n framing crc4\n")
    session = router.session()
    for line in ("configure terminal", "controller E1 0/0/0", "pri-group timeslots 1-31"):
        session.run(line)
    lines = router.running_config.split("\n")
    assert "interface Serial0/0/0:15" in lines
    assert " isdn switch-type basic-net3" not in lines


@pytest.mark.parametrize(
    ("address", "length"),
    [("127.255.255.255", 8), ("128.0.0.0", 16), ("191.255.255.255", 16), ("192.0.0.0", 24), ("224.0.0.0", 24)],
)
def test_the_length_of_a_class(address: str, length: int) -> None:
    assert class_length(number(address)) == length


def test_a_network_without_wildcard_bits_stands_by_the_last_address_of_its_class() -> None:
    printed = Router.from_text("router eigrp 1\n network 10.0.0.0\n network 10.1.1.0 0.0.0.255\n").running_config
    assert printed.index(" network 10.1.1.0 0.0.0.255") < printed.index(" network 10.0.0.0\n")
