"""ISSaveConfig, the save that is put off, and what is told while debugging."""

from __future__ import annotations

import asyncio
import logging
import re

import pytest

from iossim.router import Clock, RouterCore
from iossim.session import Session
from iossim.xmlapi import scenario_player, server
from iossim.xmlapi.scenario_player import play
from tests.router.support import Time
from tests.xmlapi.serving import CLOSE, SAVE, Served, post, serving
from tests.xmlapi.support import OFFICE, ask, office, request, texts


def save(router: RouterCore) -> list[str]:
    return texts(ask(router, "ISSaveConfig"), "ISSaveConfigResult")


def test_a_save_that_was_put_off_is_done_when_nobody_is_in_the_way() -> None:
    router = office()
    console = Session(router, line="console")
    console.execute("configure terminal")
    console.execute("hostname Later")
    assert save(router) == ["delay"]
    assert router.nvram.read() is None
    ask(router, "ISgetGlobal")
    assert router.nvram.read() is None
    console.execute("end")
    ask(router, "ISgetGlobal")
    assert "hostname Later" in str(router.nvram.read())


def test_the_server_does_it_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    async def test(served: Served) -> None:
        console = Session(served.router, line="vty")
        console.execute("configure terminal")
        assert b"<ISSaveConfigResult>delay<" in await served.ask(post(SAVE, CLOSE))
        console.execute("end")
        while served.router.nvram.read() is None:
            await asyncio.sleep(0)

    monkeypatch.setattr(server, "_TICK", 0.01)
    serving(test)


@pytest.mark.parametrize("leaves", [[], [(0.0, "end")]])
def test_a_scenario_in_configuration_is_in_the_way_as_a_user_is(
    monkeypatch: pytest.MonkeyPatch, leaves: list[tuple[float, str]]
) -> None:
    async def test(served: Served) -> None:
        while not any(line.in_configuration for line in served.router.lines):
            await asyncio.sleep(0)
        assert b"<ISSaveConfigResult>delay<" in await served.ask(post(SAVE, CLOSE))
        assert served.router.nvram.read() is None
        time.passes(60)
        if not leaves:
            for _ in range(20):
                await served.ask(post(request("ISgetGlobal"), CLOSE))
            assert served.router.nvram.read() is None
            served.router.lines[0].close()
        while served.router.nvram.read() is None:
            await asyncio.sleep(0)
        assert "hostname Scenario" in str(served.router.nvram.read())

    time = Time()
    monkeypatch.setattr(server, "_TICK", 0.01)
    monkeypatch.setattr(scenario_player, "_LONGEST_WAIT", 0.01)
    steps = [(0.0, "configure terminal"), (0.0, "hostname Scenario"), *((60.0, line) for _, line in leaves)]
    router = RouterCore(clock=Clock(time))
    router.load(OFFICE)
    serving(test, router=router, steps=steps)


def test_a_scenario_goes_on_after_a_reload() -> None:
    router = office()
    Session(router).execute("write memory")
    shown: list[str] = []
    lines = ["configure terminal", "hostname Lost", "do reload", "no", "", "show privilege"]
    asyncio.run(play(router, [(0, line) for line in lines], shown.append))
    assert shown[-2:] == ["Office#show privilege", "Current privilege level is 15"]
    assert router.lines == []


def test_read_strictly_an_open_session_is_in_the_way_too() -> None:
    router = office()
    router.xml_options.strict_save = True
    console = Session(router, line="console")
    assert save(router) == ["delay"]
    console.close()
    assert save(router) == ["success"]


def test_debugging_tells_of_every_request_and_never_of_passwords() -> None:
    router = office()
    session = Session(router)
    assert "CME XML debugging is on" in session.execute("debug cme-xml")
    assert "CME XML:" in session.execute("show debugging")
    ask(router, "ISexecCLI", ("CLI", "telephony-service"), ("CLI", "xml user ann password secret9 15"))
    ask(router, "ISgetNothing")
    told = [line.partition(": ")[2] for line in router.log.buffer if "cme_xml" in line]
    assert re.fullmatch(r"cme_xml: request ISexecCLI from 127\.0\.0\.1, \d+ bytes", told[0])
    assert re.fullmatch(r"cme_xml: response ISexecCLI, \d+ bytes, \d+ ms", told[1])
    assert told[2].startswith("cme_xml: request unknown from 127.0.0.1, ")
    assert "secret9" not in "".join(told)
    session.execute("no debug cme-xml")
    ask(router, "ISgetGlobal")
    assert len([line for line in router.log.buffer if "cme_xml" in line]) == 4


def test_requests_are_counted() -> None:
    router = office()
    ask(router, "ISgetGlobal")
    ask(router, "ISgetDevice", ("ISDevID", "99"))
    ask(router, "ISgetDevice", ("ISDevID", "1"))
    ask(router, "ISgetNothing")
    statistics = router.xml_statistics
    assert (statistics.requests, statistics.errors, statistics.refused) == (4, 2, 0)
    assert {name: (each.requests, each.errors) for name, each in statistics.methods.items()} == {
        "ISgetGlobal": (1, 0),
        "ISgetDevice": (2, 1),
        "": (1, 1),
    }
    assert statistics.bytes_in > 100
    assert statistics.bytes_out > 4000
    shown = Session(router).execute("show ixi statistics").splitlines()
    assert shown[:3] == ["IXI statistics", "  Requests: 4", "  Answered with ISError: 2"]
    assert [line.split() for line in shown[-3:]] == [["(unknown)", "1", "1"], ["ISgetDevice", "2", "1"], ["ISgetGlobal", "1", "0"]]
    router.restart(None)
    assert router.xml_statistics.requests == 0
    assert Session(router).execute("show ixi statistics").splitlines()[-1] == "  Waiting: 0 (peak 0)"


def test_a_scenario_is_typed_line_by_line_and_faults_are_told(caplog: pytest.LogCaptureFixture) -> None:
    router = office("telephony-service\n ip source-address 10.1.1.1\n")
    lines = ["simulate ephone 1 register", "simulate nonsense", "simulate ephone 2 register", "show history"]
    shown: list[str] = []
    with caplog.at_level(logging.WARNING):
        asyncio.run(play(router, [(0, line) for line in lines], shown.append))
    assert [device.tag for device in router.phones.sccp.registered()] == ["1", "2"]
    assert "scenario, second 0: simulate nonsense: % Invalid input" in caplog.text
    assert shown == ["Office#show history", *(f"  {line}" for line in lines)]
    assert router.lines == []


def test_the_server_plays_a_scenario() -> None:
    async def test(served: Served) -> None:
        while not served.router.phones.sccp.registered():
            await asyncio.sleep(0)
        assert b"<ISDevEvtCount>1<" in await served.ask(post(request("ISgetEvtCounts"), CLOSE))

    serving(test, steps=[(0.0, "simulate ephone 1 register")])


def test_a_change_by_http_is_saved_by_http() -> None:
    router = office()
    ask(router, "ISexecCLI", ("CLI", "hostname Saved"))
    assert save(router) == ["success"]
    assert "hostname Saved" in str(router.nvram.read())
