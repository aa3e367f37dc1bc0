"""show ephone-dn callback, conference, loopback, park and whisper: directory numbers with a feature."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.phones import phones_by_dn, shown_state, tag_of
from iossim.router.buttons import buttons
from iossim.router.facts.codecs import CODECS, DEFAULT
from iossim.router.fields import field, is_set


@exec_command
def show_ephone_dn_callback(line: Line) -> None:
    """Pending callbacks; simulated phones ask for none."""


@exec_command
def show_ephone_dn_conference(line: Line, conference_kind: str = "", number: str = "") -> Iterator[str]:
    """The conference numbers by kind and number, with their directory numbers."""
    wanted, _, video = conference_kind.partition(" ")
    groups: dict[tuple[str, str], list[Section]] = {}
    for section in line.router.config.sections("ephone_dn"):
        command = section.get("conference")
        own_number = field(section, "number", "number")
        if command is None or command.negative or number not in ("", own_number):
            continue
        kind = "ad-hoc" if "ad-hoc" in command.keywords else "meetme"
        with_video = "video" in command.keywords
        if wanted in ("", kind) and (not video or with_video):
            groups.setdefault((f"{kind.capitalize()}{'-video' if with_video else ''}", own_number), []).append(section)
    yield "type            active  inactive        numbers" if video else "type   active inactive  numbers"
    yield "=" * (48 if video else 34)
    for (title, own_number), sections in groups.items():
        yield f"{title:<{16 if video else 10}}0       {2 * len(sections):<7}{own_number}"
        yield f"DN tags: {', '.join(map(tag_of, sections))}"
        if title.startswith("Meetme"):
            yield "All DN tags unlocked."


@exec_command
def show_ephone_dn_loopback(line: Line) -> Iterator[str]:
    """The pairs of loopback numbers."""
    pairs = [section for section in line.router.config.sections("ephone_dn") if is_set(section, "loopback_dn")]
    if pairs:
        yield f"LOOPBACK DN status (min {tag_of(pairs[0])}, max {tag_of(pairs[-1])}):"
    for section in pairs:
        settings = {name: field(section, "loopback_dn", name) for name in ("dn", "forward", "strip", "prefix", "retry", "codec")}
        state = shown_state(line.router.phones.extension(tag_of(section)))
        codec = CODECS["g711alaw" if settings["codec"] == "g711alaw" else DEFAULT].shown
        yield f"DN {tag_of(section)} {field(section, 'number', 'number')}  Loopback to DN {settings['dn']} CH1 {state}"
        yield f"CallingDn -1 CalledDn -1 Called   Calling   {codec}"
        yield (
            f"Strip {settings['strip'] or 'NONE'}, Forward {settings['forward'] or '0'}, prefix {settings['prefix']} "
            f"retry {settings['retry'] or '10'} Media 0.0.0.0 0"
        )
        yield "callID 0 srcCallID 0 ssrc 0 vector 0"


@exec_command
def show_ephone_dn_park(line: Line) -> Iterator[str]:
    """The slots for parked calls."""
    for section in line.router.config.sections("ephone_dn"):
        if is_set(section, "park_slot"):
            notify, timeout, limit = (field(section, "park_slot", name) for name in ("notify", "timeout", "limit"))
            yield f"DN {tag_of(section)} ({field(section, 'number', 'number')}) park-slot state IDLE"
            yield f"Notify to ({notify}) timeout {timeout or '0'} limit {limit or '0'}"


@exec_command
def show_ephone_dn_whisper(line: Line) -> Iterator[str]:
    """The whisper intercom numbers."""
    config = line.router.config
    carriers = phones_by_dn(config, "ephone")
    yield "DN        DN NUMBER     LABEL         SPEED DIAL    DN STATE       PHONE         "
    yield "==        =========     =====         ==========    ========       =====         "
    for section in config.sections("ephone_dn"):
        if is_set(section, "whisper_intercom"):
            tag = tag_of(section)
            label, dial = (field(section, "whisper_intercom", name) or "-" for name in ("label", "speed_dial"))
            extension = line.router.phones.extension(tag)
            state = "WHISPER" if extension is not None and extension.calls else "IDLE"
            phones = " ".join(f"{_sign(phone, button)}{tag_of(phone)}" for phone, button in carriers.get(tag, ()))
            yield f"{tag:<10}{field(section, 'number', 'number'):<14}{label:<14}{dial:<16}{state:<13}{phones} "


def _sign(phone: Section, position: int) -> str:
    """`w` or `m` if the button only shows the state of the number, else ""."""
    return next((button.sign for button in buttons(phone) if button.number == position and button.sign in "wm"), "")
