"""Quoted words, in which `?` and Tab are ordinary characters."""

from __future__ import annotations


def open_quote(text: str) -> bool:
    """True if a line ends inside a quoted word, where `?` and Tab are ordinary characters."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        if text[at] == '"':
            close = text.find('"', at + 1)
            if close < 0:
                return True
            at = close + 1
        while at < len(text) and not text[at].isspace():
            at += 1
    return False
