"""The nearest right name of a misspelt one, for messages about grammars."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """`, did you mean 'refers'?` where one of the names is similar; else "".

    Args:
        name: the name as written.
        names: the right ones.
    """
    from difflib import get_close_matches

    by_folded = {right.lower().replace("-", "_"): right for right in names}
    similar = get_close_matches(name.lower().replace("-", "_"), list(by_folded), 1, 0.6)
    return f", did you mean {by_folded[similar[0]]!r}?" if similar else ""
