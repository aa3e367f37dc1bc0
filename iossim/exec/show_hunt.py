"""show ephone-hunt and show voice hunt-group: hunt groups, their members, and whether these can be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from iossim.config import Configuration, Section
from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import by_number, tag_of
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import FIRST_OF_DNS, FIRST_OF_PILOTS, LAST, of_dn
from iossim.router.fields import field, is_set, number
from iossim.router.phones import Extension

_AUTO_LOGOUT = {"dynamic": "dynamic", "static": "static"}


def pilot_peers(config: Configuration) -> dict[str, tuple[int, int]]:
    """The dial peers of the pilot and second pilot number of every voice hunt-group, by tag; -1 where it has no such number."""
    found, peer = {}, LAST
    for group in config.sections("voice_hunt_group"):
        pair = []
        for name in ("number", "secondary"):
            has = bool(field(group, "pilot", name))
            pair.append(peer if has else -1)
            peer -= has
        found[tag_of(group)] = (pair[0], pair[1])
    return found


def members(group: Section) -> list[str]:
    """The numbers in the list of a hunt group; `*` is a free place."""
    return field(group, "list", "members").replace(",", " ").split()


def logged_out(router: RouterCore, group: Section, extension: Extension) -> bool:
    """True if an agent takes no calls of a hunt group: not logged in at first, or all his phones are set to do-not-disturb."""
    if is_set(group, "members_logout"):
        return True
    key = field(router.config.section("telephony_service"), "hunt_group_logout", "logout_key") or "DND"
    if key.lower() != "dnd":
        return False
    registry = router.phones.sccp if extension.section.mode.name == "ephone_dn" else router.phones.sip
    phones = [registry.get(tag) for tag in extension.carriers]
    return bool(phones) and all(phone is not None and phone.dnd for phone in phones)


@exec_command
def show_ephone_hunt(line: Line, hunt: str = "", summary: bool = False) -> Result:
    """The hunt groups of SCCP phones; in short, without their members' dial peers."""
    router = line.router
    numbers = by_number(router)
    groups = [group for group in router.config.sections("ephone_hunt") if hunt in ("", tag_of(group))]
    return "".join(f"{each}\n" for group in groups for each in _ephone_hunt(router, group, numbers, summary))


def _ephone_hunt(router: RouterCore, group: Section, numbers: dict[str, list[Extension]], summary: bool) -> Iterator[str]:
    tag, kind = tag_of(group), hunt_kind(group)
    pilot, second = field(group, "pilot", "number"), field(group, "pilot", "secondary")
    yield f"Group {tag}"
    yield f"    type: {kind}"
    yield f"    pilot number: {pilot}, peer-tag {FIRST_OF_PILOTS + 2 * int(tag)}"
    if second:
        yield f"    secondary number: {second}, peer-tag {FIRST_OF_PILOTS + 2 * int(tag) + 1}"
    yield "    list of numbers:"
    agents = [(member, numbers.get(member, [])) for member in members(group)]
    is_out = partial(logged_out, router, group)
    for place, (member, lines) in enumerate(agents):
        yield from _member(f"{member}, aux-number A{pilot}A09{place:02}", lines, is_out, summary)
        if kind == "longest-idle" and lines:
            yield from _on_hook(lines, is_set(group, "from_ring"))
    every = [each for _, lines in agents for each in lines]
    if agents and not any(each.up for each in every):
        yield "    all agents down!"
    if every and all(map(is_out, every)):
        yield "    all agents logout!"
    yield from _ephone_hunt_settings(group, kind, summary)


def _member(title: str, lines: list[Extension], is_out: Callable[[Extension], bool], summary: bool) -> Iterator[str]:
    down = sum(1 for extension in lines if not extension.up) if lines else 1
    logout = sum(map(is_out, lines))
    yield f"        {title}, # peers {max(1, len(lines))}, logout {logout}, down {down}"
    if not summary:
        yield "            peer-tag  dn-tag  rna  login/logout  up/down"
        for extension in lines:
            state = "up  " if extension.up else "down"
            login = "logout" if is_out(extension) else "login"
            yield f"             [{of_dn(extension.tag):<10}{extension.tag:<7}0       {login:<11}{state}]"
        if not lines:
            yield f"             [{FIRST_OF_DNS:<10}{0:<7}0       {'-':<11}down]"


def _on_hook(lines: list[Extension], from_ring: bool) -> Iterator[str]:
    """When the agent last hung up, in seconds since boot, and whether he is on the phone; `from-ring` also counts missed calls."""
    tallies = [tally for extension in lines for tally in extension.tallies.values()]
    last = max((tally.ended_at if from_ring else tally.answered_until for tally in tallies), default=0)
    yield f"        on-hook time stamp {last}, off-hook agents={sum(1 for extension in lines if extension.calls)}"


