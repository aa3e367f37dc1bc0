"""Lets Python's cycle collector rest while much is made and nothing is thrown away."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


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
