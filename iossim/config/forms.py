"""Facts that config works out once for each form of a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from iossim.language import Form

T = TypeVar("T")

#: Forms remembered at most; trees of commands are renewed now and then, and their old forms should not stay.
_MOST = 50_000


def per_form(function: Callable[[Form], T]) -> Callable[[Form], T]:
    """Makes a function of a form remember its result for each form."""
    results: dict[Form, T] = {}

    def remembered(form: Form) -> T:
        try:
            return results[form]
        except KeyError:
            if len(results) >= _MOST:
                results.clear()
            result = results[form] = function(form)
            return result

    return remembered
