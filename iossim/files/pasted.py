"""Parts of a pasted session that are no configuration: answers to `?`, Tab remains, output of EXEC commands, PEM blocks.

The functions return the number of the last line of such a part.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from iossim.files.lines import TextLine, TextLines
from iossim.files.noise import begins_pem, command_of, ends_pem, is_base64, prints_configuration, without_tags

#: A part that has no recognised end is searched this far.
_MOST_LINES = 2000
#: The EXEC commands of phones and dial peers that print lines as in a configuration, headers of sections at the margin among them.
_LIKE_CONFIGURATION = re.compile(r"sh\w* (telephony-s\S*|voice reg\S*|voice hunt\S*|ephone-h\S*|call-m\S*)( .*)?", re.IGNORECASE)
#: A certificate or key in base 64 has at most this many lines.
_LONGEST_PEM = 200
#: Where a block of commands begins and ends on a page.
_FENCE = "```"
#: What a router prints first when it starts, what it prints last, and the number of lines between them at most.
_START = re.compile(r"(System Bootstrap, Version|Readonly ROMMON|Initializing Hardware|Self decompressing|program load complete)")
_STARTED = "Press RETURN to get started"
_LONGEST_START = 200
#: A block of a page in another language.
_FOREIGN = re.compile(r"```(mermaid|json|yaml|yml|python|html|xml|javascript|js|sql|dot|plantuml|hcl|powershell|css|jinja2?)\b.*")
#: The first line of a drawing in the language of mermaid.
_DIAGRAM = re.compile(r"(graph|flowchart) (TD|TB|BT|LR|RL);?")
#: The properties of a page, between two lines `---` at its beginning.
_PROPERTY = re.compile(r"\s*(#.*|[A-Za-z][\w -]*:.*|- .*|)$|\s")
_MOST_PROPERTIES = 40
#: A loop of Tcl has at most this many lines.
_LONGEST_LOOP = 100
#: A line that answers `?`: `  LINE   text`, `  <cr>`, or an error message.
_HELP = re.compile(r"\s+(\S+\s{2,}\S.*|<cr>.*)|\s*%.*")


def is_help_request(text: str) -> bool:
    """True if a command after a prompt asks for help: it ends with `?`."""
    return text.endswith("?")


def answer_end(line: TextLine, lines: TextLines) -> int:
    """The last line of the answer to `?`: it ends before the next prompt, or where the lines have another form.

    Args:
        line: the line with the request.
        lines: the lines of the file.
    """
    end = _before_prompt(line, lines)
    if end:
        return end
    following = lines.raw[line.number : line.number + _MOST_LINES]
    return line.number + next(
        (index for index, raw in enumerate(following) if not _HELP.fullmatch(raw.expandtabs())), len(following)
    )


def output_end(line: TextLine, command: str, lines: TextLines, is_typed: Callable[[str], bool]) -> int:
    """The last line of the output of an EXEC command; the command's own line if it has none, or if that is a configuration.

    Where no prompt follows, the output ends before the first line at the margin that is a command; that of a command which prints lines as
    in a configuration ends before the first empty line.

    Args:
        line: the line with the command.
        command: the command.
        lines: the lines of the file.
        is_typed: tells if a line without a prompt is a command.
    """
    if not command or prints_configuration(command):
        return line.number
    end = _before_prompt(line, lines)
    if end:
        return end
    following = lines.raw[line.number : line.number + _MOST_LINES]
    if _LIKE_CONFIGURATION.fullmatch(command):
        return line.number + next((index for index, raw in enumerate(following) if not raw.strip()), len(following))
    return line.number + next(
        (index for index, raw in enumerate(following) if raw.strip() and not raw[0].isspace() and is_typed(raw.strip())),
        len(following),
    )


def is_tab_remain(line: TextLine, prompt: str, command: str, lines: TextLines) -> bool:
    """True if the user pressed Tab after a command: the next line has the same prompt, and completes the last word.

    Args:
        line: the line.
        prompt: the mode in its prompt.
        command: the command after the prompt.
        lines: the lines of the file.
    """
    following = lines.after(line.number) if command else None
    prompted = command_of(following.text) if following is not None and prompt in following.text else None
    if prompted is None or prompted[0] != prompt:
        return False
    words, completed = command.lower().split(), prompted[1].lower().split()
    last = len(words) - 1
    return (
        completed != words
        and len(completed) > last
        and words[:last] == completed[:last]
        and completed[last].startswith(words[last])
    )


def pem_end(line: TextLine, lines: TextLines) -> int:
    """The last line of a certificate or key in base 64 that begins in a line, with the `quit` after it; 0 if none begins there.

    Args:
        line: the line.
        lines: the lines of the file.
    """
    if not (begins_pem(line.text) or is_base64(line.text)):
        return 0
    following = [text.strip() for text in lines.raw[line.number : line.number + _LONGEST_PEM]]
    count = next((index for index, text in enumerate(following, 1) if ends_pem(text)), 0) if begins_pem(line.text) else 0
    if not count or any(text.startswith("!") for text in following[:count]):
        count = next((index for index, text in enumerate(following) if not is_base64(text)), len(following))
        if following[count : count + 1] and following[count].endswith("=") and " " not in following[count]:
            count += 1
    return line.number + count + (following[count : count + 1] == ["quit"])


def foreign_end(line: TextLine, lines: TextLines) -> int:
    """The last line of a part of a page in another language: its properties, or a block of that language; 0 if none begins there.

    Args:
        line: the line.
        lines: the lines of the file.
    """
    if line.text[0] in "gf":
        return _loop_end(line, lines) if line.text[:7] == "foreach" else _diagram_end(line, lines)
    end = "---" if line.number == 1 and line.text == "---" else _FENCE if _FOREIGN.fullmatch(line.text) else ""
    following = lines.raw[line.number : line.number + (_MOST_PROPERTIES if end == "---" else _MOST_LINES)] if end else []
    last = next((number for number, text in enumerate(following, line.number + 1) if text.strip() == end), 0)
    if last and end == "---" and not all(_PROPERTY.match(text) for text in lines.raw[line.number : last - 1]):
        return 0
    return last


def _diagram_end(line: TextLine, lines: TextLines) -> int:
    """The last line of a drawing, before the end of its block; 0 if none begins there."""
    if _DIAGRAM.fullmatch(line.text) is None:
        return 0
    for number, text in enumerate(lines.raw[line.number : line.number + _MOST_LINES], line.number):
        if text.strip().replace("\\", "")[:3] == _FENCE:
            return number
    return len(lines.raw)


def _loop_end(line: TextLine, lines: TextLines) -> int:
    """The last line of a loop of Tcl, as people type it at `tclsh`: the one that closes its braces; 0 if none does."""
    depth = 0
    for number, text in enumerate(lines.raw[line.number - 1 : line.number + _LONGEST_LOOP], line.number):
        depth += text.count("{") - text.count("}")
        if depth <= 0:
            return number if "{" in line.text else 0
    return 0


def start_end(line: TextLine, lines: TextLines) -> int:
    """The last line of what a router prints while it starts; 0 if a line is no such line, or the end is not there.

    Args:
        line: the line.
        lines: the lines of the file.
    """
    if _START.match(line.text) is None:
        return 0
    for number, text in enumerate(lines.raw[line.number : line.number + _LONGEST_START], line.number + 1):
        if _STARTED in text:
            return number
        if ")#" in text or text.lstrip()[:3] == _FENCE:
            break
    return 0


def _before_prompt(line: TextLine, lines: TextLines) -> int:
    """The line before the next prompt, or before the end of a block of a page; 0 if none follows."""
    for number in range(line.number, min(len(lines.raw), line.number + _MOST_LINES)):
        text = without_tags(lines.raw[number].strip())
        if text and (text[:3] == _FENCE or command_of(text) is not None):
            return number
    return 0
