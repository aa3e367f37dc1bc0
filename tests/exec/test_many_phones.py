"""Commands that list phones look through the configuration a fixed number of times, however many phones there are."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.config import Section

_COMMANDS = (
    "show ephone",
    "show ephone registered",
    "show ephone cfa",
    "show ephone remote",
    "show ephone offhook",
    "show ephone summary",
    "show ephone summary brief",
    "show ephone dn",
    "show ephone rtp connections",
    "show ephone-dn",
    "show ephone-dn summary",
    "show ephone-dn paging",
    "show ephone-dn whisper",
    "show ephone-hunt",
    "show voice hunt-group",
    "show telephony-service ephone",
    "show voice register all",
    "show voice register pool all",
    "show voice register pool remote",
    "show voice register pool connected",
    "show voice register dn all",
    "show voice register dial-peers",
    "show presence subscription",
    "show dial-peer voice summary",
    "show dialplan number 1001",
    "show voice port summary",
    "show voice call summary",
    "show voice call status",
    "show call active voice brief",
    "show call history voice brief",
)


def _office(size: int) -> Router:
    lines = ["sip-ua", " presence enable", "telephony-service", f" max-ephones {size}", f" max-dn {2 * size}"]
    lines += ["voice register global", " mode cme", f" max-pool {size}", f" max-dn {size}"]
    lines += ["ephone-hunt 1 longest-idle", " pilot 9000", " list 1001,1002", "voice hunt-group 1 parallel", " pilot 9001"]
    lines += [" list 1001,1002"]
    for tag in range(1, size + 1):
        lines += [f"ephone-dn {tag}", f" number {1000 + tag}", " allow watch", " call-forward all 9999"]
        lines += [f"ephone-dn {size + tag}", f" number {3000 + tag}", f" paging ip 239.0.0.{tag} port 20480"]
        lines += [f"ephone {tag}", f" mac-address 0011.0000.{tag:04}", f" button 1:{tag}", f" paging-dn {size + tag}"]
        lines += [f' blf-speed-dial 1 {1000 + tag} label "Next"']
        lines += [f"voice register dn {tag}", f" number {2000 + tag}"]
        lines += [f"voice register pool {tag}", f" id mac 0022.0000.{tag:04}", f" number 1 dn {tag}"]
    router = Router.from_text("\n".join([*lines, ""]))
    router.phones.register_all()
    for tag in range(1, size + 1):
        router.phones.register_pool(tag)
        router.phones.set_line(tag, "connected", peer=str(1001 + tag % size))
        router.phones.set_sip_line(tag, "connected", peer=str(1000 + tag))
    return router


@pytest.fixture(scope="module")
def offices() -> tuple[Router, Router]:
    return _office(5), _office(25)


@pytest.mark.parametrize("command", _COMMANDS)
def test_searches_do_not_grow(offices: tuple[Router, Router], command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    searches: list[str] = []
    find = Section.find_sections

    def counted(section: Section, rule: str) -> list[Section]:
        searches.append(rule)
        return find(section, rule)

    monkeypatch.setattr(Section, "find_sections", counted)
    counts = []
    for router in offices:
        searches.clear()
        assert router.session(privilege=15).execute(command)
        counts.append(len(searches))
    assert counts[0] == counts[1]
