"""The port of metrics: values of a router that works, health, and a port that is in use."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from iossim import Router
from iossim.errors import ListenError
from iossim.metrics import MetricsServer

SAMPLE = "sample-configs/small-office.cfg"


def served(test: Callable[[str, aiohttp.ClientSession], Awaitable[None]], **routers: Router) -> None:
    """Runs a test beside a server."""

    async def run() -> None:
        server = MetricsServer(routers, "127.0.0.1", 0)
        host, port = await server.open()
        try:
            async with aiohttp.ClientSession() as client:
                await test(f"http://{host}:{port}", client)
        finally:
            await server.close()

    asyncio.run(run())


async def values(url: str, client: aiohttp.ClientSession) -> dict[tuple[str, ...], float]:
    """The values by name and labels."""
    async with client.get(f"{url}/metrics") as answer:
        assert answer.headers["Content-Type"].startswith("text/plain; version=")
        families = text_string_to_metric_families(await answer.text())
        return {
            (sample.name, *(value for _, value in sorted(sample.labels.items()))): sample.value
            for family in families
            for sample in family.samples
        }


def test_the_values_follow_the_router() -> None:
    router = Router.from_file(SAMPLE)
    router.extra_users["tester"] = "word"

    async def test(url: str, client: aiohttp.ClientSession) -> None:
        before = await values(url, client)
        assert before["iossim_up", "office"] == 1
        assert before["iossim_phones", "sccp", "office", "unregistered"] == 3
        assert before["iossim_unsaved", "office"] == 0
        assert before["iossim_router_info", str(router.cme_version), "Office", "office"] == 1
        session = router.session(line="console")
        for line in ("simulate ephone 1 register", "simulate time 90", "configure terminal", "hostname Other", "end"):
            session.execute(line)
        for body in ("<request><ISgetGlobal/></request>", "<request><ISbanana/></request>"):
            router.xml(body, "tester", "word")
        router.http("POST", "/ios_xml_app/cme")
        after = await values(url, client)
        assert after["iossim_phones", "sccp", "office", "registered"] == 1
        assert after["iossim_phones", "sccp", "office", "unregistered"] == 2
        assert after["iossim_phones", "sip", "office", "registered"] == 0
        assert after["iossim_events", "office"] == 1
        assert after["iossim_uptime_seconds", "office"] >= 90
        assert after["iossim_unsaved", "office"] == 1
        assert after["iossim_sessions", "console", "office"] == 1
        assert after["iossim_sessions", "vty", "office"] == 0
        assert after["iossim_xml_requests_total", "ISgetGlobal", "office"] == 1
        assert after["iossim_xml_requests_total", "unknown", "office"] == 1
        assert after["iossim_xml_errors_total", "office"] == 1
        assert after["iossim_http_refused_total", "office"] == 1
        assert after["iossim_xml_received_bytes_total", "office"] == 63
        assert after["iossim_xml_sent_bytes_total", "office"] > 1000

    served(test, office=router)


def test_all_routers_of_a_fleet_are_there() -> None:
    async def test(url: str, client: aiohttp.ClientSession) -> None:
        answers = await values(url, client)
        assert [answers["iossim_up", name] for name in ("one", "two")] == [1, 1]
        assert answers["iossim_phones", "sccp", "one", "unregistered"] == 3
        assert answers["iossim_phones", "sccp", "two", "unregistered"] == 0

    served(test, one=Router.from_file(SAMPLE), two=Router())


def test_the_health_is_that_of_the_router() -> None:
    router = Router()

    async def health(url: str, client: aiohttp.ClientSession) -> tuple[int, object]:
        async with client.get(f"{url}/health") as answer:
            return answer.status, await answer.json()

    async def test(url: str, client: aiohttp.ClientSession) -> None:
        assert await health(url, client) == (200, {"status": "up", "down": []})
        router.faults.add("reload slow", 60)
        router.reload("console", "test")
        assert await health(url, client) == (503, {"status": "down", "down": ["bare"]})
        assert (await values(url, client))["iossim_up", "bare"] == 0
        router.clock.advance(minutes=1)
        assert await health(url, client) == (200, {"status": "up", "down": []})

    served(test, bare=router, other=Router())


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/", 404), ("POST", "/metrics", 405), ("GET", "/metrics/../x", 404)]
)
def test_other_requests_are_refused(method: str, path: str, status: int) -> None:
    async def test(url: str, client: aiohttp.ClientSession) -> None:
        async with client.request(method, f"{url}{path}") as answer:
            assert answer.status == status

    served(test, bare=Router())


def test_a_name_with_strange_characters_is_escaped() -> None:
    async def test(url: str, client: aiohttp.ClientSession) -> None:
        assert (await values(url, client))["iossim_up", 'a"b\\c\nd'] == 1

    served(test, **{'a"b\\c\nd': Router()})


def test_a_port_in_use_is_reported() -> None:
    async def test(url: str, _: aiohttp.ClientSession) -> None:
        port = int(url.rpartition(":")[2])
        with pytest.raises(ListenError, match=rf"port {port} on 127\.0\.0\.1 is in use; choose another one with --metrics-port"):
            await MetricsServer({}, "127.0.0.1", port).open()

    served(test)
