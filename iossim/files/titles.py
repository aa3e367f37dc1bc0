"""Titles of a page that name the router of the lines below them: `## R1`, `**On SW2:**`, `R3:`, `! R1 (hub)`, `===== R2 =====`."""

from __future__ import annotations

import re

import msgspec

#: What the names of routers and switches begin with, before a number.
_KINDS = (
    "R|RT|RTR|Router|ROUTER|S|SW|Sw|Switch|SWITCH|MLS|L3SW|ASW|DSW|CSW|ALS|DLS|Core|CORE|Dist|DIST|A|D|P|PE|CE|RR|ABR|ASBR|"
    "Hub|HUB|Spoke|SPOKE|r|rt|sw|router|switch|hub|spoke|isp|pe|ce|br|ISP|HQ|BR|Branch|BRANCH|CME|GW|Edge|EDGE|CSR"
)
_NAME = rf"(?:[A-Za-z][A-Za-z0-9]*[-_])*(?:{_KINDS})[-_]?\d{{1,3}}(?:[-_][A-Za-z0-9]+)*(?![\w/.]|-\w)"
#: `Router A`, `Switch 2`, `Router BC-1`: not `Switch L3`, `Router 2911`, `Router ID`.
_WITH_KIND = r"(?:[Rr]outer|[Ss]witch) (?!L[23]\b|\d{4})(?:[A-Z]|[A-Za-z0-9-]*\d[A-Za-z0-9-]*)(?![\w/.])"
#: A name that is not the other end of a link: `Dial peer to R2`.
_ANYWHERE = re.compile(rf"(?<![\w/.-])(?<!to )(?<!towards )(?<!from )(?<!with )(?<!via )(?:{_NAME}|{_WITH_KIND})")
_KIND = re.compile(r"(?:router|switch) (?=\S*[^\d\s]\S)", re.IGNORECASE)
_HEADING = re.compile(r" {0,3}(#{1,6})\s+(\S.*)")
#: A remark with a name alone in a block below a point of a list: `        # R2`.
_NESTED = re.compile(rf"\s{{4,24}}#{{1,2}}\s+({_NAME}|{_WITH_KIND})\s*:?")
#: A tab of a page: `{% tab title="R1" %}`.
TAB = re.compile(r"\s*\{% tab title=\"([^\"]+)\" %\}\s*")
_BOLD = re.compile(r"\s*(?:[-*+]\s+|\d{1,2}[.)]\s+)?(\*\*|__)([^*]{2,80})\1\s*:?\s*")
#: A name alone in bold letters: any short one with a number, but for numbered parts of the page and of a network.
_BOLD_NAME = re.compile(
    r"(?!(?:step|task|part|lab|vlan|area|ospfv?|phase|day|week|figure|table|section|chapter|example|note|case|test|topic|module|"
    r"group|pool|option|type|level|layer|ipv|ripv|eigrpv?|hsrpv?|v|l|pc|host|srv|server|as|q|ex|site)\d)"
    r"([A-Za-z][A-Za-z-]{0,7}\d{1,2})(?: \(.{0,80}\))?",
    re.IGNORECASE,
)
#: A line with a name alone, or between dashes, or in a remark: what may stand before the name and after it.
_ALONE = re.compile(
    r" {0,4}(?:(!)[-=*#~>\s]*|[-=*#~]{2,}\s*)?(?:on |config(?:uration)? (?:of|for|on) )?"
    rf"({_NAME}|{_WITH_KIND})(?:\s+config(?:uration)?)?(?:\s*:[^#]{{0,80}}|\s+\([^#]{{0,80}})?(?:\s+[-=*#~]+)?\s*",
)
#: What a title begins with. Other lines, nearly all of a configuration, are not looked at further.
begins_as_title = re.compile(r"\s*(?:!.|[=*#~_{+-]|\d|on |config|[Rr]outer |[Ss]witch |[A-Za-z][\w-]*\d)").match
#: The level of a title that is no heading: it stands below all headings.
LOWEST = 7
#: A line is no title if it is longer.
_LONGEST = 160


class Title(msgspec.Struct, frozen=True):
    """A title of a page.

    Attributes:
        level: 1 for the highest one; a title ends what stands below titles of its own level.
        name: the routers that it names, with ` and ` between them; "" for a title about something else.
        remark: it is a remark that begins with `!`, as in a configuration.
    """

    level: int
    name: str
    remark: bool = False


def title_in(line: str) -> Title | None:
    """The title in a line; None if the line is none.

    Args:
        line: a line of a text.
    """
    text = line.rstrip()
    if not text or len(text) > _LONGEST:
        return None
    heading = _HEADING.fullmatch(text) if "#" in text[:4] else None
    if heading is not None:
        return Title(len(heading[1]), _names(heading[2]))
    nested = _NESTED.fullmatch(text) if text[:4].isspace() and "#" in text else None
    if nested is not None:
        return Title(LOWEST, _names(nested[1]))
    tab = TAB.fullmatch(text) if "{%" in text else None
    if tab is not None:
        return Title(LOWEST, _names(tab[1]))
    bold = _BOLD.fullmatch(text) if "**" in text or "__" in text else None
    if bold is not None:
        short = _BOLD_NAME.fullmatch(bold[2].strip())
        name = short[1] if short is not None else _names(bold[2])
        return Title(LOWEST, name) if name else None
    alone = _ALONE.fullmatch(text)
    if alone is None or (alone[1] and line[0] != "!"):
        return None
    return Title(LOWEST, _plain(alone[2]), remark=bool(alone[1]))


def _names(text: str) -> str:
    """The names in a title, without those that stand there twice, and without those in brackets after a name (`R1 (link to R2)`)."""
    before = text.partition("(")[0]
    found = _ANYWHERE.findall(before) or _ANYWHERE.findall(text)
    return " and ".join(dict.fromkeys(map(_plain, found)))


def _plain(name: str) -> str:
    """A name without the kind of device before it, if it is a name without that: `Switch S1` is `S1`, `Router 1` stays."""
    return _KIND.sub("", name)