def _ephone_hunt_settings(group: Section, kind: str, summary: bool) -> Iterator[str]:
    size = max(1, len(members(group)))
    yield f"    final number: {field(group, 'final', 'target')}"
    yield f"    preference: {field(group, 'preference', 'order') or '0'}"
    yield f"    members initial state: {'logout' if is_set(group, 'members_logout') else 'login'}"
    if not summary:
        yield f"    preference (sec): {field(group, 'preference', 'secondary') or '7'}"
    yield f"    timeout: {field(group, 'timeout', 'seconds') or ', '.join(['180'] * size)}"
    yield f"    max timeout : {field(group, 'max_timeout', 'seconds') or '0'}"
    yield f"    fwd-final: {field(group, 'fwd_final', 'destination') or 'final'}"
    if kind != "sequential":
        yield f"    hops: {field(group, 'hops', 'hops') or size}"
    if kind == "peer":
        yield "    next-to-pick: 1"
    yield f"    E.164 register: {'no' if is_set(group, 'no_reg') else 'yes'}"
    yield f"    auto logout: {_auto_logout(group)}"
    yield f"    stat collect: {'yes' if is_set(group, 'statistics_collect') else 'no'}"


def _auto_logout(group: Section) -> str:
    command = group.get("auto_logout")
    if command is None or command.negative:
        return "no"
    kind = next((word for word in _AUTO_LOGOUT if word in command.keywords), "both")
    return f"{field(group, 'auto_logout', 'count') or '1'} type: {kind}"


@exec_command
def show_voice_hunt_group(line: Line, hunt: str = "", hunt_view: str = "") -> Result:
    """The voice hunt-groups: one, those of a kind, or all; in short as a table."""
    router = line.router
    groups = [group for group in router.config.sections("voice_hunt_group") if hunt in ("", tag_of(group))]
    if hunt_view == "brief":
        return _brief(groups)
    groups = [group for group in groups if hunt_view in ("", hunt_kind(group))]
    if not groups:
        return "no voice hunt-groups configured\n"
    numbers, peers = by_number(router), pilot_peers(router.config)
    return "".join(f"{each}\n" for group in groups for each in _voice_hunt(router, group, numbers, peers[tag_of(group)]))


def hunt_kind(group: Section) -> str:
    """How a hunt group rings its members."""
    assert group.header is not None
    return str(group.header.fields.get("hunt_type", "sequential"))


def _voice_hunt(router: RouterCore, group: Section, numbers: dict[str, list[Extension]], peers: tuple[int, int]) -> Iterator[str]:
    kind = hunt_kind(group)
    yield f"Group {tag_of(group)}"
    yield f"    type: {kind}"
    yield f"    pilot number: {field(group, 'pilot', 'number')}, peer-tag {peers[0]}"
    if second := field(group, "pilot", "secondary"):
        yield f"    secondary number: {second}, peer-tag {peers[1]}"
    yield "    list of numbers: "
    yield "         MEMBER         USED_BY         STATE     LOGIN/LOGOUT"
    yield "         =======        =======         ========  ============"
    for member in members(group):
        lines = numbers.get(member, [])
        state = "UP" if any(extension.up for extension in lines) else "DOWN"
        out = all(logged_out(router, group, extension) for extension in lines) if lines else is_set(group, "members_logout")
        login = "Logout" if out else "Login"
        cells = ("*", "-", "-", "-") if member == "*" else (member, member, state, login)
        yield f"         {cells[0]:<15}{cells[1]:<16}{cells[2]:<10}{cells[3]}"
    yield f"    preference: {field(group, 'preference', 'order') or '0'}"
    yield f"    preference (sec): {field(group, 'preference', 'secondary') or '0'}"
    yield f"    timeout: {number(group, 'timeout', 'seconds', 180)}"
    yield f"    final_number: {field(group, 'final', 'number')}"
    if kind in ("longest-idle", "peer"):
        yield f"    hops: {field(group, 'hops', 'hops') or max(1, len(members(group)))}"
    yield f"    stat collect: {'yes' if is_set(group, 'statistics_collect') else 'no'}"
    yield f"    phone-display: {'Yes' if is_set(group, 'phone_display') else 'No'}"
    if is_set(group, "hlog_block"):
        yield "    hlog-block: Yes"


def _brief(groups: list[Section]) -> str:
    lines = ["TAG TYPE PILOT     LIST", "=== ==== ========  " + "=" * 53]
    for group in groups:
        listed = [_cut(member) for member in members(group)]
        shown = ", ".join(listed[:5]) + (",....." if len(listed) > 5 else "")
        lines.append(f"{tag_of(group):<4}{hunt_kind(group)[:3].upper():<5}{_cut(field(group, 'pilot', 'number')):<10}{shown}")
        if second := field(group, "pilot", "secondary"):
            lines.append(f"{'':9}{_cut(second):<10}{shown}")
    return "\n".join([*lines, ""])


def _cut(digits: str) -> str:
    """Numbers longer than seven digits are cut, and end in a hyphen."""
    return digits if len(digits) <= 7 else digits[:7] + "-"
