"""What files hold besides commands: prompts in front of them, log lines, pager remains, headers of show output."""

from __future__ import annotations

import re

_PROMPT = re.compile(r"[A-Za-z0-9_.\-/:]{1,63}(\([A-Za-z0-9 _./:+-]{1,40}\))?[>#]\s*(.*)")
_NOISE = re.compile(
    r"Building configuration\.\.\.|Current configuration\s*:.*|Using \d+ (out of \d+ )?bytes.*|"
    r"\*?\.?[A-Z][a-z]{2} +\d+ [\d: ]+.*: ?%[A-Z0-9_-]+-\d-[A-Z0-9_]+:.*|%[A-Z0-9_-]+-\d-[A-Z0-9_]+:.*|"
    r"Enter configuration commands, one per line\..*|\[OK\]|Password: ?|User Access Verification|"
    r"Destination filename \[.*|Press RETURN to get started.*|% ?(Invalid input|Incomplete command|Ambiguous command).*|\^",
    re.IGNORECASE,
)
_MORE = re.compile(r"\s*-+ ?More ?-+\s*[\x08 ]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def is_noise(text: str) -> bool:
    """Whether a line is output of a router and no command."""
    return _NOISE.fullmatch(text) is not None


def command_of(text: str) -> tuple[str, str] | None:
    """The mode part of a prompt (`(config)`, "" in EXEC) and the command behind it; None where no prompt stands in front."""
    match = _PROMPT.fullmatch(text)
    return None if match is None else (match[1] or "", match[2])


def without_marks(line: str) -> str:
    """The line without byte-order mark, carriage returns, `--More--` remains and other control characters."""
    line = line.lstrip("\ufeff")
    if "More" in line:
        line = _MORE.sub("", line, count=1) if _MORE.match(line) else line
    line = line.replace("\t", " ")
    return _CONTROL.sub("", line)
