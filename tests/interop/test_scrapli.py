"""scrapli, unmodified: its levels of privilege, configurations, and a long host name."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from scrapli.driver.core import AsyncIOSXEDriver, IOSXEDriver

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

pytestmark = pytest.mark.iossim(CONFIGURATION, http=False, ssh=True, telnet=True)


def options(server: Server, transport: str) -> dict[str, Any]:
    """The options of a connection."""
    address = server.telnet if "telnet" in transport else server.ssh
    return {
        "host": address.host,
        "port": address.port,
        "auth_username": "admin",
        "auth_password": "s3cret",
        "auth_secondary": "en4ble",
        "auth_strict_key": False,
        "transport": transport,
        "ssh_config_file": False,
    }


@pytest.mark.parametrize("transport", ["system", "telnet"])
def test_synchronous(iossim_server: Server, transport: str) -> None:
    with IOSXEDriver(**options(iossim_server, transport)) as router:
        assert router.get_prompt() == "R1#"
        router.acquire_priv("exec")
        assert router.get_prompt() == "R1>"
        router.acquire_priv("configuration")
        assert router.get_prompt() == "R1(config)#"
        router.acquire_priv("privilege_exec")
        response = router.send_command("show privilege")
        assert response.result == "Current privilege level is 15"
        assert not response.failed
        assert router.send_command("show nothing").failed
        assert not router.send_configs(["interface GigabitEthernet0/1", f"description by {transport}"]).failed
        assert router.send_configs(["interface GigabitEthernet0/1", "descripton x"], stop_on_failed=True).failed
        assert f"description by {transport}" in router.send_command("show running-config").result


def test_asynchronous(iossim_server: Server) -> None:
    async def test() -> None:
        async with AsyncIOSXEDriver(**options(iossim_server, "asyncssh")) as router:
            assert await router.get_prompt() == "R1#"
            assert (await router.send_command("show privilege")).result == "Current privilege level is 15"
            assert not (await router.send_configs(["interface GigabitEthernet0/1", "description by asyncssh"])).failed

    asyncio.run(test())


def test_a_long_host_name(iossim_server: Server) -> None:
    long = "a-router-whose-name-is-far-too-long-for-a-prompt"
    with IOSXEDriver(**options(iossim_server, "system")) as router:
        router.send_config(f"hostname {long}")
        assert router.get_prompt() == f"{long[:20]}(config)#"
        router.acquire_priv("privilege_exec")
        assert router.get_prompt() == f"{long}#"
        assert not router.send_configs(["interface GigabitEthernet0/1", "description long"]).failed
        router.send_config("hostname R1")
        router.acquire_priv("privilege_exec")
        assert router.get_prompt() == "R1#"
