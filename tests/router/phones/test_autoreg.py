"""SIP phones that nobody configured: `auto-register`."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router.phones.autoreg import PoolAutoRegistration
from tests.router.support import configure

_SETTINGS = (
    "voice register global",
    "auto-register",
    "password s3cret",
    "auto-assign 2001 to 2004",
    "template 2",
)


@pytest.fixture
def router() -> Router:
    router = Router.from_text(
        "telephony-service\n max-dn 5\nephone-dn 1\n number 2003\n"
        "voice register global\n mode cme\n source-address 10.0.0.1 port 5060\n max-dn 5\n max-pool 4\n"
        "voice register template 2\n conference admin\n"
        "voice register dn 1\n number 2001\nvoice register dn 3\n number 2002\n"
        "voice register pool 1\n id mac 0022.0000.0001\n number 1 dn 1\n"
    )
    configure(router, *_SETTINGS)
    return router


def _mac(number: int) -> str:
    return f"0033.0000.{number:04}"


def test_it_becomes_the_next_pool_with_the_next_number(router: Router) -> None:
    device = router.phones.register_pool_mac(_mac(1), "10.0.0.31", "7841")
    assert device is not None
    assert (device.tag, device.registered, device.reported, device.address) == ("2", True, "7841", "10.0.0.31")
    assert (
        "voice register pool  2\n id mac 0033.0000.0001\n type 7841\n number 1 dn 3\n template 2\n username 2002 password s3cret\n"
        in "".join(line + "\n" for line in router.running_config.split("\n") if line)
    )


def test_a_number_that_has_no_directory_number_gets_one(router: Router) -> None:
    devices = [router.phones.register_pool_mac(_mac(number)) for number in (1, 2)]
    assert [device.tag for device in devices if device is not None] == ["2", "3"]
    assert "voice register dn  2\n number 2004\n" in router.running_config, "2003 is that of an ephone-dn"
    line = router.phones.sip_extension(2)
    assert line is not None
    assert line.up


def test_the_end_of_the_range(router: Router) -> None:
    assert [router.phones.register_pool_mac(_mac(number)) is not None for number in (1, 2, 3)] == [True, True, False]
    assert [(each.mac, each.reason) for each in router.phones.sip_attempts] == [
        (_mac(3), "No pool match for the registration request")
    ]
    assert router.config.section("voice_register_pool", 4) is None


def test_the_second_time_it_is_the_same_phone(router: Router) -> None:
    first, second = (router.phones.register_pool_mac(_mac(1)) for _ in range(2))
    assert first is second


@pytest.mark.parametrize(
    "line",
    ["no service-enable", "no auto-assign", "no password"],
)
def test_it_takes_the_service_a_password_and_a_range(router: Router, line: str) -> None:
    configure(router, *_SETTINGS[:2], line)
    before = router.running_config
    assert router.phones.register_pool_mac(_mac(1)) is None
    assert router.running_config == before


@pytest.mark.parametrize("line", ["no auto-register", "no mode"])
def test_it_takes_auto_register_and_a_mode(router: Router, line: str) -> None:
    configure(router, "voice register global", line)
    assert router.phones.register_pool_mac(_mac(1)) is None


@pytest.mark.parametrize("line", ["max-pool 1", "max-dn 3"])
def test_it_takes_room(router: Router, line: str) -> None:
    configure(router, "voice register global", line)
    granted = [router.phones.register_pool_mac(_mac(number)) is not None for number in (1, 2)]
    assert granted == ([False, False] if line == "max-pool 1" else [True, True]), line


def test_no_directory_number_is_free(router: Router) -> None:
    configure(router, "voice register dn 2", "number 9002")
    configure(router, "voice register global", "max-dn 3")
    assert [router.phones.register_pool_mac(_mac(number)) is not None for number in (1, 2)] == [True, False]


def test_what_is_configured_meanwhile_is_not_given_away(router: Router) -> None:
    assert router.phones.register_pool_mac(_mac(1)) is not None
    configure(router, "voice register pool 3", f"id mac {_mac(9)}", "number 1 dn 2")
    configure(router, "voice register dn 2", "number 2004")
    assert router.phones.register_pool_mac(_mac(2)) is None


def test_the_mac_address_of_an_ephone_is_refused(router: Router) -> None:
    configure(router, "telephony-service", "max-ephones 3")
    configure(router, "ephone 1", f"mac-address {_mac(1)}")
    assert router.phones.register_pool_mac(_mac(1)) is None


def test_the_password_stays_out_of_the_log(router: Router) -> None:
    router.debugging.turn_on("all")
    assert router.phones.register_pool_mac(_mac(1)) is not None
    assert not any("s3cret" in line for line in router.log.buffer)


def test_what_is_free_is_learned_again_only_after_a_change_that_matters(router: Router, monkeypatch: pytest.MonkeyPatch) -> None:
    learned: list[int] = []
    real = PoolAutoRegistration._learn

    def counted(self: PoolAutoRegistration) -> None:
        learned.append(1)
        real(self)

    monkeypatch.setattr(PoolAutoRegistration, "_learn", counted)
    assert router.phones.register_pool_mac(_mac(1)) is not None
    configure(router, "hostname b", "ephone-dn 1", "name Ann", "voice register pool 1", "description Desk")
    assert router.phones.register_pool_mac(_mac(2)) is not None
    assert len(learned) == 1
    configure(router, "voice register pool 1", "no number 1", "no voice register pool 2")
    device = router.phones.register_pool_mac(_mac(3))
    assert device is not None
    assert len(learned) == 2
    assert (device.tag, router.running_config.count("username 2001 password")) == ("2", 1)
