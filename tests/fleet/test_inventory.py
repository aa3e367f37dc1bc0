"""Inventories: files, folders, and everything that is wrong with them."""

from __future__ import annotations

from ipaddress import IPv4Network
from pathlib import Path

import pytest

from iossim.fleet import read_inventory
from iossim.fleet.inventory import InventoryError, Ports


def written(folder: Path, text: str) -> Path:
    """The file of an inventory."""
    path = folder / "fleet.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_all_settings(tmp_path: Path) -> None:
    text = """
http: 8100-8199
ssh: 2200
addresses: 127.0.1.0/24
user: admin
password: cisco
routers:
  - name: branch-1
    config: configs/one.cfg
  - {name: small, sample: small-office, count: 2}
"""
    inventory = read_inventory(written(tmp_path, text))
    assert [(entry.name, entry.config.name, entry.line) for entry in inventory.entries] == [
        ("branch-1", "one.cfg", 8),
        ("small-001", "small-office.cfg", 10),
        ("small-002", "small-office.cfg", 10),
    ]
    assert inventory.entries[0].config == tmp_path / "configs" / "one.cfg"
    assert inventory.doors == {"http": Ports(8100, 8199), "ssh": Ports(2200, 65535)}
    assert (inventory.network, inventory.user, inventory.password) == (IPv4Network("127.0.1.0/24"), "admin", "cisco")
    assert inventory.problems == []


def test_without_settings_http_and_ssh_have_free_ports(tmp_path: Path) -> None:
    inventory = read_inventory(written(tmp_path, "routers: [{name: a, sample: hotel}]"))
    assert inventory.doors == {"http": Ports(0, 0), "ssh": Ports(0, 0)}
    assert (inventory.network, inventory.user, inventory.password) == (None, "iossim", None)


def test_the_command_line_wins(tmp_path: Path) -> None:
    path = written(tmp_path, "http: 8100-8101\nrouters: [{name: a, sample: hotel}]")
    assert read_inventory(path, {"http": 9000, "telnet": 0}).doors == {"http": Ports(9000, 65535), "telnet": Ports(0, 65535)}


def test_a_folder_names_routers_after_files(tmp_path: Path) -> None:
    for name in ("b.cfg", "a.ios", "b.txt", "notes.md", ".hidden"):
        (tmp_path / name).write_text("hostname X\n", encoding="utf-8")
    inventory = read_inventory(tmp_path)
    assert [entry.name for entry in inventory.entries] == ["a", "b"]
    assert inventory.problems == [f"{tmp_path / 'b.txt'}: another router has the name b (b.cfg)"]


def test_twins_and_unknown_samples_are_reported_and_the_others_stay(tmp_path: Path) -> None:
    text = """routers:
  - {name: a, sample: hotel}
  - {name: a, config: x.cfg}
  - {name: b, sample: hotl}
  - {name: c, sample: hotel, config: x.cfg}
  - {name: d}
  - {name: "e e", sample: hotel}
  - {name: a-001, config: y.cfg}
  - {name: a, sample: hotel, count: 1}
"""
    path = written(tmp_path, text)
    inventory = read_inventory(path)
    assert [entry.name for entry in inventory.entries] == ["a", "a-001"]
    assert inventory.problems == [
        f"{path}:4: there is no sample 'hotl', did you mean 'hotel'?",
        f"{path}:5: router c needs either `config` or `sample`",
        f"{path}:6: router d needs either `config` or `sample`",
        f"{path}:7: name 'e e': a name has letters, digits, `.`, `_` and `-`, at most 63",
        f"{path}:3: another router has the name a (in line 2)",
        f"{path}:9: another router has the name a-001 (in line 8)",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", r"fleet.yaml:1: Expected `object`, got `null`"),
        ("[]", r"fleet.yaml:1: Expected `object`"),
        ("routers: []", r"fleet.yaml:1: Expected `array` of length >= 1"),
        ("http: 1\nrouters:\n  - {name: a, sampel: hotel}", r"fleet.yaml:3: Object contains unknown field `sampel`"),
        ("routers:\n  - {name: a, sample: hotel}\n  - {name: 5, sample: hotel}", r"fleet.yaml:3: Expected `str`, got `int`"),
        ("routers:\n  - {sample: hotel}", r"fleet.yaml:2: Object missing required field `name`"),
        ("routers:\n  - {name: a, sample: hotel, count: 0}", r"fleet.yaml:2: Expected `int` >= 1"),
        ("colour: red\nrouters: [{name: a, sample: hotel}]", r"unknown field `colour`"),
        ("routers: [", r"fleet.yaml: not valid YAML"),
        ("routers: !!python/object:os.system x", r"not valid YAML"),
        ("http: x\nrouters: [{name: a, sample: hotel}]", r"http is a port or a range as 8100-8199, not 'x'"),
        ("ssh: 70000\nrouters: [{name: a, sample: hotel}]", r"ssh is a port or a range as 8100-8199, up to 65535, not 70000"),
        ("ssh: 5-4\nrouters: [{name: a, sample: hotel}]", r"not '5-4'"),
        ("ssh: -4\nrouters: [{name: a, sample: hotel}]", r"not -4"),
        ("addresses: banana\nrouters: [{name: a, sample: hotel}]", r"addresses is a network as 127.0.1.0/24"),
        ("addresses: 10.0.0.0/24\nrouters: [{name: a, sample: hotel}]", r"10.0.0.0/24 is not below 127.0.0.0/8"),
        ("routers:\n  - {name: a, sample: hotl}", r"no router can be started\n.*fleet.yaml:2: there is no sample 'hotl'"),
    ],
)
def test_what_is_no_inventory(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InventoryError, match=message):
        read_inventory(written(tmp_path, text))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match=r"cannot read .*: No such file or directory"):
        read_inventory(tmp_path / "absent.yaml")
    binary = tmp_path / "binary.yaml"
    binary.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InventoryError, match="cannot read"):
        read_inventory(binary)
    with pytest.raises(InventoryError, match="no configuration in this folder"):
        read_inventory(_empty(tmp_path))


def _empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"
