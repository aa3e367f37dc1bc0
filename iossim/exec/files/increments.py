"""The lines of a text that would change a configuration if they were typed into it, found by their words alone."""

from __future__ import annotations

from collections.abc import Iterator

#: The headers around a line, and the line itself.
_Path = tuple[str, ...]
_NO = "no "


def increments(text: str, running: str, ignore_case: bool = False) -> list[str]:
    """Return the lines of a text that a running-config has not, and the `no` lines for what it has, below their headers.

    Args:
        text: the lines to compare.
        running: the running-config.
        ignore_case: upper and lower case are the same.
    """
    present = {_key(path, ignore_case) for path in _paths(running)}
    lines: list[str] = []
    shown: _Path = ()
    for path in _paths(text):
        key = _key(path, ignore_case)
        if not _changes(key, present):
            continue
        common = next((at for at, (a, b) in enumerate(zip(path, shown, strict=False)) if a != b), min(len(path), len(shown)))
        lines += [" " * depth + path[depth] for depth in range(min(common, len(path) - 1), len(path))]
        shown = path
    return lines


def _changes(key: _Path, present: set[_Path]) -> bool:
    if not key[-1].startswith(_NO):
        return key not in present
    gone = (*key[:-1], key[-1].removeprefix(_NO))
    longer = f"{gone[-1]} "
    return gone in present or any(path[:-1] == gone[:-1] and path[-1].startswith(longer) for path in present)


def _key(path: _Path, ignore_case: bool) -> _Path:
    return tuple(part.casefold() for part in path) if ignore_case else path


def _paths(text: str) -> Iterator[_Path]:
    """The lines of a configuration with the headers around them; the indentation decides what is a header."""
    stack: list[tuple[int, str]] = []
    for line in text.split("\n"):
        body = line.strip()
        if not body or body.startswith("!") or body == "end":
            continue
        indent = len(line) - len(line.lstrip())
        while stack and stack[-1][0] >= indent:
            stack.pop()
        stack.append((indent, body))
        yield tuple(part for _, part in stack)
