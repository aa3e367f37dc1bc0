"""show ephone-hunt: the hunt groups of SCCP phones, their members, and the states of the agents."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.hunt_groups import is_logged_out, kind_of, members
from iossim.exec.phones import extensions_by_number, sections_of, tag_of
from iossim.router import RouterCore
from iossim.router.facts.dial_peers import FIRST_OF_DNS, FIRST_OF_PILOTS, of_dn
from iossim.router.fields import field, is_set
from iossim.router.phones import Extension

_AUTO_LOGOUT = ("dynamic", "static")
#: The words of `callqueue display` as they are printed.
_QUEUE_DISPLAY = {"continuous": "continuously", "periodic": "periodically", "off": "off"}


@exec_command
def show_ephone_hunt(line: Line, hunt: str = "", summary: bool = False) -> Iterator[str]:
    """The hunt groups of SCCP phones; the summary leaves out the dial peers of the members."""
    router = line.router
    extensions = extensions_by_number(router)
    for group in sections_of(router, "ephone_hunt", hunt):
        yield from _group(router, group, extensions, summary)


def _group(router: RouterCore, group: Section, extensions: dict[str, list[Extension]], summary: bool) -> Iterator[str]:
    kind, pilot, second = kind_of(group), field(group, "pilot", "number"), field(group, "pilot", "secondary")
    peer = FIRST_OF_PILOTS + 2 * int(tag_of(group))
    yield f"Group {tag_of(group)}"
    yield f"    type: {kind}"
    yield f"    pilot number: {pilot}, peer-tag {peer}"
    if name := field(group, "name", "name").strip('"'):
        yield f"    pilot name: {name}"
    if second:
        yield f"    secondary number: {second}, peer-tag {peer + 1}"
    if name := field(group, "name", "secondary").strip('"'):
        yield f"    secondary name: {name}"
    yield "    list of numbers:"
    is_out = partial(is_logged_out, router, group)
    agents: list[Extension] = []
    numbers = members(group)
    for place, member in enumerate(numbers):
        lines = extensions.get(member, [])
        agents += lines
        yield _counts(f"{member}, aux-number A{pilot}A09{place:02}", lines, is_out)
        if kind == "longest-idle":
            yield _on_hook(lines, is_set(group, "from_ring"))
        if not summary:
            yield from _peers(lines, is_out)
    yield from _availability(numbers, agents, is_out)
    yield from _settings(group, kind, summary)


def _availability(numbers: list[str], agents: list[Extension], is_out: Callable[[Extension], bool]) -> Iterator[str]:
    """The remark about a group that has no agent for a call, or only one."""
    if numbers and not any(agent.up for agent in agents):
        yield "    all agents down!"
    if agents and all(map(is_out, agents)):
        yield "    all agents logout!"
    if len({agent.number for agent in agents if agent.up and not is_out(agent)}) == 1:
        yield "    only one agent available!"


def _counts(title: str, lines: list[Extension], is_out: Callable[[Extension], bool]) -> str:
    down = sum(1 for extension in lines if not extension.up) if lines else 1
    logout = sum(map(is_out, lines))
    return f"        {title}, # peers {max(1, len(lines))}, logout {logout}, down {down}"


def _peers(lines: list[Extension], is_out: Callable[[Extension], bool]) -> Iterator[str]:
    yield "            peer-tag  dn-tag  rna  login/logout  up/down"
    for extension in lines:
        state = "up  " if extension.up else "down"
        login = "logout" if is_out(extension) else "login"
        yield f"             [{of_dn(extension.tag):<10}{extension.tag:<7}0       {login:<11}{state}]"
    if not lines:
        yield f"             [{FIRST_OF_DNS:<10}{0:<7}0       {'-':<11}down]"


def _on_hook(lines: list[Extension], from_ring: bool) -> str:
    """The time of an agent's last call, in seconds since boot, and the number of calls; `from-ring` also counts missed calls."""
    tallies = [tally for extension in lines for tally in extension.tallies.values()]
    last = max((tally.ended_at if from_ring else tally.answered_until for tally in tallies), default=0)
    return f"        on-hook time stamp {last}, off-hook agents={sum(1 for extension in lines if extension.calls)}"


def _settings(group: Section, kind: str, summary: bool) -> Iterator[str]:
    size = max(1, len(members(group)))
    if final := field(group, "final", "target"):
        yield f"    final number: {final}"
    yield f"    preference: {field(group, 'preference', 'order') or '0'}"
    if not summary:
        yield f"    preference (sec): {field(group, 'preference', 'secondary') or '7'}"
    yield f"    members initial state: {'logout' if is_set(group, 'members_logout') else 'login'}"
    times = field(group, "timeout", "seconds").split(", ")
    yield f"    timeout: {', '.join(times if len(times) > 1 else [times[0] or '180'] * size)}"
    yield f"    max timeout : {field(group, 'max_timeout', 'seconds') or '0'}"
    if forward := group.get("fwd_final"):
        yield f"    fwd-final: {forward.words[-1]}"
    if description := field(group, "description", "description"):
        yield f"    description: {description}"
    if logout := field(group, "display_logout", "text"):
        yield f"    display-logout: {logout}"
    if present := group.get("present_call"):
        yield f"    present-call: {present.words[-1]}"
    if kind != "sequential":
        yield f"    hops: {field(group, 'hops', 'hops') or size}"
    if kind == "peer":
        yield "    next-to-pick: 1"
    yield f"    E.164 register: {'no' if is_set(group, 'no_reg') else 'yes'}"
    yield f"    auto logout: {_auto_logout(group)}"
    yield f"    stat collect: {'yes' if is_set(group, 'statistics_collect') else 'no'}"
    yield "    number of calls in queue: 0"
    yield f"    callqueue display: {_QUEUE_DISPLAY[field(group, 'callqueue_display', 'queue_display') or 'continuous']}"
    yield "    debug: no"


def _auto_logout(group: Section) -> str:
    command = group.get("auto_logout")
    if command is None or command.negative:
        return "no"
    kind = next((word for word in _AUTO_LOGOUT if word in command.keywords), "both")
    return f"{field(group, 'auto_logout', 'count') or '1'} type: {kind}"
