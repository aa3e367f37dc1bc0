"""Whatever is typed, posted, saved, reloaded and whatever phones do: every front end tells the same story."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from lxml import etree

from iossim import Router
from iossim.errors import PhoneError
from iossim.router import Clock
from iossim.session import Session
from iossim.xmlapi import answer_as_owner
from tests.properties import oracle
from tests.properties.office import START, Line, Office, lists
from tests.support import examples
from tests.xmlapi.support import request, response

TAGS = st.integers(1, 3)
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


class Consistency(RuleBasedStateMachine):
    """One router, driven from all sides at once."""

    def __init__(self) -> None:
        super().__init__()
        self.now = datetime(2026, 11, 23, 12, tzinfo=UTC)
        self.router = Router.from_text(START, clock=Clock(lambda: self.now))
        self.session = Session(self.router)
        self.office = Office.of(self.router.config)
        self.saved: Office | None = None
        self.fresh = self.router

    @initialize()
    def somebody_sits_down(self) -> None:
        """The shell is in configuration, as most of the time."""
        self.session.execute("configure terminal")

    # -- what is done --------------------------------------------------------------------------------------------------------------

    @rule(typed=lists())
    def type(self, typed: list[Line]) -> None:
        """Lines are typed into the shell; what it refuses is as if it had not been typed."""
        for line in typed:
            if not self.session.in_configuration:
                self.session.execute("configure terminal")
            if self.session.run(line.text).accepted:
                self.office.accept(line)

    @rule(posted=lists())
    def post(self, posted: list[Line]) -> None:
        """Lines are posted; those before the one that fails count."""
        body = request("ISexecCLI", *(("CLI", line.text) for line in posted))
        answer = response(answer_as_owner(self.router, body))
        failed = int(answer.findtext("ISexecCLIResponse") or "-1")
        assert bool(answer.findtext("ISexecCLIError")) == bool(failed)
        for line in posted[: failed - 1 if failed else None]:
            self.office.accept(line)

    @rule()
    def leave(self) -> None:
        """The shell leaves configuration."""
        self.session.end()

    @rule()
    def save(self) -> None:
        """Saved by the API; put off while the shell, as a console, would be in the way."""
        answer = response(answer_as_owner(self.router, request("ISSaveConfig")))
        assert answer.findtext("ISSaveConfigResult") == "success"
        self.saved = self.office.copy()

    @rule()
    def write_memory(self) -> None:
        """Saved by the shell."""
        Session(self.router).execute("write memory")
        self.saved = self.office.copy()

    @precondition(lambda self: self.saved is not None)
    @rule()
    def reload(self) -> None:
        """The router starts anew; every phone is down then."""
        assert self.saved is not None
        self.router.restart(self.router.nvram.read())
        self.office = self.saved.copy()
        assert not self.router.phones.sccp.registered()

    @rule(tag=TAGS, action=st.sampled_from(["register", "unregister", "decease", "dnd", "no-dnd"]))
    def phone(self, tag: int, action: str) -> None:
        """Something happens to an SCCP phone."""
        self.do(f"simulate ephone {tag} {action}")

    @rule(tag=TAGS, action=st.sampled_from(["register", "unregister"]))
    def sip_phone(self, tag: int, action: str) -> None:
        """Something happens to a SIP phone."""
        self.do(f"simulate voice register pool {tag} {action}")

    @rule(tag=TAGS, state=st.sampled_from(["idle", "seize", "ringing", "connected", "hold"]))
    def line(self, tag: int, state: str) -> None:
        """Something happens on a line."""
        self.do(f"simulate ephone-dn {tag} {state}")

    @rule(action=st.sampled_from(["register", "unregister", "decease"]))
    def phones(self, action: str) -> None:
        """Something happens to every phone."""
        self.do(f"simulate ephone all {action}")

    @rule(user=TAGS, tag=TAGS)
    def login(self, user: int, tag: int) -> None:
        """A user logs in somewhere."""
        try:
            self.router.phones.login(f"mary{user}", tag)
        except PhoneError:
            return

    @rule(command=st.sampled_from(["clear telephony-service xml-event-log", "show ephone", "show ephone-dn summary"]))
    def do(self, command: str) -> None:
        """A line is typed in privileged EXEC."""
        Session(self.router).execute(command)

    @rule(seconds=st.sampled_from([1, 45, 2000]))
    def wait(self, seconds: int) -> None:
        """Time goes by."""
        self.now += timedelta(seconds=seconds)

    @rule(tag=TAGS)
    def reset(self, tag: int) -> None:
        """A phone starts anew, and is back after a while."""
        body = request("ISexecCLI", ("CLI", f"ephone {tag}"), ("CLI", "reset"))
        if response(answer_as_owner(self.router, body)).findtext("ISexecCLIResponse") != "1":
            self.office.accept(Line("", ("ephone", str(tag))))

    @rule(method=st.sampled_from(sorted(MAKES)))
    def take(self, method: str) -> None:
        """What is available becomes taken when it is configured."""
        name, line = MAKES[method]
        free = [int(text) for text in self.tags(method, "available")]
        if not free:
            return
        assert free[0] not in oracle.listed_tags(method, self.fresh)
        answer = response(answer_as_owner(self.router, request("ISexecCLI", ("CLI", line.format(free[0])))))
        assert answer.findtext("ISexecCLIResponse") == "0"
        assert free[0] in map(int, self.tags(method, "allTag"))
        assert len(self.ask(method, (name, str(free[0])))[0]) == 1
        assert str(free[0]) not in self.tags(method, "available")
        self.office = Office.of(self.router.config)

    # -- what must hold ------------------------------------------------------------------------------------------------------------

    @invariant()
    def everybody_tells_the_same(self) -> None:
        """Checked in this order: later checks use what earlier ones have read."""
        self.what_is_printed_is_what_is_configured()
        self.the_model_knows_every_section_and_key()
        self.every_leaf_says_what_is_so()
        self.counts_agree()

    def what_is_printed_is_what_is_configured(self) -> None:
        """The running-config, read by a fresh router, gives the same tree."""
        self.fresh = Router.from_text(self.router.running_config, clock=Clock(lambda: self.now))
        assert [finding for finding in self.fresh.findings if finding.severity == "error"] == []
        assert self.fresh.config.root.snapshot() == self.router.config.root.snapshot()

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
        for method in ("ISgetGlobal", "ISgetVoiceRegGlobal", "ISgetPresenceGlobal", "ISgetUtilityDirectory", "ISgetEvtCounts"):
            assert oracle.told(self.ask(method)) == oracle.single(method, self.router, self.fresh)

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
        counted = [int(node.text or "") for node in self.ask("ISgetEvtCounts")]
        listed = [len(self.ask(method, (name, "all"))) for method, name in _EVENTS]
        assert counted == listed

    def ask(self, method: str, *parameters: tuple[str, str]) -> etree._Element:
        """The answer to a request, which is as the schema says."""
        return response(answer_as_owner(self.router, request(method, *parameters)))

    def tags(self, method: str, keyword: str) -> list[str]:
        """The tags of a list."""
        return [item[0].text or "" for item in self.ask(method, ("ISKeyword", keyword))[0]]


_EVENTS = (("ISgetDevEvts", "ISDevName"), ("ISgetExtEvts", "ISExtNumber"))

TestConsistency = Consistency.TestCase
TestConsistency.settings = settings(max_examples=examples(50), stateful_step_count=30)


def test_the_oracle_knows_every_list() -> None:
    assert set(oracle.listing()) == set(MAKES)
