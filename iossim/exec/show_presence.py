"""show presence: the settings of the presence service, and who watches whose line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.media import here
from iossim.exec.phone_state import by_number, own_lines
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import of_dn
from iossim.router.fields import field, is_set, number
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

_EXPIRES = 3600
_MOST = 100


@dataclass(frozen=True, slots=True)
class Subscription:
    """A phone that watches a line with a `blf-speed-dial` button.

    Attributes:
        tag: its number, from 1.
        watcher: the watching number and address; presentity: those watched.
        line: the line that is watched.
        phone: the phone that watches.
        own: the phone's first line.
        device: all lines of the watched phone count.
    """

    tag: int
    watcher: str
    presentity: str
    line: Extension
    phone: Device
    own: Extension
    device: bool

    def status(self, router: RouterCore) -> str:
        """True if the line is idle, busy or unknown; that of a device is busy while any of its lines is."""
        if not self.line.up:
            return "unknown"
        if not self.device:
            return "busy" if self.line.calls else "idle"
        phones = router.phones.sip if self.line.section.mode.name == "voice_register_dn" else router.phones.sccp
        found = phones.get(next(iter(self.line.carriers)))
        lines = own_lines(router, found) if found is not None else []
        return "busy" if any(each.calls for _, _, each in lines) else "idle"


def subscriptions(router: RouterCore) -> list[Subscription]:
    """Who watches whom: registered phones, while presence is on, lines that may be watched, up to the limit."""
    config = router.config
    if not is_set(config.section("sip_ua"), "presence_enable"):
        return []
    most = number(config.section("presence"), "max_subscription", "count", _MOST)
    return list(_subscriptions(router))[:most]


def _subscriptions(router: RouterCore) -> Iterator[Subscription]:
    numbers, address, tag = by_number(router), here(router), 0
    sip_address = field(router.config.section("voice_register_global"), "source_address", "address") or address
    for phone in (*router.phones.sccp.registered(), *router.phones.sip.registered()):
        watched = in_force(router.config, phone.section).all("blf_speed_dial")
        own = next((extension for _, _, extension in own_lines(router, phone)), None) if watched else None
        for command in watched if own is not None else ():
            target = str(command.fields["number"])
            line = next((each for each in numbers.get(target, ()) if _may_watch(router, each)), None)
            if line is not None and own is not None:
                tag += 1
                watcher = f"{own.number}@{phone.address if phone.sip else address}"
                presentity = f"{target}@{sip_address if phone.sip else address}"
                yield Subscription(tag, watcher, presentity, line, phone, own, "device" in command.keywords)


def _may_watch(router: RouterCore, extension: Extension) -> bool:
    return is_set(in_force(router.config, extension.section), "allow_watch")


def _truth(yes: bool) -> str:
    return "TRUE" if yes else "FALSE"


@exec_command
def show_presence_global(line: Line) -> Result:
    """The settings of the presence service."""
    config = line.router.config
    section = config.section("presence")
    mode = "SRST" if config.section("call_manager_fallback") is not None else "CME"
    call_list = is_set(config.section("telephony_service"), "presence_call_list") or is_set(section, "presence_call_list")
    rows = (
        ("feature enable", _truth(is_set(config.section("sip_ua"), "presence_enable"))),
        ("allow external watchers", _truth(is_set(section, "watcher_all"))),
        ("max subscription allowed", number(section, "max_subscription", "count", 100)),
        ("number of subscriptions", len(subscriptions(line.router))),
        ("allow external subscribe", _truth(is_set(section, "allow_subscribe"))),
        ("call list enable", _truth(call_list)),
        ("server IP address", field(section, "server", "address") or "0.0.0.0"),
        ("sccp blfsd retry interval", number(section, "sccp_blf_speed_dial_retry_interval", "seconds", 60)),
        ("sccp blfsd retry limit", number(section, "sccp_blf_speed_dial_retry_interval", "tries", 10)),
        ("router mode", f"{mode} mode"),
    )
    head = ["Presence Global Configuration Information:", "=" * 45]
    return "\n".join([*head, *[f"{f'Presence {name}':<35}: {value}" for name, value in rows], ""])


@exec_command
def show_presence_subscription(
    line: Line, details: bool = False, summary: bool = False, number: str = "", subscription: str | bool = ""
) -> Result:
    """The active subscriptions: all, those to a number, or one; in short as a table."""
    router = line.router
    found = subscriptions(router)
    if summary:
        return "\n".join([*_summary(router, found), ""])
    if number:
        found = [each for each in found if each.line.number == number]
    if isinstance(subscription, str):
        found = [each for each in found if subscription in ("", str(each.tag))]
    lines = [f"Presence Active Subscription Records{' Details' if details else ''}:", "=" * 45]
    for each in found:
        lines += [" ", *(f"{title:<24}: {value}" for title, value in _record(router, each, details))]
    return "\n".join([*lines, ""])


def _record(router: RouterCore, each: Subscription, details: bool) -> Iterator[tuple[str, object]]:
    yield "Subscription ID", each.tag
    yield "  Watcher", each.watcher
    yield "  Presentity", each.presentity
    yield "  Expires", f"{_EXPIRES} seconds"
    if details:
        yield "  Subscription Duration", f"{router.clock.uptime() - each.phone.changed_at} seconds"
    yield "  line status", f"{each.status(router)} "
    yield "  watcher type", "local "
    yield "  presentity type", "local "
    yield "  Watcher phone type", "SIP Phone" if each.phone.sip else "SCCP [BLF Speed Dial]"
    yield "  subscription type", "Incoming Indication"
    yield "  retry limit", 0
    yield "  sibling subID", 0
    yield "  sdb", 0
    yield "  dp", _peer(each.line, router.phones.sip.get(next(iter(each.line.carriers), "")))
    yield "  watcher dial peer tag", _peer(each.own, each.phone)


def _peer(extension: Extension, pool: Device | None) -> int:
    """The dial peer of a line; that of a SIP line belongs to a phone."""
    if extension.section.mode.name == "ephone_dn":
        return of_dn(extension.tag)
    return pool.peers.get(extension.tag, 0) if pool is not None else 0


def _summary(router: RouterCore, found: list[Subscription]) -> Iterator[str]:
    """The table; where some watch whole devices, it is two columns wider, and a `D` marks them."""
    wide = any(each.device for each in found)
    gap, ruler = ("  ", "==") if wide else ("", "")
    yield f"Presence Active Subscription Records Summary: {len(found)} subscription"
    yield f"{gap}Watcher                  Presentity               SubID  Expires SibID  Status"
    yield f"{ruler}======================== ======================== ====== ======= ====== ======"
    for each in found:
        mark = ("D " if each.device else "  ") if wide else ""
        yield f"{mark}{each.watcher:<25}{each.presentity:<25} {each.tag:<6}{_EXPIRES:<8}{0:<7}{each.status(router)}"
