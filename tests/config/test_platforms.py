"""What a router model can hold bounds the arguments that the command reference leaves to the platform."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Configuration
from iossim.config.constraints import live_bound
from iossim.config.platforms import PLATFORMS, SOURCES, platform

MAX_EPHONES = ["configure terminal", "telephony-service"]


def _typed(router: Router, *lines: str) -> str:
    session = router.session()
    return [session.execute(line) for line in lines][-1]


@pytest.mark.parametrize("name", ["2811", "CISCO2811/K9", "cisco2811", "C2811", "Cisco 2811"])
def test_a_platform_by_its_number_or_product_number(name: str) -> None:
    assert platform(name).name == "2811"


@pytest.mark.parametrize(
    ("name", "known"), [("ISR4331/K9", "4331"), ("ISR4451-X/K9", "4451"), ("3945e", "3945E"), ("iad2430", "IAD2430")]
)
def test_other_spellings(name: str, known: str) -> None:
    assert platform(name).name == known


@pytest.mark.parametrize("name", ["", "9999", "2811 2821", "K9"])
def test_a_platform_whose_limits_are_not_known(name: str) -> None:
    with pytest.raises(ValueError, match=r"unknown platform .*; known platforms: 1751, "):
        platform(name)


def test_the_table_is_sound() -> None:
    assert len({each.name for each in PLATFORMS}) == len(PLATFORMS)
    for each in PLATFORMS:
        assert platform(each.name) is each
        assert set(each.sources) <= SOURCES.keys()
        assert each.sources
        assert any((each.phones, each.dns, each.conferences))


def test_the_bounds_of_a_platform() -> None:
    configuration = Configuration(platform=platform("2811"))
    assert live_bound(configuration, "platform-phones") == 42
    assert live_bound(configuration, "platform-dns") == 144
    assert live_bound(configuration, "platform-conferences") == 16
    assert live_bound(configuration, "platform") is None
    assert live_bound(Configuration(), "platform-phones") is None


@pytest.mark.parametrize(
    ("mode", "line"),
    [("telephony-service", "max-ephones"), ("voice register global", "max-pool"), ("call-manager-fallback", "max-ephones")],
)
def test_a_number_above_the_limit_is_refused_with_the_caret(mode: str, line: str) -> None:
    router = Router(platform="2811")
    assert _typed(router, "configure terminal", mode, f"{line} 42") == ""
    refused = _typed(router, "configure terminal", mode, f"{line} 43")
    assert refused.endswith("% Invalid input detected at '^' marker.\n\n")
    assert f" {line} 42" in router.running_config
    assert _typed(Router(), "configure terminal", mode, f"{line} 43") == ""


def test_a_limit_that_is_not_known_is_not_enforced() -> None:
    router = Router(platform="2901")
    assert _typed(router, "configure terminal", "telephony-service", "max-dn 65535") == ""


def test_the_platform_stays_when_the_router_reloads() -> None:
    router = Router(platform="2811")
    router.restart("hostname Again\n")
    assert router.config.platform is platform("2811")


def test_tags_of_phones_go_to_a_thousand() -> None:
    router = Router(platform="2811")
    assert _typed(router, "configure terminal", "telephony-service", "max-ephones 2", "ephone 1000") == ""
    assert "% Invalid input" in _typed(router, "configure terminal", "ephone 1001")


def test_a_file_above_the_limit() -> None:
    router = Router.from_text("telephony-service\n max-ephones 43\nend\n", platform="2811")
    assert [(found.line, found.code) for found in router.findings] == [(2, "refused")]
    assert router.findings[0].message == "`43` is out of range: a 2811 takes up to 42"
    assert " max-ephones 43\n" in router.running_config


@pytest.mark.parametrize(
    ("model", "typed", "line", "shown"),
    [
        ("2811", MAX_EPHONES, "max-ephones ", "<1-42>"),
        ("2811", MAX_EPHONES, "max-d ", "<1-144>"),
        ("2811", [*MAX_EPHONES, "max-ephones 7", "max-dn 9", "exit"], "ephone ", "<1-1000>"),
        ("2811", [*MAX_EPHONES, "max-ephones 7", "max-dn 9", "exit"], "ephone-dn ", "<1-9>"),
        (
            "2811",
            ["configure terminal", "voice register global", "max-pool 3", "max-dn 4", "exit"],
            "voice register pool ",
            "<1-3>",
        ),
        ("2811", ["configure terminal", "voice register global", "max-pool 3", "max-dn 4", "exit"], "voice register dn ", "<1-4>"),
        ("2901", MAX_EPHONES, "max-dn ", "<1-65535>"),
        (None, MAX_EPHONES, "max-ephones ", "<1-65535>"),
        (None, MAX_EPHONES, "max-dn 1 preference ", "<0-65535>"),
        (None, ["configure terminal"], "ephone ", "<1-65535>"),
        ("2811", [], "show telephony-service bulk-speed-dial local ", "<1-1000>"),
        ("2811", ["configure terminal"], "voice logout-profile ", "<1-65535>"),
        ("2811", [*MAX_EPHONES, "max-ephones 7", "exit"], "voice logout-profile ", "<1-7>"),
        (None, ["configure terminal"], "voice user-profile ", "<1-196605>"),
    ],
)
def test_help_shows_the_number_that_bounds_the_argument(model: str | None, typed: list[str], line: str, shown: str) -> None:
    router = Router(platform=model)
    session = router.session()
    for each in typed:
        session.execute(each)
    assert f"  {shown}  " in session.help(line)
