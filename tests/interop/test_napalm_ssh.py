"""NAPALM over SSH, unmodified: merge and replace candidates, compare, commit, confirm, revert, rollback, discard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from napalm import get_network_driver

from iossim.testing import Server
from tests.interop.served import CONFIGURATION

pytestmark = pytest.mark.iossim(CONFIGURATION, http=False, ssh=True)


def driver(server: Server, **options: Any) -> Any:
    """A driver of NAPALM, not yet open."""
    arguments = {"port": server.ssh.port, "secret": "en4ble", **options}
    return get_network_driver("ios")(server.ssh.host, "admin", "s3cret", timeout=60, optional_args=arguments)


def test_getters(iossim_server: Server) -> None:
    with driver(iossim_server) as router:
        facts = router.get_facts()
        assert (facts["hostname"], facts["model"], facts["os_version"]) == (
            "R1",
            "CISCO2911/K9",
            "C2900 Software (C2900-UNIVERSALK9-M), Version 15.7(3)M8, RELEASE SOFTWARE (fc1)",
        )
        assert router.get_interfaces()["GigabitEthernet0/0"]["description"] == "LAN"
        assert router.get_interfaces_ip()["GigabitEthernet0/0"]["ipv4"] == {"10.10.0.1": {"prefix_length": 24}}
        assert set(router.get_users()) == {"admin", "guest"}
        assert "hostname R1" in router.get_config()["running"]
        assert router.ping("10.10.0.1")["success"]["packet_loss"] == 0
        assert router.is_alive() == {"is_alive": True}


@pytest.mark.parametrize("inline", [False, True])
def test_merge(iossim_server: Server, inline: bool) -> None:
    """The candidate comes by SCP, or is typed into the Tcl shell."""
    with driver(iossim_server, inline_transfer=inline) as router:
        router.load_merge_candidate(config=f"interface GigabitEthernet0/1\n description merged {inline}\nend\n")
        assert f"description merged {inline}" in router.compare_config()
        router.commit_config()
        assert router.compare_config() == ""
        assert f"description merged {inline}" in router.get_config()["running"]
        assert f"description merged {inline}" in router.get_config()["startup"]
        router.rollback()
        assert f"description merged {inline}" not in router.get_config()["running"]


def test_replace(iossim_server: Server) -> None:
    with driver(iossim_server) as router:
        before = router.get_config()["running"]
        wanted = before.replace("description LAN", "description replaced")
        router.load_replace_candidate(config=wanted)
        assert "+description replaced" in router.compare_config()
        router.commit_config()
        assert "description replaced" in router.get_config()["running"]
        router.rollback()
        assert "description LAN" in router.get_config()["running"]


def test_discard(iossim_server: Server) -> None:
    with driver(iossim_server) as router:
        router.load_merge_candidate(config="hostname R9\n")
        router.discard_config()
        assert router.compare_config() == ""
        assert router.get_facts()["hostname"] == "R1"


def test_commit_with_revert(iossim_server: Server) -> None:
    with driver(iossim_server) as router:
        router.load_merge_candidate(config="ip host later 10.10.0.77\nend\n")
        router.commit_config(revert_in=120)
        assert router.has_pending_commit()
        router.confirm_commit()
        assert not router.has_pending_commit()
        assert "ip host later" in router.get_config()["startup"]


def test_a_wrong_line_of_a_merge(iossim_server: Server, tmp_path: Path) -> None:
    from napalm.base.exceptions import MergeConfigException

    with driver(iossim_server) as router:
        router.load_merge_candidate(config="interface GigabitEthernet0/1\n descripton wrong\nend\n")
        with pytest.raises(MergeConfigException):
            router.commit_config()
