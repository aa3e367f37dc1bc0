"""Ansible's cisco.ios over network_cli, unmodified: twice the same playbook, by both of its SSH libraries."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import asyncssh
import pytest
import yaml

from iossim.samples import sample
from tests.interop.served import CONFIGURATION, served

_FOLDER = Path(__file__).parent / "ansible"
#: The tasks that change something in the first run.
_CHANGING = {"interfaces merged", "addresses merged", "static routes merged", "user", "user absent", "banner", "lines"}


def play(folder: Path, port: int, library: str, playbook: Path = _FOLDER / "site.yml", **more: str) -> dict[str, dict[str, Any]]:
    """Plays a playbook; returns the result of each task by its name.

    Args:
        folder: the folder of the test.
        port: the port of SSH.
        library: `libssh` or `paramiko`.
        playbook: the playbook.
        more: variables of the playbook.
    """
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
        **more,
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
    command = ["ansible-playbook", "-i", str(inventory), str(playbook)]
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


_READING = {"interfaces gathered", "addresses gathered", "static routes gathered", "hostname gathered", "saved when modified"}
#: The tasks whose second run changes the router again, as a real router's would: it prints `hostname Router`, which the module deletes;
#: and the module deletes the key of a user in the first run, the user in the second.
_NEVER_DONE = {"hostname deleted", "user absent"}


def test_every_state_twice(tmp_path: Path) -> None:
    key = asyncssh.generate_private_key("ssh-rsa", comment="keyed@example.net").export_public_key().decode().strip()
    (written,) = yaml.safe_load((_FOLDER / "states.yml").read_text())
    written["tasks"] = [twin for task in written["tasks"] for twin in (task, {**task, "name": f"{task['name']}, again"})]
    playbook = tmp_path / "twice.yml"
    playbook.write_text(yaml.safe_dump([written], sort_keys=False))
    configuration = CONFIGURATION
    for line in (" ip address 10.10.0.1 255.255.255.0\n", " no ip address\n shutdown\n"):
        configuration = configuration.replace(line, f"{line} duplex auto\n speed auto\n")
    with served(tmp_path, configuration) as program:
        tasks = play(tmp_path, program.ssh, "libssh", playbook, public_key=key)
    again = {name.removesuffix(", again") for name, task in tasks.items() if task.get("changed") and name.endswith(", again")}
    first = {name for name, task in tasks.items() if task.get("changed") and not name.endswith(", again")}
    assert first == {name for name in tasks if not name.endswith(", again")} - _READING
    assert again == _NEVER_DONE
    port = {"name": "GigabitEthernet0/0", "description": "Overridden", "enabled": True, "duplex": "auto", "speed": "auto"}
    assert tasks["interfaces gathered"]["gathered"] == [port, {"name": "GigabitEthernet0/1", "enabled": False}]
    addresses = [("GigabitEthernet0/0", "10.10.0.1/24"), ("GigabitEthernet0/1", "10.23.0.1/24")]
    assert tasks["addresses gathered"]["gathered"] == [{"name": name, "ipv4": [{"address": text}]} for name, text in addresses]
    route = {"dest": "203.0.113.0/24", "next_hops": [{"forward_router_address": "10.10.0.252"}]}
    assert tasks["static routes gathered"]["gathered"] == [{"address_families": [{"afi": "ipv4", "routes": [route]}]}]
    assert tasks["hostname gathered"]["gathered"] == {"hostname": "R4"}
    difference = tasks["lines with a difference"]["diff"]
    assert ("ip domain name example.net" in difference["before"], "ip domain name example.org" in difference["after"]) == (
        True,
        True,
    )


def test_the_example_changes_nothing_when_it_runs_again(tmp_path: Path) -> None:
    folder = Path(__file__).parents[2] / "examples" / "ansible"
    environment = {
        **os.environ,
        "ANSIBLE_HOME": str(tmp_path / "home"),
        "ANSIBLE_CONFIG": str(folder / "ansible.cfg"),
        "ANSIBLE_STDOUT_CALLBACK": "ansible.posix.json",
        "ANSIBLE_DEPRECATION_WARNINGS": "False",
    }
    changed, configured = [], ""
    with served(tmp_path, sample("small-office").text) as program:
        for _ in range(2):
            command = ["ansible-playbook", "-i", str(folder / "inventory.yml"), "-e", f"ansible_port={program.ssh}"]
            result = subprocess.run(
                [*command, str(folder / "phones.yml")], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert result.returncode == 0, result.stdout + result.stderr
            (plays,) = json.loads(result.stdout[result.stdout.index("{") :])["plays"]
            tasks = {task["task"]["name"]: task["hosts"]["office"] for task in plays["tasks"]}
            changed.append([name for name, task in tasks.items() if task.get("changed")])
            configured = "".join(tasks["summary"]["stdout"])
    assert changed == [["numbers", "phones", "save"], []]
    assert "0011.2233.4405" in configured
    assert "0011.2233.4406" in configured
