"""Ansible's cisco.ios over network_cli, unmodified: twice the same playbook, by both of its SSH libraries."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.interop.served import CONFIGURATION, served

_PLAYBOOK = Path(__file__).parent / "ansible" / "site.yml"
#: The tasks that change something in the first run.
_CHANGING = {"interfaces merged", "addresses merged", "static routes merged", "user", "user absent", "banner", "lines"}


def play(folder: Path, port: int, library: str) -> dict[str, dict[str, Any]]:
    """Plays the playbook; returns the result of each task by its name."""
    variables = {
        "ansible_host": "127.0.0.1",
        "ansible_port": port,
        "ansible_user": "admin",
        "ansible_password": "s3cret",
        "ansible_become": True,
        "ansible_become_method": "enable",
        "ansible_become_password": "en4ble",
        "ansible_network_os": "cisco.ios.ios",
        "ansible_network_cli_ssh_type": library,
        "backup_folder": str(folder / "backup"),
    }
    inventory = folder / "inventory.json"
    inventory.write_text(json.dumps({"routers": {"hosts": {"r1": variables}}}))
    environment = {
        **os.environ,
        "ANSIBLE_HOME": str(folder / "home"),
        "ANSIBLE_HOST_KEY_CHECKING": "False",
        "ANSIBLE_STDOUT_CALLBACK": "ansible.posix.json",
        "ANSIBLE_DEPRECATION_WARNINGS": "False",
    }
    command = ["ansible-playbook", "-i", str(inventory), str(_PLAYBOOK)]
    result = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    (plays,) = json.loads(result.stdout[result.stdout.index("{") :])["plays"]
    results = {task["task"]["name"]: task["hosts"]["r1"] for task in plays["tasks"]}
    failed = {name: task.get("msg") for name, task in results.items() if task.get("failed")}
    assert not failed, (failed, result.stderr)
    return results


@pytest.mark.parametrize("library", ["libssh", "paramiko"])
def test_a_playbook_twice(tmp_path: Path, library: str) -> None:
    configuration = CONFIGURATION.replace(
        "interface GigabitEthernet0/0\n", "username leaver secret 0 gone\ninterface GigabitEthernet0/0\n", 1
    )
    with served(tmp_path, configuration) as program:
        first = play(tmp_path, program.ssh, library)
        second = play(tmp_path, program.ssh, library)
    assert {name for name, task in first.items() if task.get("changed")} - {"backup"} == _CHANGING
    assert {name for name, task in second.items() if task.get("changed")} - {"backup"} == set()
    facts = first["facts"]["ansible_facts"]
    assert facts["ansible_net_hostname"] == "R1"
    assert facts["ansible_net_version"] == "15.7(3)M8"
    assert facts["ansible_net_interfaces"]["GigabitEthernet0/0"]["ipv4"] == [{"address": "10.10.0.1", "subnet": "24"}]
    shut = facts["ansible_net_interfaces"]["GigabitEthernet0/1"]
    assert (shut["operstatus"], shut["lineprotocol"]) == ("administratively down", "down")
    assert facts["ansible_net_filesystems"] == ["flash0:"]
    assert facts["ansible_net_memtotal_mb"] > facts["ansible_net_memfree_mb"] > 0
    (brief,) = [text for text in second["command"]["stdout"] if "IP-Address" in text]
    assert "10.20.0.1" in brief
    gathered = {interface["name"]: interface for interface in second["interfaces gathered"]["gathered"]}
    assert gathered["GigabitEthernet0/1"]["description"] == "by Ansible"
    backup = (tmp_path / "backup" / "r1.cfg").read_text()
    assert "username ansible privilege 15 secret 5 $1$" in backup
    assert "leaver" not in backup
