"""A terminal with keys: prompt_toolkit edits the line, everything else is written plainly."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.clipboard import InMemoryClipboard
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input, create_input
from prompt_toolkit.input.typeahead import get_typeahead, store_typeahead
from prompt_toolkit.key_binding import KeyPress
from prompt_toolkit.keys import Keys
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

from iossim.shell.keys import Recall, key_bindings, pressed
from iossim.shell.terminal import Ask, Typed

#: Seconds after which Esc alone is taken for a key, and no longer for the beginning of another one.
_ESCAPE = 0.1


class PromptTerminal:
    """A person's terminal, with editing keys, `?` that acts at once, and pages.

    Args:
        source: where keys come from; by default the terminal of standard input.
        output: what is drawn on; by default standard output.
    """

    person = True
    keys = True

    def __init__(self, source: Input | None = None, output: Output | None = None) -> None:
        self.ask = Ask("")
        self.recall = Recall([])
        self._input = source or create_input()
        self._output = output or _plain_output()
        self._buffer = Buffer()
        self._application: Application[Typed] = Application(
            layout=Layout(self._window()),
            key_bindings=key_bindings(self),
            include_default_pygments_style=False,
            input=self._input,
            output=self._output,
        )

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Keeps the terminal from echoing keys, and from stopping the program, while the router works."""
        with self._input.raw_mode():
            yield

    def write(self, text: str) -> None:
        """Puts text on the screen."""
        self._output.write(text)
        self._output.flush()

    def read(self, ask: Ask) -> Typed:
        """Reads a line.

        Raises:
            EOFError: the terminal is gone.
        """
        self.ask = ask
        self.recall = Recall(ask.history)
        self._buffer.reset(Document(ask.text, min(ask.cursor, len(ask.text))))
        with self._clipboard_apart(not ask.echo):
            return self._application.run(handle_sigint=False)

    def finish(self, typed: Typed) -> None:
        """Hands over the line being typed; the keys after it are for the next one."""
        if not self._application.is_done:
            self._application.exit(result=typed)

    def key(self) -> str:
        """Reads one key, without showing it.

        Raises:
            EOFError: the terminal is gone.
        """
        ahead = get_typeahead(self._input)
        if not ahead:
            ahead = asyncio.run(self._wait_for_keys())
        store_typeahead(self._input, ahead[1:])
        return ahead[0].data

    async def _wait_for_keys(self) -> list[KeyPress]:
        loop = asyncio.get_running_loop()
        arrived: asyncio.Future[list[KeyPress]] = loop.create_future()

        def arrive(keys: list[KeyPress]) -> None:
            typed = [each for key in keys for each in _unpacked(key)]
            if arrived.done():
                store_typeahead(self._input, typed)
            elif typed:
                arrived.set_result(typed)
            elif self._input.closed:
                arrived.set_exception(EOFError())

        def ready() -> None:
            arrive(self._input.read_keys())
            loop.call_later(_ESCAPE, lambda: arrive(self._input.flush_keys()))

        with self._input.raw_mode(), self._input.attach(ready):
            return await arrived

    @contextmanager
    def _clipboard_apart(self, secret: bool) -> Iterator[None]:
        """Forgets what was deleted from a line that nobody may see: Ctrl-Y would show it on the next one."""
        kept = self._application.clipboard
        if secret:
            self._application.clipboard = InMemoryClipboard()
        try:
            yield
        finally:
            self._application.clipboard = kept

    def _window(self) -> Window:
        processors = [
            ConditionalProcessor(_Unseen(), Condition(lambda: not self.ask.echo)),
            BeforeInput(lambda: self.ask.prompt),
        ]
        control = BufferControl(self._buffer, input_processors=processors)
        return Window(control, wrap_lines=True, dont_extend_height=True)


class _Unseen(Processor):
    """Shows nothing of a line, not even its length."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Leaves nothing, and the cursor where it was."""
        del transformation_input
        return Transformation([], source_to_display=lambda _: 0, display_to_source=lambda _: 0)


def _unpacked(key: KeyPress) -> list[KeyPress]:
    """A pasted text as the keys that type it; any other key as it is."""
    return pressed(key.data) if key.key == Keys.BracketedPaste else [key]


def _plain_output() -> Output:
    output = create_output()
    if isinstance(output, Vt100_Output):
        # The terminal's answers would come between the keys that a page of output waits for.
        output.enable_cpr = False
    return output
