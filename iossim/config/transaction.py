"""Changes that take effect together or not at all."""

from __future__ import annotations

from types import TracebackType

from iossim.config.tree import Configuration


class Transaction:
    """Changes that can be undone together.

    A context manager: if the block ends normally, the changes stay; an exception, or `abort`, undoes them.

    Args:
        configuration: the tree to change.
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
        """Number of changes so far."""
        return len(self._journal)

    def abort(self, keep: int = 0) -> None:
        """Undoes all changes, the latest first, except the first `keep` of them."""
        self.configuration.journal = None
        while len(self._journal) > keep:
            self._journal.pop()()
        self.configuration.journal = self._journal
