"""What files hold besides commands: prompts in front of them, log lines, pager remains, EXEC commands, what a router printed."""

from __future__ import annotations

import re

_PROMPT = re.compile(r"([A-Za-z0-9_.\-/:]{1,63})(\([A-Za-z0-9 _./:+-]{1,40}\))?[>#]\s*(.*)")
_LOG = (
    r"(\d+: )?([*.]?(\d{4} )?[A-Z][a-z]{2} +\d+ [\d: ]+(\.\d+)?( [A-Za-z]+)?|\d+:\d\d:\d\d|\d+[wd]\d+[dh]): ?"
    r"%[A-Z0-9_-]{1,64}-\d-[A-Z0-9_]{1,64}:.*|%[A-Z0-9_-]{1,64}-\d-[A-Z0-9_]{1,64}:.*"
)
_SAID = (
    r"Building configuration\.\.\.|Current configuration\s*:.*|Using \d+ (out of \d+ )?bytes.*|startup-config is not present"
    r"|Enter configuration commands, one per line\..*|Configuring from terminal, memory, or network \[.*|\[OK\]|.{0,60}\[confirm\]"
    r"|Password: ?|Username: ?|User Access Verification|% ?(Bad (secrets|passwords)|Login invalid|Authentication failed)"
    r"|(Destination|Source) filename \[.*|.* con0 is now available|Press RETURN to get started.*|Translating \".*"
    r"|% ?(Invalid input|Incomplete command|Ambiguous command|Unknown command).*|\^|[-=_*#~+]{3,}"
)
_NOISE = re.compile(f"{_LOG}|{_SAID}", re.IGNORECASE)
_SESSION = re.compile(
    r"conf(i(g(u(re?)?)?)?)?( +t(e(r(m(i(n(al?)?)?)?)?)?)?)?"
    r"|en(a(b(le?)?)?)?( +1?\d)?|disa(b(le?)?)?|wr(i(te?)?)?( +(m(em(o(ry?)?)?)?|t(er(m(inal)?)?)?))?|logout"
    r"|copy +run\S* +start\S*|sh(ow?)? +\S.*|term(inal)? +(length|width|monitor|history)\b.*|reload|ping +\S+|(un)?debug +\S.*",
    re.IGNORECASE,
)
#: Where a file has lost the backspaces: the blanks with which the router wiped the prompt of its pager.
_WIPED = 9
_MORE = re.compile(r"\s*<?-+ ?More ?-+>?")
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]+( +[0-9A-Fa-f]+)*")
_CONTROL = re.compile(r"[\x00-\x02\x04-\x08\x0b-\x1f\x7f\ufeff]")


def is_noise(text: str) -> bool:
    """Whether a line is output of a router, or a rule of dashes, and no command."""
    return _NOISE.fullmatch(text) is not None


def is_session(text: str) -> bool:
    """Whether a line is an EXEC command of somebody who configures by hand (`enable`, `conf t`, `write memory`)."""
    return _SESSION.fullmatch(text) is not None


def is_certificate(text: str) -> bool:
    """Whether a line may be one of a certificate: hexadecimal words."""
    return _HEXADECIMAL.fullmatch(text) is not None


def command_of(text: str) -> tuple[str, str] | None:
    """The mode part of a prompt (`(config)`, "" in EXEC) and the command behind it; None where no prompt stands in front."""
    match = _PROMPT.fullmatch(text)
    return None if match is None else (match[2] or "", match[3])


def without_marks(line: str) -> str:
    """The line as a terminal would show it: without byte-order mark, `--More--` remains, escapes and control characters."""
    if _plain(line):
        return line
    line = _ESCAPE.sub("", line.rstrip("\r")).replace("\t", " ")
    if "More" in line and (more := _MORE.match(line)) is not None:
        line = _behind_pager(line[more.end() :])
    elif "\x08" in line:
        line = _played(line)
    return _CONTROL.sub("", line)


def has_marks(line: str) -> bool:
    """Whether a terminal left more on a line than its end."""
    return "\x08" in line or "\x1b" in line or "More" in line


def _plain(line: str) -> bool:
    return line.isascii() and line.isprintable() and "More" not in line


def _behind_pager(rest: str) -> str:
    """What the router printed once its pager's prompt was wiped out with backspaces, or a carriage return, and blanks."""
    for mark in "\x08\r":
        if mark in rest:
            return rest.rpartition(mark)[2]
    text = rest.lstrip()
    return " " * max(0, len(rest) - len(text) - _WIPED) + text


def _played(line: str) -> str:
    """The line after its backspaces have moved the cursor."""
    cells: list[str] = []
    at = 0
    for character in line:
        if character == "\x08":
            at = max(0, at - 1)
        else:
            cells[at : at + 1] = [character]
            at += 1
    return "".join(cells)
