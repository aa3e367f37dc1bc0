"""Whatever is typed, posted, saved, reloaded and whatever phones do: every front end tells the same story."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from unittest import TestCase

from hypothesis import seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from lxml import etree

from iossim import Router
from iossim.errors import PhoneError
from iossim.router import Clock
from iossim.session import Session
from iossim.xmlapi import answer_as_owner
from tests.in_force import in_force
from tests.properties import oracle
from tests.properties.office import MAX_EPHONES, START, Line, Office, lists
from tests.support import LONG, examples
from tests.xmlapi.support import request, response

#: Phone 2 and user 1 have what a login needs.
PHONES = st.sampled_from((2, 2, 1, 3))
USERS = st.sampled_from((1, 1, 1, 2, 3))
#: What happens to phones by itself; to register comes first and often, without it little else can happen.
HAPPENINGS = (
    "simulate ephone all register",
    *(f"simulate ephone {tag} {does}" for tag in (1, 2, 3) for does in ("register", "unregister", "decease", "dnd", "no-dnd")),
    *(f"simulate ephone-dn {tag} {state}" for tag in (1, 2) for state in ("idle", "seize", "ringing", "connected", "hold")),
    "simulate ephone-dn 1 ringing channel 2",
    *(f"simulate voice register pool {tag} {does}" for tag in (1, 2) for does in ("register", "unregister")),
    "simulate voice register dn 1 ringing",
    "simulate ephone all unregister",
    "simulate ephone all decease",
    "clear telephony-service xml-event-log",
    "show ephone",
    "show ephone-dn summary",
)
#: The parameter that takes a tag, and the line that makes a section of a tag that is free, by method.
MAKES = {
    "ISgetDevice": ("ISDevID", "ephone {}"),
    "ISgetDeviceTemplate": ("ISDevTemplateID", "ephone-template {}"),
    "ISgetExtension": ("ISExtID", "ephone-dn {}"),
    "ISgetExtensionTemplate": ("ISExtTemplateID", "ephone-dn-template {}"),
    "ISgetSessionServer": ("ISSessionServerID", "voice register session-server {}"),
    "ISgetSipDevice": ("ISPoolID", "voice register pool {}"),
    "ISgetSipExtension": ("ISVoiceRegDNID", "voice register dn {}"),
    "ISgetUserProfile": ("ISUserProfileID", "voice user-profile {}"),
    "ISgetVoiceHuntGroup": ("ISVoiceHuntGroupID", "voice hunt-group {} parallel"),
}


def type_in_shell(machine: Consistency, lines: list[Line]) -> None:
    """Lines are typed into the shell; what it refuses is as if it had not been typed."""
    for line in lines:
        if not machine.session.in_configuration:
            machine.session.execute("configure terminal")
        if machine.session.run(line.text).accepted:
            machine.office.accept(line)


def post(machine: Consistency, lines: list[Line]) -> None:
    """Lines are posted; those before the one that fails count."""
    failed = machine.post(*(line.text for line in lines))
    for line in lines[: failed - 1 if failed else None]:
        machine.office.accept(line)


def log_in(machine: Consistency, tag: int, user: int) -> None:
    """A user logs in on a phone."""
    with suppress(PhoneError):
        machine.router.phones.login(f"mary{user}", tag)


def log_out(machine: Consistency, tag: int, user: int) -> None:
    """A user logs out."""
    with suppress(PhoneError):
        machine.router.phones.logout(f"mary{user}")


def reset(machine: Consistency, tag: int, user: int) -> None:
    """A phone starts anew, and is back after a while."""
    if machine.post(f"ephone {tag}", "reset") != 1:
        machine.office.accept(Line("", ("ephone", str(tag))))


def set_key_phone(machine: Consistency, tag: int, user: int) -> None:
    """A phone is made a key phone, by its name."""
    _key_phone(machine, tag, "ISsetKeyPhones")


def unset_key_phone(machine: Consistency, tag: int, user: int) -> None:
    """A phone is made none."""
    _key_phone(machine, tag, "ISunsetKeyPhones")


def _key_phone(machine: Consistency, digit: int, method: str) -> None:
    phone = machine.office.phone(f"000D.BC80.EB5{digit}")
    answer = machine.ask(method, ("ISPhoneName", f"SEP000DBC80EB5{digit}"))
    assert [node.text for node in answer] == ["true" if phone else "false"]
    if phone:
        machine.office.accept(Line("keyphone", phone, ("keyphone",), removes=method == "ISunsetKeyPhones"))


def save(machine: Consistency) -> None:
    """Saved by the API; put off while the shell, as a console, is in configuration."""
    told = machine.ask("ISSaveConfig").findtext("ISSaveConfigResult")
    machine.put_off = machine.session.in_configuration
    assert told == ("delay" if machine.put_off else "success")
    if not machine.put_off:
        machine.saved = machine.office.copy()


def write_memory(machine: Consistency) -> None:
    """Saved by the shell."""
    machine.exec("write memory")
    machine.saved = machine.office.copy()


def leave(machine: Consistency) -> None:
    """The shell leaves configuration."""
    machine.session.end()


def reload(machine: Consistency) -> None:
    """The router starts anew, if it can come back; every phone is down then, and every session over."""
    if machine.saved is None:
        return
    machine.router.restart(machine.router.nvram.read())
    machine.office = machine.saved.printed()
    machine.put_off = False
    machine.session.close()
    machine.session = Session(machine.router, line="console")
    assert not machine.router.phones.sccp.registered()


class Consistency(RuleBasedStateMachine):
    """One router, driven from all sides at once."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.router = Router.from_text(START, clock=Clock(lambda: self.now))
        self.session = Session(self.router, line="console")
        self.office = Office.of(self.router.config)
        self.saved: Office | None = None
        self.put_off = False
        self.put_off = False
        self.fresh = self.router

    @initialize(there=st.booleans(), configures=st.booleans())
    def begin(self, there: bool, configures: bool) -> None:
        """The phones may be there already, and the shell in configuration."""
        if there:
            self.exec("simulate ephone all register")
            self.exec("simulate voice register pool all register")
        if configures:
            self.session.execute("configure terminal")

    # -- what is done --------------------------------------------------------------------------------------------------------------
    # Few rules, each with many cases: Hypothesis leaves whole rules out of a run, and what phones do needs phones to do it.

    @rule(lines=lists(), by=st.sampled_from([type_in_shell, post]))
    def configure(self, lines: list[Line], by: Callable[[Consistency, list[Line]], None]) -> None:
        """Lines are typed, or posted."""
        by(self, lines)

    @rule(lines=st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=4))
    def happen(self, lines: list[str]) -> None:
        """Something happens to phones and lines, or somebody looks at them."""
        for line in lines:
            self.exec(line)

    @rule(digit=st.integers(1, 7))
    def unknown_phone(self, digit: int) -> None:
        """A phone registers that may not be configured: a free ephone takes it, as the model says, or nothing changes."""
        mac = f"000D.BC80.EB5{digit}"
        full = self.router.phones.summary().registered >= MAX_EPHONES
        tag = "" if full or self.office.phone(mac) else self.office.provision(mac)
        self.exec(f"simulate ephone mac {mac} register")
        if tag:
            device = self.router.phones.get(tag)
            assert device is not None
            assert device.registered

    @rule(tag=PHONES, user=USERS, does=st.sampled_from([log_in, log_out, reset, set_key_phone, unset_key_phone]))
    def use(self, tag: int, user: int, does: Callable[[Consistency, int, int], None]) -> None:
        """Somebody uses a phone, or a program does something to it."""
        does(self, tag, user)

    @rule(how=st.sampled_from([save, write_memory, leave, reload]))
    def keep(self, how: Callable[[Consistency], None]) -> None:
        """Configuration is left, saved, or lost again."""
        how(self)

    @rule(method=st.sampled_from(sorted(MAKES)))
    def take(self, method: str) -> None:
        """What is available becomes taken when it is configured."""
        name, line = MAKES[method]
        free = [int(text) for text in self.tags(method, "available")]
        if not free:
            return
        taken = oracle.listed_tags(method, self.fresh)
        assert free == [next(tag for tag in range(1, len(taken) + 2) if tag not in taken)]
        assert self.post(line.format(free[0])) == 0
        assert free[0] in map(int, self.tags(method, "allTag"))
        assert len(self.ask(method, (name, str(free[0])))[0]) == 1
        assert str(free[0]) not in self.tags(method, "available")
        self.office = Office.of(self.router.config)

    @rule(seconds=st.sampled_from([1, 45, 2000]))
    def wait(self, seconds: int) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)

    # -- what must hold ------------------------------------------------------------------------------------------------------------

    @invariant()
    def everybody_tells_the_same(self) -> None:
        """Checked in this order: later checks use what earlier ones have read."""
        self.what_is_printed_is_what_is_configured()
        self.the_model_knows_every_section_and_key()
        self.every_leaf_says_what_is_so()
        self.events_are_those_of_the_table()
        self.names_lead_to_their_items()
        self.counts_agree()

    def what_is_printed_is_what_is_configured(self) -> None:
        """The running-config, read by a fresh router, gives the same configuration in force."""
        self.fresh = Router.from_text(self.router.running_config, clock=Clock(lambda: self.now))
        assert [finding for finding in self.fresh.findings if finding.severity == "error"] == []
        assert in_force(self.fresh.config.root) == in_force(self.router.config.root)

    def the_model_knows_every_section_and_key(self) -> None:
        """The plain model and the router hold the same."""
        assert Office.of(self.router.config) == self.office

    def every_leaf_says_what_is_so(self) -> None:
        """Every element of every answer is what configuration and phones say; `all` is the union of the single items."""
        for method in oracle.listing():
            tags = oracle.listed_tags(method, self.fresh)
            assert list(map(int, self.tags(method, "allTag"))) == tags
            whole = self.ask(method, ("ISKeyword", "all"))[0]
            assert len(whole) == len(tags)
            for tag, item in zip(tags, whole, strict=True):
                assert oracle.told(item) == oracle.item(method, self.router, self.fresh, tag)
                one = self.ask(method, (MAKES[method][0], str(tag)))[0]
                assert [etree.tostring(each) for each in one] == [etree.tostring(item)]
        for method in oracle.whole():
            assert oracle.told(self.ask(method)) == oracle.single(method, self.router, self.fresh)

    def events_are_those_of_the_table(self) -> None:
        """Every element of every event."""
        for method, name in _EVENTS:
            assert oracle.told(self.ask(method, (name, "all"))) == oracle.events(method, self.router)

    def names_lead_to_their_items(self) -> None:
        """What an item says that it is called, it is found by; and so is a user, wherever he is configured."""
        for method, parameter, path in _NAMES:
            tags = self.tags(method, "all")
            names = [[node.text for node in item.iterfind(path) if node.text] for item in self.ask(method, ("ISKeyword", "all"))[0]]
            for name in {name for each in names for name in each}:
                found = [item[0].text for item in self.ask(method, (parameter, name))[0]]
                assert found == [tag for tag, each in zip(tags, names, strict=True) if name in each]
        for name in ("user1", "paul2", "mary3", "nobody"):
            answer = self.ask("ISgetUser", ("ISuserID", name))
            told = (answer.findtext("ISuser/ISuserType"), answer.findtext("ISuser/ISuserTag"))
            assert told == oracle.user(self.fresh, name)

    def counts_agree(self) -> None:
        """What is counted is what is listed."""
        figures = self.ask("ISgetGlobal")[0]
        assert int(figures.findtext("ISConfiguredDevice") or "") == len(self.tags("ISgetDevice", "allTag"))
        assert int(figures.findtext("ISConfiguredExtension") or "") == len(self.tags("ISgetExtension", "allTag"))
        registered = len(self.ask("ISgetDevice", ("ISDevName", "allRegistered"))[0])
        assert int(figures.findtext("ISDeviceRegistered") or "") == registered
        assert int(figures.findtext("ISPeakDeviceRegistered") or "") >= registered
        up = len(self.ask("ISgetExtension", ("ISExtNumber", "allUp"))[0])
        assert up + len(self.ask("ISgetExtension", ("ISExtNumber", "allDown"))[0]) == len(self.tags("ISgetExtension", "allTag"))
        shown = re.findall(r"^ephone-(\d+)\[", self.exec("show ephone registered"), re.MULTILINE)
        assert len(shown) == registered
        counted = [int(node.text or "") for node in self.ask("ISgetEvtCounts")]
        listed = [len(self.ask(method, (name, "all"))) for method, name in _EVENTS]
        assert counted == listed

    # -- how it is asked -----------------------------------------------------------------------------------------------------------

    def exec(self, line: str) -> str:
        """What another session prints for a line of privileged EXEC."""
        return Session(self.router).execute(line)

    def post(self, *lines: str) -> int:
        """The number of the line at which ISexecCLI failed; 0 where it did not."""
        answer = self.ask("ISexecCLI", *(("CLI", line) for line in lines))
        failed = int(answer.findtext("ISexecCLIResponse") or "-1")
        assert bool(answer.findtext("ISexecCLIError")) == bool(failed)
        return failed

    def ask(self, method: str, *parameters: tuple[str, str]) -> etree._Element:
        """The answer to a request, which is as the schema says; a save that was put off is done first, when nobody is in the way."""
        if self.put_off and not self.session.in_configuration:
            self.put_off, self.saved = False, self.office.copy()
        return response(answer_as_owner(self.router, request(method, *parameters)))

    def tags(self, method: str, keyword: str) -> list[str]:
        """The tags of a list."""
        return [item[0].text or "" for item in self.ask(method, ("ISKeyword", keyword))[0]]


