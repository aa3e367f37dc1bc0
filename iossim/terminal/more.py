"""Output in pages on a terminal: ` --More-- `, its keys, and the searches at it."""

from __future__ import annotations

from iossim.terminal import keys
from iossim.terminal.editing import EDITING
from iossim.terminal.keys import Key
from iossim.terminal.line_buffer import LineBuffer
from iossim.terminal.pager import ERASE, MORE, SEARCHES, Pager


def wire(text: str) -> str:
    """A text as it is sent, with CR LF at the ends of lines."""
    return text.replace("\n", "\r\n")


class More:
    """The pages of one output.

    Args:
        pager: the output.
    """

    def __init__(self, pager: Pager) -> None:
        self._pager = pager
        self._search = ""
        self._expression = LineBuffer()

    @property
    def waiting(self) -> bool:
        """True if there is more output, which waits for a key."""
        return self._pager.waiting

    def start(self) -> str:
        """The first page."""
        return self._page(self._pager.start())

    def press(self, key: Key) -> str:
        """The characters to send after a key."""
        if self._search:
            return self._type(key)
        if key in SEARCHES:
            self._search, self._expression = key, LineBuffer()
            return ERASE + key
        return ERASE + self._page(self._pager.press("\r" if key == keys.ENTER else key))

    def _type(self, key: Key) -> str:
        """Types the expression."""
        if len(key) == 1:
            return self._expression.insert(key)
        if key not in (keys.ENTER, "ctrl-c"):
            function = EDITING.get(key)
            return function(self._expression) if function is not None else ""
        search, self._search = self._search, ""
        if key == "ctrl-c":
            return "\n" + self._page(self._pager.press("q"))
        return "\n" + self._page(self._pager.find(search, self._expression.text))

    def _page(self, shown: str) -> str:
        return shown + (MORE if self._pager.waiting else "")
