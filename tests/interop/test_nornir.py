"""Nornir with its Netmiko plug-in: tasks on two routers at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from nornir import InitNornir
from nornir.core.task import AggregatedResult, Result, Task
from nornir_netmiko.tasks import netmiko_save_config, netmiko_send_command, netmiko_send_config

from iossim import Router
from iossim.testing import Server
from tests.interop.served import CONFIGURATION

pytestmark = pytest.mark.iossim(CONFIGURATION, http=False, ssh=True)


@pytest.fixture
def servers(iossim_server: Server) -> Iterator[dict[str, Server]]:
    second = Router.from_text(CONFIGURATION.replace("hostname R1", "hostname R2"))
    with second.serve(http=False, ssh=True) as other:
        yield {"r1": iossim_server, "r2": other}


@pytest.fixture
def nornir(servers: dict[str, Server], tmp_path: Path) -> Iterator[Any]:
    """Nornir with an inventory of both routers."""
    rows = [f"{name}:\n  port: {server.ssh.port}\n  groups: [routers]\n" for name, server in servers.items()]
    groups = """routers:
  hostname: 127.0.0.1
  username: admin
  password: s3cret
  platform: cisco_ios
  connection_options:
    netmiko:
      extras: {secret: en4ble}
"""
    (tmp_path / "hosts.yaml").write_text("".join(rows))
    (tmp_path / "groups.yaml").write_text(groups)
    inventory = {"host_file": str(tmp_path / "hosts.yaml"), "group_file": str(tmp_path / "groups.yaml")}
    opened = InitNornir(inventory={"plugin": "SimpleInventory", "options": inventory}, logging={"enabled": False})
    yield opened
    opened.close_connections()


def results(answer: AggregatedResult) -> dict[str, Any]:
    """The result of each router; no task may have failed."""
    assert not answer.failed, {name: result.exception for name, result in answer.failed_hosts.items()}
    return {name: result[-1].result for name, result in answer.items()}


def test_a_command_on_both(nornir: Any) -> None:
    rows = results(nornir.run(netmiko_send_command, command_string="show version", use_textfsm=True))
    assert {name: row[0]["hostname"] for name, row in rows.items()} == {"r1": "R1", "r2": "R2"}


def test_a_task_of_several_steps(nornir: Any) -> None:
    def describe(task: Task) -> Result:
        lines = ["interface GigabitEthernet0/1", f"description {task.host.name} by Nornir"]
        task.run(netmiko_send_config, config_commands=lines)
        task.run(netmiko_save_config)
        return task.run(netmiko_send_command, command_string="show startup-config | include by Nornir")[0]

    shown = results(nornir.run(describe))
    assert shown["r1"] == " description r1 by Nornir"
    assert shown["r2"] == " description r2 by Nornir"


def test_a_router_that_refuses_a_line_is_a_failed_host(nornir: Any) -> None:
    answer = nornir.run(netmiko_send_config, config_commands=["interface Nonsense1"], error_pattern=r"% Invalid")
    assert set(answer.failed_hosts) == {"r1", "r2"}
