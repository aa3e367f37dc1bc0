"""Nonsense that a client sends over the socket: the libraries log it with a traceback, and here it becomes one line."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from types import TracebackType

from iossim.failures import described

#: The loggers of the libraries that read the socket.
_LOGGERS = ("uvicorn.error", "engineio.server", "socketio.server")
#: Our modules through which every request goes; no page is made there.
_WAY_IN = frozenset({"iossim.web.origins", "iossim.web.entrance"})


class OneLine(logging.Filter):
    """Shortens the records of errors that come from a client; a mistake in our pages keeps its traceback."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Shortens a record; returns True: it is logged."""
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, Exception) and not any(_is_ours(name) for name in _modules(error.__traceback__)):
            record.msg, record.args = "page: a client sent nonsense: %s", (described(error),)
            record.exc_info = record.exc_text = None
        return True


def shorten() -> None:
    """Shortens the records of the libraries, from now on; they go the way of all records, and nowhere else."""
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        if not any(isinstance(present, OneLine) for present in logger.filters):
            logger.addFilter(OneLine())


def _is_ours(module: str) -> bool:
    return module.startswith("iossim.") and module not in _WAY_IN


def _modules(traceback: TracebackType | None) -> Iterator[str]:
    """The modules of a traceback, from the outermost one."""
    while traceback is not None:
        yield str(traceback.tb_frame.f_globals.get("__name__", ""))
        traceback = traceback.tb_next
