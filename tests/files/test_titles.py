"""Titles that name a router, and the lines of each router below them."""

from __future__ import annotations

import pytest

from iossim.files.sessions import routers_in
from iossim.files.titles import title_in
from tests.validate.support import codes_of


def parts(*lines: str) -> list[list[str]]:
    """The lines of each router, without those of the others."""
    return [[line for line in part.lines if line] for part in routers_in(list(lines))]


@pytest.mark.parametrize(
    ("line", "level", "name"),
    [
        ("## R1_CORE (AS 65000)", 2, "R1_CORE"),
        ("#### Router BC-1", 4, "BC-1"),
        ("        # R2", 7, "R2"),
        ("    ## Router 2:", 7, "Router 2"),
        ("### Exercise 3: Switch S1", 3, "S1"),
        ("### On HQ-ASW1 and HQ-ASW2", 3, "HQ-ASW1 and HQ-ASW2"),
        ("# Router 2 configuration", 1, "Router 2"),
        ("## DSW1 (OSPF on the link to R1)", 2, "DSW1"),
        ("## Access layer (ASW1)", 2, "ASW1"),
        ("**On R2:**", 7, "R2"),
        ("1. **R3**:", 7, "R3"),
        ("CE1:", 7, "CE1"),
        ("**rt1 (site 1)**", 7, "rt1"),
        ('{% tab title="R1" %}', 7, "R1"),
        ("Switch 3", 7, "Switch 3"),
        ("Router A", 7, "Router A"),
        ("===== R1 =====", 7, "R1"),
        ("! R1 (hub)", 7, "R1"),
        ("   ## R101", 2, "R101"),
        ("## R1, and then R1 again", 2, "R1"),
        ("## The first of the three routers of the head office, which has the phones: R1", 2, "R1"),
        ("    ## R1", 7, "R1"),
        ("**X1 (branch)**", 7, "X1"),
        ("R1 configuration", 7, "R1"),
        ("## R1" + " " * 160, 2, "R1"),
        ("## Verification", 2, ""),
        ("### Path via R2", 3, ""),
        ("### Trunk to R2", 3, ""),
        ("### Switch L3", 3, ""),
        ("### Cisco Router 2911", 3, ""),
        ("### Router ID", 3, ""),
        ("## Lab 3: S0/0/0", 2, ""),
        ("## VLAN 10", 2, ""),
    ],
)
def test_a_title(line: str, level: int, name: str) -> None:
    title = title_in(line)
    assert title is not None
    assert (title.level, title.name) == (level, name)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "interface R1",
        "R1#",
        "R1(config)#ip cef",
        "R1 R2",
        "! R1 to R2",
        " ! R1",
        "P1 10",
        "**Note:**",
        "**step1**",
        "**week1**",
        "R1: " + "a" * 157,
        "s1",
        "| R1 | R2 |",
    ],
)
def test_no_title(line: str) -> None:
    assert title_in(line) is None


def test_each_router_has_the_lines_below_its_title() -> None:
    """The title of a router ends at a title of its own level, which is about all routers."""
    lines = ["# Lab", "## R1", "a", "### Ports", "b", "## R2", "c", "## R1", "d", "## Check", "e"]
    assert parts(*lines) == [["## R1", "a", "### Ports", "b", "## R1", "d"], ["## R2", "c"], ["# Lab", "## Check", "e"]]


def test_a_prompt_counts_more_than_a_title() -> None:
    assert parts("**R1**", "a", "**R2**", "R1(config)#b", "c") == [["**R1**", "a", "R1(config)#b"], ["**R2**", "c"], []]
    assert parts("## R1", "HQ(config)#a", "## R2", "HQ(config)#b") == [["## R1", "HQ(config)#a", "## R2", "HQ(config)#b"]]


def test_remarks_in_the_configuration_of_one_router_are_no_titles() -> None:
    lines = ["! R1", "interface Gi0/0", "! R2", "interface Gi0/1"]
    assert parts(*lines) == [lines[:2], lines[2:], []]
    assert parts("hostname HQ", *lines) == [["hostname HQ", *lines]]


def test_routers_with_titles_are_checked_one_by_one() -> None:
    first, second = (
        "router bgp 65001\n neighbor 192.0.2.2 remote-as 65002\n",
        "router bgp 65002\n neighbor 192.0.2.1 remote-as 65001\n",
    )
    found = codes_of(f"## R1\n{first}\n## R2\n{second}")
    assert "5:1 info several-routers" in found
    assert not [each for each in found if each.endswith("error refused")]
    assert "4:1 error refused" in codes_of(f"{first}\n{second}")


def test_blocks_with_another_process_of_bgp_belong_to_another_router() -> None:
    blocks = [["```", f"router bgp {number}", f" neighbor 192.0.2.1 remote-as {number}", "```"] for number in (65001, 65002, 65001)]
    lines = [line for block in blocks for line in block]
    assert parts(*lines) == [[*blocks[0], *blocks[2]], blocks[1], []]
    assert not [each for each in codes_of("\n".join(lines) + "\n") if each.endswith("refused")]
    without = [line for line in lines if line != "```"]
    assert parts(*without) == [without]


def test_words_in_bold_letters_above_blocks() -> None:
    lines = ["**r1**", "```", "a", "```", "**core (site 1)**", "```", "b", "```", "**note**", "c"]
    assert parts(*lines) == [lines[:4], lines[4:], []]
    assert parts(*lines[4:]) == [lines[4:]]


def test_a_title_about_a_link_of_the_router_that_the_title_above_it_names() -> None:
    lines = [
        "## R1",
        "### R1 and R2 link",
        "hostname A",
        "## R2",
        "### Link of R1 and R2",
        "hostname B",
        "## R3",
        "### R2",
        "hostname C",
    ]
    found = [[line for line in part if line[0] == "h"] for part in parts(*lines)]
    assert found[:3] == [["hostname A"], ["hostname B", "hostname C"], []]
