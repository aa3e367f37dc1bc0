"""A terminal with keys: prompt_toolkit edits the line; other output is written as it is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import InMemoryClipboard
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.layout import BufferControl, Layout, Window
from prompt_toolkit.layout.processors import (
    BeforeInput,
    ConditionalProcessor,
    Processor,
    Transformation,
    TransformationInput,
)
from prompt_toolkit.output import Output, create_output
from prompt_toolkit.output.vt100 import Vt100_Output

from iossim.files.decoding import without_surrogates
from iossim.shell.keyboard import Keyboard
from iossim.shell.keys import key_bindings
from iossim.shell.terminal import Action, LineInput, LineRequest
from iossim.terminal.recall import Recall


class PromptTerminal:
    """A person's terminal, with editing keys, `?` that acts at once, and pages.

    Args:
        source: the source of keys; by default the terminal of standard input.
        output: the screen; by default standard output.
    """

    person = True
    keys = True

    def __init__(self, source: Input | None = None, output: Output | None = None) -> None:
        self.request = LineRequest("")
        self.recall = Recall([])
        self._keyboard = Keyboard(source or create_input())
        self._output = output or _plain_output()
        self._buffer = Buffer()
        self._application: Application[LineInput] = Application(
            layout=Layout(self._window()),
            key_bindings=key_bindings(self),
            include_default_pygments_style=False,
            input=self._keyboard,
            output=self._output,
        )

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Puts the terminal into raw mode: it does not echo keys, and no key stops the program, while the router works."""
        with self._keyboard.raw_mode():
            yield

    def write(self, text: str) -> None:
        """Writes text to the screen."""
        self._output.write(text)
        self._output.flush()

    async def read(self, request: LineRequest) -> LineInput:
        """Reads a line.

        Raises:
            EOFError: the terminal is gone.
        """
        line = self._keyboard.line(request.command) if not request.text else None
        if line is not None:
            self.write(f"{request.prompt}{line if request.echo else ''}\n")
            return LineInput(Action.ENTER, without_surrogates(line), len(line), waited=True)
        self.request = request
        self.recall = Recall(request.history)
        self._buffer.reset(Document(request.text, min(request.cursor, len(request.text))))
        try:
            with self._own_clipboard(not request.echo):
                return await self._application.run_async(handle_sigint=False)
        finally:
            self._keyboard.take_back()

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

    def _window(self) -> Window:
        processors = [
            ConditionalProcessor(_Hidden(), Condition(lambda: not self.request.echo)),
            BeforeInput(lambda: self.request.prompt),
        ]
        control = BufferControl(self._buffer, input_processors=processors)
        return Window(control, wrap_lines=True, dont_extend_height=True)


class _Hidden(Processor):
    """Hides a line, and its length."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Replaces the line by nothing; the cursor stays at its beginning."""
        del transformation_input
        return Transformation([], source_to_display=lambda _: 0, display_to_source=lambda _: 0)


def _plain_output() -> Output:
    output = create_output()
    if isinstance(output, Vt100_Output):
        # The terminal's answers would be read as keys by the pager.
        output.enable_cpr = False
    return output
