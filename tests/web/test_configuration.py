"""Edited copies of the running-config, and how it is shown."""

from __future__ import annotations

import asyncio
import re
from html.parser import HTMLParser

from iossim import Router
from iossim.files.diagnostics import Diagnostic
from iossim.web import checker
from iossim.web.drafts import Applied, apply, plan, unsaved
from iossim.web.highlight import config_html, difference_html
from iossim.web.visitors import Visitor
from tests.web.support import OFFICE, office

ANNA, BOB = Visitor("anna", 15), Visitor("bob", 15)


def edited(router: Router, old: str, new: str) -> str:
    """The running-config with one text in place of another."""
    text = router.running_config
    assert old in text
    return text.replace(old, new)


def test_the_plan_names_the_lines_that_are_entered_and_removed() -> None:
    router = office()
    made = plan(router, edited(router, " number 102\n", " number 103\n").replace(" button  1:1 2:2\n", " button  1:1\n"))
    assert made.lines == ["ephone-dn  2", " number 103", "ephone  1", " no button 2:2", " button  1:1"]
    assert apply(router, made, ANNA) == Applied()
    assert plan(router, router.running_config).lines == []
    assert " number 103\n" in router.running_config
    assert "by anna" in router.last_change


def test_a_copy_without_a_change_has_an_empty_plan() -> None:
    router = office()
    assert plan(router, router.running_config).lines == []


def test_a_change_of_somebody_else_is_not_overwritten() -> None:
    router = office()
    made = plan(router, edited(router, "number 102", "number 103"))
    other = plan(router, edited(router, "number 101", "number 104"))
    assert apply(router, other, BOB) == Applied()
    assert apply(router, made, ANNA) == Applied(outdated=True)
    assert "number 104" in router.running_config
    again = plan(router, made.text)
    assert again.lines == ["ephone-dn  1  dual-line", " number 101", "ephone-dn  2", " number 103"]
    assert apply(router, again, ANNA) == Applied()


def test_a_plan_does_not_survive_a_reload() -> None:
    router = office()
    made = plan(router, edited(router, "number 102", "number 103"))
    router.save()
    router.reload("console", "test")
    assert apply(router, made, ANNA) == Applied(outdated=True)


def test_nobody_applies_while_another_line_has_the_lock() -> None:
    router = office()
    holder = router.session(line="vty", user="carl")
    for line in ("configure terminal", "configuration mode exclusive manual", "end", "configure terminal lock"):
        holder.execute(line)
    made = plan(router, edited(router, "number 102", "number 103"))
    refused = apply(router, made, ANNA)
    assert re.match(r"Configuration mode locked exclusively by user 'carl' .*Please try later\.$", refused.refusal)
    assert not refused.happened
    assert "number 102" in router.running_config
    holder.execute("end")
    assert apply(router, made, ANNA) == Applied()
    assert "number 103" in router.running_config
    assert [line.user for line in router.lines] == ["carl"]


def test_the_difference_to_the_startup_config() -> None:
    router = office()
    assert unsaved(router) is None
    router.save()
    assert unsaved(router) == []
    apply(router, plan(router, edited(router, "hostname R1", "hostname R2")), ANNA)
    assert unsaved(router) == ["+hostname R2", "-hostname R1"]


def test_the_words_that_the_router_fills_in_are_no_difference() -> None:
    router = office()
    router.nvram.write(f"version 15.7\n{OFFICE}")
    assert unsaved(router) == []


class Text(HTMLParser):
    """The text of HTML, and its tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        self.text += "\n" if tag == "div" else ""

    def handle_data(self, data: str) -> None:
        self.text += data


def test_every_character_of_a_configuration_is_shown_and_none_is_markup() -> None:
    lines = [*office().running_config.splitlines(), "", "   ", "! <b>", "no <i>&amp; 1.2.3.4</i>", "banner motd ^C<img src=x>^C"]
    shown = Text(config_html(lines, 7))
    assert shown.text == "".join(f"{number}{line}\n" for number, line in enumerate(lines, start=7)) + "\n"
    assert shown.tags == {"div", "span"}
    assert Text(difference_html(lines)).text == "".join(f"{line}\n" for line in lines) + "\n"
    assert Text(difference_html(lines)).tags == {"div"}


def test_a_finding_stands_below_its_line() -> None:
    finding = Diagnostic("", 12, 2, 5, "error", "code", "<b>wrong</b>")
    shown = Text(config_html(["one", " two", "three"], 11, [finding, Diagnostic("", 99, 1, 2, "error", "other", "elsewhere")]))
    assert shown.text.splitlines() == ["11one", "12 two", " ^ error: <b>wrong</b> [code]", "13three", ""]


def test_another_process_finds_what_validate_finds() -> None:
    async def run() -> list[Diagnostic]:
        try:
            return await checker.findings("interface GigabitEthernet0/0\n nonsense here\n")
        finally:
            checker.close()

    assert [(finding.line, finding.code) for finding in asyncio.run(run())] == [(2, "verbatim")]
