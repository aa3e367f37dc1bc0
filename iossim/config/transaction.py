"""Many changes that take effect together or not at all."""

from __future__ import annotations

from types import TracebackType

from iossim.config.tree import Configuration


class Transaction:
    """A stretch of changes that can be taken back.

    Use it as a context manager: leaving it normally keeps the changes, `abort` or an exception takes them back.

    Args:
        configuration: the tree to be changed.
    """

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self._outer = configuration.journal
        self._journal: list = []  # type: ignore[type-arg]

    def __enter__(self) -> Transaction:
        self.configuration.journal = self._journal
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if kind is not None:
            self.abort()
        self.configuration.journal = self._outer
        if self._outer is not None:
            self._outer.extend(self._journal)

    @property
    def changes(self) -> int:
        """How many changes have been made so far."""
        return len(self._journal)

    def abort(self, keep: int = 0) -> None:
        """Takes back all changes, the latest first, but for the first `keep` of them."""
        self.configuration.journal = None
        while len(self._journal) > keep:
            self._journal.pop()()
        self.configuration.journal = self._journal
