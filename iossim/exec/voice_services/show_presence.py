"""show presence: the settings of the presence service, and the phones that watch lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from iossim.exec.command import Line, exec_command
from iossim.exec.media import sccp_address, sip_address
from iossim.exec.phones import extensions_by_number, phone_lines
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import of_dn
from iossim.router.fields import field, is_set
from iossim.router.fields import number as number_field
from iossim.router.phones import Device, Extension
from iossim.router.templates import in_force

_EXPIRES = 3600
_MOST = 100


@dataclass(frozen=True, slots=True)
class Subscription:
    """A phone that watches a line with a `blf-speed-dial` button.

    Attributes:
        tag: the number of the subscription, from 1.
        watcher: number and address of the watching phone.
        presentity: number and address of the watched line.
        line: the watched line.
        phone: the watching phone.
        first_line: the first line of the watching phone.
        device: the phone watches all lines of the watched phone.
    """

    tag: int
    watcher: str
    presentity: str
    line: Extension
    phone: Device
    first_line: Extension
    device: bool

    def status(self, router: RouterCore) -> str:
        """`idle`, `busy` or `unknown`; a watched device is busy if any of its lines is."""
        if not self.line.up:
            return "unknown"
        if not self.device:
            return "busy" if self.line.calls else "idle"
        phones = router.phones.sip if self.line.section.mode.name == "voice_register_dn" else router.phones.sccp
        watched = phones.get(next(iter(self.line.carriers)))
        lines = phone_lines(router, watched) if watched is not None else []
        return "busy" if any(extension.calls for _, extension in lines) else "idle"


def _subscriptions(router: RouterCore) -> list[Subscription]:
    """The subscriptions of registered phones to lines that may be watched, up to the limit; none if presence is off."""
    config = router.config
    if not is_set(config.section("sip_ua"), "presence_enable"):
        return []
    most = number_field(config.section("presence"), "max_subscription", "count", _MOST)
    return list(_all_subscriptions(router))[:most]


def _all_subscriptions(router: RouterCore) -> Iterator[Subscription]:
    extensions, tag = extensions_by_number(router), 0
    sccp = sccp_address(router)
    sip = sip_address(router, sccp)
    for phone in (*router.phones.sccp.registered(), *router.phones.sip.registered()):
        watched = in_force(router.config, phone.section).all("blf_speed_dial")
        lines = phone_lines(router, phone) if watched else []
        for command in watched if lines else ():
            target = str(command.fields["number"])
            line = next((extension for extension in extensions.get(target, ()) if _may_watch(router, extension)), None)
            if line is not None:
                tag += 1
                first_line = lines[0].extension
                watcher = f"{first_line.number}@{phone.address if phone.sip else sccp}"
                presentity = f"{target}@{sip if phone.sip else sccp}"
                yield Subscription(tag, watcher, presentity, line, phone, first_line, "device" in command.keywords)


def _may_watch(router: RouterCore, extension: Extension) -> bool:
    return is_set(in_force(router.config, extension.section), "allow_watch")


@exec_command
def show_presence_global(line: Line) -> Iterator[str]:
    """The settings of the presence service."""
    yield "Presence Global Configuration Information:"
    yield "=" * 45
    for name, value in _settings(line.router):
        shown = ("TRUE" if value else "FALSE") if isinstance(value, bool) else value
        yield f"{f'Presence {name}':<35}: {shown}"


def _settings(router: RouterCore) -> Iterator[tuple[str, object]]:
    config = router.config
    section = config.section("presence")
    mode = "SRST" if config.section("call_manager_fallback") is not None else "CME"
    yield "feature enable", is_set(config.section("sip_ua"), "presence_enable")
    yield "allow external watchers", is_set(section, "watcher_all")
    yield "max subscription allowed", number_field(section, "max_subscription", "count", _MOST)
    yield "number of subscriptions", len(_subscriptions(router))
    yield "allow external subscribe", is_set(section, "allow_subscribe")
    call_list = is_set(config.section("telephony_service"), "presence_call_list") or is_set(section, "presence_call_list")
    yield "call list enable", call_list
    yield "server IP address", field(section, "server", "address") or "0.0.0.0"
    yield "sccp blfsd retry interval", number_field(section, "sccp_blf_speed_dial_retry_interval", "seconds", 60)
    yield "sccp blfsd retry limit", number_field(section, "sccp_blf_speed_dial_retry_interval", "tries", 10)
    yield "router mode", f"{mode} mode"


@exec_command
def show_presence_subscription(
    line: Line, details: bool = False, summary: bool = False, number: str = "", subscription: str | bool = ""
) -> Iterator[str]:
    """The active subscriptions: all, the subscriptions to a number, or one; `summary` as a table."""
    router = line.router
    subscriptions = _subscriptions(router)
    if summary:
        yield from _summary(router, subscriptions)
        return
    if number:
        subscriptions = [entry for entry in subscriptions if entry.line.number == number]
    if isinstance(subscription, str):
        subscriptions = [entry for entry in subscriptions if subscription in ("", str(entry.tag))]
    yield f"Presence Active Subscription Records{' Details' if details else ''}:"
    yield "=" * 45
    for entry in subscriptions:
        yield " "
        yield from (f"{title:<24}: {value}" for title, value in _record(router, entry, details))


def _record(router: RouterCore, entry: Subscription, details: bool) -> Iterator[tuple[str, object]]:
    yield "Subscription ID", entry.tag
    yield "  Watcher", entry.watcher
    yield "  Presentity", entry.presentity
    yield "  Expires", f"{_EXPIRES} seconds"
    if details:
        yield "  Subscription Duration", f"{router.clock.uptime() - entry.phone.changed_at} seconds"
    yield "  line status", f"{entry.status(router)} "
    yield "  watcher type", "local "
    yield "  presentity type", "local "
    yield "  Watcher phone type", "SIP Phone" if entry.phone.sip else "SCCP [BLF Speed Dial]"
    yield "  subscription type", "Incoming Indication"
    yield "  retry limit", 0
    yield "  sibling subID", 0
    yield "  sdb", 0
    yield "  dp", _peer(entry.line, router.phones.sip.get(next(iter(entry.line.carriers), "")))
    yield "  watcher dial peer tag", _peer(entry.first_line, entry.phone)


def _peer(extension: Extension, pool: Device | None) -> int:
    """The dial peer of a line; that of a SIP line belongs to its phone."""
    if extension.section.mode.name == "ephone_dn":
        return of_dn(extension.tag)
    return pool.peers.get(extension.tag, 0) if pool is not None else 0


def _summary(router: RouterCore, subscriptions: list[Subscription]) -> Iterator[str]:
    """The table; if a phone watches a whole device, it is two columns wider, and a `D` marks that phone."""
    wide = any(entry.device for entry in subscriptions)
    gap, ruler = ("  ", "==") if wide else ("", "")
    yield f"Presence Active Subscription Records Summary: {len(subscriptions)} subscription"
    yield f"{gap}Watcher                  Presentity               SubID  Expires SibID  Status"
    yield f"{ruler}======================== ======================== ====== ======= ====== ======"
    for entry in subscriptions:
        mark = ("D " if entry.device else "  ") if wide else ""
        yield f"{mark}{entry.watcher:<25}{entry.presentity:<25} {entry.tag:<6}{_EXPIRES:<8}{0:<7}{entry.status(router)}"
