"""Helpers of code that runs for every line: a memory that is quick to read, and rest for Python's cycle collector."""

from __future__ import annotations

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Remembered(dict[_Key, _Value]):
    """Values by key, each made when it is first asked for; when there are too many, all are forgotten.

    `functools.lru_cache` takes four times as long, because it notes the order in which values are asked for.

    Args:
        make: makes the value of a key.
        most: number of values that are remembered at most.
    """

    def __init__(self, make: Callable[[_Key], _Value], most: int = 8192) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: _Key) -> _Value:
        """Makes the value of a key, and remembers it."""
        if len(self) >= self._most:
            self.clear()
        value = self[key] = self._make(key)
        return value


@contextmanager
def at_full_speed() -> Iterator[None]:
    """Lets Python's cycle collector rest.

    Reading a configuration or a grammar makes many objects and no garbage; the collector would look at all of them again and again,
    which takes as long as the reading itself.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
