"""A terminal with keys: prompt_toolkit edits the line; other output is written as it is, in colours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import InMemoryClipboard
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.layout import BufferControl, ConditionalContainer, Dimension, FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.processors import (
    AfterInput,
    BeforeInput,
    ConditionalProcessor,
    Processor,
    Transformation,
    TransformationInput,
)
from prompt_toolkit.lexers import Lexer
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from iossim.files.decoding import without_surrogates
from iossim.shell.keyboard import Keyboard
from iossim.shell.keys import key_bindings
from iossim.shell.memory import Memory
from iossim.shell.menu import Menu
from iossim.shell.search import Search
from iossim.shell.style import STYLE, has_colours, marked, painted
from iossim.shell.terminal import Action, LineInput, LineRequest
from iossim.terminal.pager import Expression
from iossim.terminal.recall import Recall

_SEPARATOR = "  |  "
_HELP = "? help  Tab menu  Ctrl-R search"
_EXECUTING = (Action.ENTER, Action.END)
#: Characters of output that are kept back at most while lines of a paste wait: writing to a terminal costs more than most commands.
_MOST_KEPT_BACK = 1 << 12


class PromptTerminal:
    """A person's terminal, with editing keys, `?` that acts at once, and pages.

    With a reader in the request for a line it also shows colours, a suggestion from history, a menu, and a bottom line.

    Args:
        source: the source of keys; by default the terminal of standard input.
        output: the screen; by default standard output.
        memory: the history of the user.
        text: text that was read from the terminal before.
    """

    person = True
    keys = True
    extras = True

    def __init__(
        self, source: Input | None = None, output: Output | None = None, memory: Memory | None = None, text: str = ""
    ) -> None:
        self.request = LineRequest("")
        self.recall = Recall([])
        self.menu = Menu()
        self.search = Search()
        self.memory = memory or Memory(None)
        self._keyboard = Keyboard(source or create_input(), text)
        self._output = output or _plain_output()
        self._colours = has_colours(self._output)
        self._marks: Expression | None = None
        self._title = ""
        self._kept_back = 0
        self._buffer = Buffer(on_text_changed=lambda _: self._follow(), on_cursor_position_changed=lambda _: self._follow())
        self._application: Application[LineInput] = Application(
            layout=Layout(self._layout()),
            key_bindings=key_bindings(self),
            style=STYLE,
            include_default_pygments_style=False,
            input=self._keyboard,
            output=self._output,
            max_render_postpone_time=0,  # a key shows at once
        )

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Puts the terminal into raw mode: it does not echo keys, and no key stops the program, while the router works."""
        try:
            with self._keyboard.raw_mode():
                yield
        finally:
            if self._title:
                self._output.clear_title()
            self._flush()

    def write(self, text: str) -> None:
        """Writes text to the screen; while more lines of a paste wait, it may be kept back for a moment."""
        if not text:
            return
        self._write_painted(text) if self._colours else self._output.write(text)
        self._kept_back += len(text)
        if self._kept_back > _MOST_KEPT_BACK or not self._keyboard.waiting:
            self._flush()

    def mark(self, expression: Expression | None) -> None:
        """Shows the lines that an expression matches in another way from now on; None: no line."""
        self._marks = expression

    def size(self) -> tuple[int, int]:
        """Columns and rows of the window."""
        size = self._output.get_size()
        return size.columns, size.rows

    async def read(self, request: LineRequest) -> LineInput:
        """Reads a line.

        Raises:
            EOFError: the terminal is gone.
        """
        line = self._keyboard.line(request.command) if not request.text else None
        if line is not None:
            line = without_surrogates(line)
            self.write(f"{request.prompt}{line if request.echo else ''}\n")
            return LineInput(Action.ENTER, line, len(line), waited=True)
        return await self._edit(request)

    async def _edit(self, request: LineRequest) -> LineInput:
        self.request = request
        self.menu.close()
        self.search.end()
        self._show_title()
        self.recall = Recall(list(self.history) if request.command else [])
        self.write(self.memory.problem())
        self._buffer.reset(Document(request.text, min(request.cursor, len(request.text))))
        waited = self._keyboard.waiting  # a line of a paste that has keys in it
        try:
            with self._own_clipboard(not request.echo):
                line = await self._application.run_async(handle_sigint=False)
        finally:
            self._keyboard.take_back()
        if request.reader is not None and request.command and request.echo and line.action in _EXECUTING:
            self.memory.add(line.text, request.configuration, keeps=not request.reader.is_secret(line.text))
        pasted = waited or self._keyboard.waiting  # or the first line of a paste
        return replace(line, waited=line.action is Action.ENTER and pasted)

    @property
    def history(self) -> list[str]:
        """The lines that can be recalled, oldest first: those of earlier sessions too, where the terminal shows more than a router."""
        request = self.request
        return self.memory.lines(request.configuration) if request.reader is not None else request.history

    @property
    def suggestion(self) -> str:
        """The rest of the newest line that begins like the one that is typed."""
        text = self._buffer.text
        if not (self._extends and text.strip() and self._buffer.cursor_position == len(text)) or self.search.active:
            return ""
        return next((line[len(text) :] for line in reversed(self.history) if line.startswith(text)), "")

    def finish(self, line: LineInput) -> None:
        """Ends the input of the line; later keys belong to the next line."""
        if not self._application.is_done:
            self._application.exit(result=line)

    async def key(self) -> str:
        """Reads one key without showing it.

        Raises:
            EOFError: the terminal is gone.
        """
        return await self._keyboard.key()

    async def ahead(self) -> bool:
        """True if the next line of a paste is there, or comes in a moment."""
        return await self._keyboard.ahead()

    # -- inside --------------------------------------------------------------------------------------------------------------------

    def _flush(self) -> None:
        self._output.flush()
        self._kept_back = 0

    def _write_painted(self, text: str) -> None:
        """Writes text in colours; control characters that may be in it are no escape sequences."""
        text = painted(text.replace("\x1b", "?"))
        if self._marks is not None:
            matches = self._marks.matches
            text = "\n".join(marked(line) if line and "\x1b" not in line and matches(line) else line for line in text.split("\n"))
        self._output.write_raw(text)

    def _show_title(self) -> None:
        title = self.request.reader.title if self.request.reader is not None else ""
        if title and title != self._title:
            self._title = title
            self._output.set_title(title)

    def _follow(self) -> None:
        """Shows the words of the open menu that fit what is typed now."""
        if self.menu.open and self.request.reader is not None:
            self.menu.show(self.request.reader.words(self._buffer.document.text_before_cursor))

    @contextmanager
    def _own_clipboard(self, secret: bool) -> Iterator[None]:
        """Uses a new clipboard for a secret line: Ctrl-Y on the next line must not show text that was deleted from this one."""
        kept = self._application.clipboard
        if secret:
            self._application.clipboard = InMemoryClipboard()
        try:
            yield
        finally:
            self._application.clipboard = kept

    @property
    def _extends(self) -> bool:
        """True while the terminal shows more than a router does."""
        return self.request.reader is not None and self.request.command and not self._application.is_done

    def _layout(self) -> HSplit:
        processors = [
            ConditionalProcessor(_Hidden(), Condition(lambda: not self.request.echo)),
            BeforeInput(lambda: self.request.prompt),
            AfterInput(lambda: [("class:suggestion", self.suggestion)]),
        ]
        control = BufferControl(self._buffer, input_processors=processors, lexer=_Colours(lambda: self.request))
        menu = Window(
            FormattedTextControl(lambda: self.menu.text(self.size()[0])),
            height=lambda: Dimension.exact(self.menu.rows),
            dont_extend_height=True,
        )
        bottom = Window(FormattedTextControl(self._bottom), height=1, style="class:bottom", dont_extend_height=True)
        return HSplit(
            [
                Window(control, wrap_lines=True, dont_extend_height=True),
                ConditionalContainer(menu, Condition(lambda: self._extends and self.menu.open)),
                ConditionalContainer(bottom, Condition(lambda: self._extends)),
            ]
        )

    def _bottom(self) -> StyleAndTextTuples:
        """The bottom line: the mode, the privilege level and unsaved changes; or the text of a search."""
        if self.search.active:
            return [("", f" search: {self.search.text}")]
        if self.request.reader is None:
            return []
        width = self.size()[0] - 1
        text = ""
        for word in (*self.request.reader.status, _HELP):
            more = f"{text}{_SEPARATOR if text else ' '}{word}"
            text = more if len(more) <= width else text
        return [("", text)]


class _Hidden(Processor):
    """Hides a line, and its length."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Replaces the line by nothing; the cursor stays at its beginning."""
        del transformation_input
        return Transformation([], source_to_display=lambda _: 0, display_to_source=lambda _: 0)


class _Colours(Lexer):
    """The colours of the line that is typed.

    Args:
        request: the request for the line.
    """

    def __init__(self, request: Callable[[], LineRequest]) -> None:
        self._request = request

    def lex_document(self, document: Document) -> Callable[[int], StyleAndTextTuples]:
        """The line in pieces with their styles."""
        request = self._request()
        lines = document.lines
        if request.reader is None or not request.command or not request.echo or len(lines) > 1:
            return lambda at: [("", lines[at])]
        pieces: StyleAndTextTuples = [(f"class:{kind}" if kind else "", text) for kind, text in request.reader.pieces(lines[0])]
        return lambda _: pieces


def _plain_output() -> Output:
    output = create_output()
    if isinstance(output, Vt100_Output):
        # The terminal's answers would be read as keys by the pager.
        output.enable_cpr = False
    return output
