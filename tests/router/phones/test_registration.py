"""What the log says of phones, the addresses they get, and phones that register without being configured."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Section
from iossim.errors import PhoneError
from iossim.router.phones import Device
from tests.router.support import configure, office

NEW = "000D.BC80.EB51"


def _logged(router: Router) -> list[str]:
    lines = [line.partition(": ")[2] for line in router.log.buffer if "PHONE-6" in line]
    router.log.clear()
    return lines


def test_the_log() -> None:
    router, _ = office()
    router.phones.register(1, "10.1.1.21")
    router.phones.unregister(1)
    router.phones.register(2)
    router.phones.decease(2)
    phones = ("ephone-1:SEP001122334401 IP:10.1.1.21 Socket:1", "ephone-2:SEP001122334402 IP:10.1.1.22 Socket:1")
    assert _logged(router) == [
        f"%IPPHONE-6-REGISTER: {phones[0]} DeviceType:Phone has registered.",
        f"%IPPHONE-6-UNREGISTER_NORMAL: {phones[0]} DeviceType:Phone has unregistered normally.",
        f"%IPPHONE-6-REGISTER: {phones[1]} DeviceType:Phone has registered.",
        f"%IPPHONE-6-UNREGISTER_ABNORMAL: {phones[1]} DeviceType:Phone has unregistered abnormally.",
    ]


def test_the_log_of_sip_phones() -> None:
    router, _ = office()
    router.phones.register_pool(1)
    router.phones.unregister_pool(1)
    words = "Name:SEP001122335501 IP:10.1.1.121 DeviceType:Phone"
    assert _logged(router) == [
        f"%SIPPHONE-6-REGISTER: VOICE REGISTER POOL-1 has registered. {words}",
        f"%SIPPHONE-6-UNREGISTER: VOICE REGISTER POOL-1 has unregistered. {words}",
    ]


@pytest.mark.parametrize(
    ("line", "address"), [("no ip source-address", "10.1.1.21"), ("ip source-address 192.0.2.9", "192.0.2.21")]
)
def test_a_phone_that_is_given_no_address_gets_one_of_the_routers_network(line: str, address: str) -> None:
    router, _ = office()
    configure(router, "telephony-service", line)
    assert router.phones.register(1).address == address


def test_the_type_that_a_phone_reports() -> None:
    router, _ = office()
    assert [router.phones.register(tag).reported for tag in (1, 2, 3)] == ["7960", "7941", "7960"]
    assert router.phones.register(1, type="7970").reported == "7970"


def test_an_unknown_phone_becomes_the_next_ephone() -> None:
    router, _ = office()
    device = router.phones.register_mac(NEW, "7960", "10.1.1.30")
    assert device is not None
    assert (device.tag, device.status, device.address) == ("4", "registered", "10.1.1.30")
    assert "ephone  4\n device-security-mode none\n mac-address 000D.BC80.EB51\n type 7960\n" in router.running_config
    assert router.modified
    assert _logged(router)[0].startswith("%IPPHONE-6-REGISTER_NEW: ephone-4:SEP000DBC80EB51 IP:10.1.1.30 ")


def test_a_known_phone_registers_as_what_it_is() -> None:
    router, _ = office()
    device = router.phones.register_mac("0011.2233.4402")
    assert device is not None
    assert (device.tag, device.reported) == ("2", "7941")
    with pytest.raises(PhoneError, match=r"0011\.2233\.5501 is the address of voice register pool 1"):
        router.phones.register_mac("0011.2233.5501")


def test_an_address_that_two_phones_have_is_that_of_the_first_of_them_as_long_as_any_has_it() -> None:
    router, _ = office()
    mac = "0011.2233.4401"
    configure(router, "ephone 3", f"mac-address {mac}", "ephone 2", f"mac-address {mac}")
    for tag, line in (("1", "no ephone 1"), ("2", "no mac-address"), ("3", "mac-address 0011.2233.4409")):
        device = router.phones.find(mac)
        assert device is not None
        assert device.tag == tag
        configure(router, f"ephone {tag}", line)
    assert router.phones.find(mac) is None


def test_auto_assign_takes_the_range_of_the_type_first() -> None:
    router, _ = office()
    configure(router, "ephone-dn 10", "number 5010", "ephone-dn 12", "number 5012", "ephone-dn 13", "number 5013")
    configure(router, "ephone-dn 11", "number 5011", "paging ip 239.0.0.1 port 2000")
    configure(router, "telephony-service", "auto assign 1 to 12", "auto assign 13 to 13 type 7960 cfw 5999 timeout 12")
    tags = ["7960", "7960", "7941", "7941"]
    devices = [router.phones.register_mac(f"AAAA.BBBB.000{place}", kind) for place, kind in enumerate(tags)]
    lines = [[button.dns for button in device.lines] for device in devices if device is not None]
    assert lines == [[("13",)], [("10",)], [("12",)], []]
    assert "ephone-dn  13\n number 5013\n call-forward busy 5999\n call-forward noan 5999 timeout 12\n" in router.running_config
    assert " button  1:13\n" in router.running_config


def test_numbers_that_were_given_out_by_hand_are_taken() -> None:
    router, _ = office()
    configure(router, "telephony-service", "auto assign 10 to 12")
    configure(router, "ephone-dn 10", "number 5010", "ephone-dn 11", "number 5011", "ephone-dn 12", "number 5012")
    first = router.phones.register_mac("AAAA.BBBB.0001")
    configure(router, "ephone 3", "button 2:11")
    second = router.phones.register_mac("AAAA.BBBB.0002")
    assert first is not None
    assert second is not None
    assert [device.lines[0].dns for device in (first, second)] == [("10",), ("12",)]


@pytest.mark.parametrize("line", ["no auto-reg-ephone", "no ephone-reg"])
def test_an_unknown_phone_that_may_not_register_is_noted(line: str) -> None:
    router, time = office()
    configure(router, "telephony-service", line)
    before = router.running_config
    assert router.phones.register_mac(NEW, "7941", "10.1.1.30") is None
    time.passes(9)
    assert router.phones.register_mac(NEW, "7941", "10.1.1.30") is None
    assert [(each.mac, each.reported, each.count) for each in router.phones.attempts] == [(NEW, "7941", 2)]
    assert next(iter(router.phones.attempts)).latest == time.now
    assert router.running_config == before
    router.phones.attempts.clear()
    assert not len(router.phones.attempts)


def test_an_unknown_phone_gets_a_tag_beyond_max_ephones_while_few_phones_are_registered() -> None:
    router, _ = office()
    configure(router, "telephony-service", "max-ephones 3")
    device = router.phones.register_mac(NEW, "7941", "10.1.1.30")
    assert device is not None
    assert device.tag == "4"


def test_the_table_of_refused_sip_phones_has_a_size() -> None:
    router, time = office()
    configure(router, "voice register global", "attempted-registrations size 2")
    for place in range(4):
        router.phones.register_pool_mac(f"AAAA.BBBB.000{place}", f"10.1.1.{place}")
        time.passes(1)
    assert [each.mac for each in router.phones.sip_attempts] == ["AAAA.BBBB.0002", "AAAA.BBBB.0003"]
    router.phones.sip_attempts.clear(address="10.1.1.2")
    assert [each.mac for each in router.phones.sip_attempts] == ["AAAA.BBBB.0003"]


def test_a_registration_looks_only_at_the_phones_that_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    router, _ = office()
    for tag in (1, 2, 3):
        router.phones.register(tag)
    looked: list[str] = []
    real = Device.is_of

    def counted(device: Device, section: Section | None) -> bool:
        looked.append(device.tag)
        return real(device, section)

    monkeypatch.setattr(Device, "is_of", counted)
    configure(router, "hostname b", "ephone 3", "description Desk")
    assert (router.phones.sccp.count("registered"), looked) == (3, [])
    configure(router, "no ephone 3", "ephone 2", "no mac-address", "ephone 8", "mac-address 0011.2233.4408")
    looked.clear()
    assert [device.tag for device in router.phones.sccp.registered()] == ["1"]
    assert router.phones.sccp.configured() == 3
    router.load("no ephone 8\nephone 9\nephone 10\n")
    assert router.phones.sccp.configured() == 4
    assert [device.tag for device in router.phones.sccp.registered()] == ["1"]
    assert looked == ["1"]