#: Methods, the parameter that takes a name, and the element that has it.
_NAMES = (
    ("ISgetDevice", "ISDevName", "ISDevName"),
    ("ISgetExtension", "ISExtNumber", "ISExtNumber"),
    ("ISgetSipDevice", "ISPoolName", "ISDevMac"),
    ("ISgetSipExtension", "ISVoiceRegNumber", "ISExtNumber"),
    ("ISgetSessionServer", "ISSessionServerName", "ISSessionRegisterID"),
    ("ISgetUserProfile", "ISuserID", "ISuserID"),
)
_EVENTS = (("ISgetDevEvts", "ISDevName"), ("ISgetExtEvts", "ISExtNumber"))

#: Several tests in place of one, so that they run side by side. In the gate every one has its own random numbers, the same on each run.
PARTS = 5


def _part(number: int) -> type[TestCase]:
    """The test of a part of the examples."""
    name = f"Consistency{number}"
    machine: type[RuleBasedStateMachine] = type(name, (Consistency,), {})
    test: type[TestCase] = (machine if LONG else seed(number)(machine)).TestCase
    test.settings = settings(max_examples=examples(50 // PARTS), stateful_step_count=30)  # type: ignore[attr-defined]
    return test


TestConsistency1, TestConsistency2, TestConsistency3, TestConsistency4, TestConsistency5 = map(_part, range(1, PARTS + 1))


def test_every_view_is_looked_at() -> None:
    """Lists and what is about the whole router come from the views; the events and ISgetUser have a check of their own."""
    assert set(oracle.listing()) == set(MAKES)
    assert set(oracle.VIEWS) == {*oracle.listing(), *oracle.whole(), *(method for method, _ in _EVENTS), "ISgetUser"}
