"""The lock of the configuration: `configuration mode exclusive`, `configure terminal lock` and their show and clear commands."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.router import Clock
from iossim.session import Session
from iossim.xmlapi import answer_as_owner
from tests.router.support import Time

ENTER = "Enter configuration commands, one per line.  End with CNTL/Z.\n"
LOCKED = (
    "Configuration mode locked exclusively. The lock will be cleared once you exit out of configuration mode using end/exit\n\n"
)
REFUSED = "Configuration mode locked exclusively by user 'unknown' process '3' from terminal '0'. Please try later.\n"


class Pair:
    """A router with two users: one on the console, and bob on a vty line."""

    def __init__(self, policy: str = "auto") -> None:
        self.time = Time()
        line = f"configuration mode exclusive {policy}\n" if policy else ""
        self.router = Router.from_text(f"hostname R1\n{line}end\n", clock=Clock(self.time))
        self.console, self.bob = self.router.session(line="console"), self.router.session(user="bob", line="vty")

    def state(self) -> dict[str, str]:
        """The rows of `show configuration lock`."""
        rows = self.bob.execute("show configuration lock").splitlines()[2:]
        return {name.strip(): value.strip() for name, _, value in (row.partition(":") for row in rows)}


def enters(session: Session, line: str = "configure terminal") -> str:
    return session.run(line).output


def test_auto_locks_for_the_time_in_configuration() -> None:
    pair = Pair()
    assert enters(pair.console) == LOCKED + ENTER
    assert enters(pair.bob) == REFUSED
    assert pair.bob.prompt == "R1#"
    pair.console.execute("interface Loopback0")
    assert enters(pair.bob) == REFUSED
    pair.console.execute("end")
    assert enters(pair.bob) == LOCKED + ENTER
    assert enters(pair.console).startswith("Configuration mode locked exclusively by user 'bob' process '187'")


@pytest.mark.parametrize("leaves", ["end", "exit", "close", "reload"])
def test_every_way_out_frees_the_lock(leaves: str) -> None:
    pair = Pair()
    pair.bob.execute("write memory")
    enters(pair.console)
    if leaves == "close":
        pair.console.close()
    elif leaves == "reload":
        pair.router.reload("console", "Reload Command")
        pair.bob = pair.router.session(user="bob", line="vty")
    else:
        pair.console.execute(leaves)
    assert pair.state()["State"] == "FREE"
    assert enters(pair.bob) == LOCKED + ENTER


def test_manual_locks_only_for_the_word() -> None:
    pair = Pair("manual")
    assert enters(pair.console) == enters(pair.bob) == ENTER
    pair.console.execute("end")
    pair.bob.execute("end")
    assert enters(pair.console, "configure terminal lock") == LOCKED + ENTER
    assert enters(pair.bob) == enters(pair.bob, "configure terminal lock") == REFUSED


@pytest.mark.parametrize("line", ["configure terminal", "configure terminal lock"])
def test_without_the_policy_nobody_locks(line: str) -> None:
    pair = Pair("")
    assert enters(pair.console, line) == enters(pair.bob, line) == ENTER


def test_who_is_in_configuration_already_must_wait() -> None:
    pair = Pair("manual")
    enters(pair.bob)
    enters(pair.console, "configure terminal lock")
    assert pair.bob.execute("hostname BOB") == REFUSED
    assert pair.bob.execute("do show clock") != REFUSED
    pair.console.execute("end")
    assert pair.bob.execute("hostname BOB") == ""
    assert pair.router.hostname == "BOB"


@pytest.mark.parametrize("line", ["configure replace nvram:startup-config force", "configure terminal revert timer 5"])
def test_other_ways_to_configure_are_refused(line: str) -> None:
    pair = Pair()
    pair.bob.execute("write memory")
    enters(pair.console)
    assert pair.bob.execute(line) == REFUSED


def test_a_copy_into_the_running_config_is_refused() -> None:
    pair = Pair()
    pair.bob.execute("write memory")
    enters(pair.console)
    pair.console.execute("hostname NEW")
    assert REFUSED in pair.bob.execute("copy startup-config running-config") + pair.bob.execute("")
    assert pair.router.hostname == "NEW"


def test_the_state() -> None:
    pair = Pair()
    free = pair.state()
    assert (free["Owner PID"], free["TTY"], free["Type"], free["State"], free["Class"]) == (
        "-1",
        "-1",
        "NO LOCK",
        "FREE",
        "unknown",
    )
    enters(pair.console)
    pair.time.passes(6)
    held = pair.state()
    assert (held["Owner PID"], held["User"], held["TTY"], held["Type"]) == ("3", "unknown", "0", "EXCLUSIVE")
    assert (held["User debug info"], held["Count"]) == ("configure terminal", "1")
    assert (held["Lock active time (in Sec)"], held["Lock Expiration timer (in Sec)"]) == ("6", "594")
    assert list(free) == list(held)


@pytest.mark.parametrize(("policy", "seconds"), [("auto", 600), ("auto expire 60", 60)])
def test_the_lock_ends_by_itself(policy: str, seconds: int) -> None:
    pair = Pair(policy)
    enters(pair.bob)
    pair.time.passes(seconds - 1)
    assert "process '187'" in enters(pair.console)
    pair.time.passes(1)
    assert enters(pair.console).endswith(LOCKED + ENTER)
    assert "process '3'" in pair.bob.execute("hostname BOB")


def test_clear() -> None:
    pair = Pair()
    assert pair.bob.execute("clear configuration lock") == "Parser Config not locked.\n"
    enters(pair.console)
    for answer, state in (("n", "LOCKED"), ("", "FREE")):
        assert pair.bob.execute("clear configuration lock") == "Process <3> is holding the EXCLUSIVE lock !\n"
        assert pair.bob.prompt == "Do you want to clear the lock?[confirm]"
        pair.bob.execute(answer)
        assert pair.state()["State"] == state
    assert "The configuration lock was cleared by user <bob> from terminal <388>\n" in pair.console.messages()
    assert pair.console.prompt == "R1(config)#"
    assert enters(pair.bob) == LOCKED + ENTER


def test_a_request_of_the_xml_api_is_refused_while_somebody_has_the_lock() -> None:
    pair = Pair()
    enters(pair.console)
    request = b"<request><ISexecCLI><CLI>hostname XML</CLI></ISexecCLI></request>"
    assert b"Please try later." in answer_as_owner(pair.router, request)
    assert pair.router.hostname == "R1"
    pair.console.execute("end")
    assert b"Please try later." not in answer_as_owner(pair.router, request)
    assert pair.router.hostname == "XML"


def test_it_is_printed() -> None:
    router = Pair("manual expire 120 lock-show").router
    assert "\nconfiguration mode exclusive manual expire 120 lock-show\n" in router.running_config
    session = router.session()
    for line in ("configure terminal", "no configuration mode exclusive"):
        session.execute(line)
    assert "exclusive" not in router.running_config
