"""IOS regular expressions, as Python's."""

from __future__ import annotations

import re
import warnings

#: The meaning of `_`: a blank, a comma, a brace, a parenthesis, or the line's beginning or end.
_BREAK = r"(?:^|$|[ ,{}()])"


def ios_regex(text: str) -> re.Pattern[str] | None:
    """The compiled expression; None if it is invalid.

    Args:
        text: as typed after the modifier; case matters, as on the router.
    """
    parts = []
    escaped = in_class = False
    for character in text:
        if escaped:
            parts.append(re.escape(character))
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == "_" and not in_class:
            parts.append(_BREAK)
        elif character in "{}":
            parts.append("\\" + character)
        else:
            parts.append(character)
            in_class = character == "[" or (in_class and character != "]")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)  # Python wonders about `[[a]`; IOS does not
        try:
            return re.compile("".join(parts))
        except (re.error, RecursionError, OverflowError):
            return None
