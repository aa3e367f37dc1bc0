"""Commands that go on over several lines: delimited text (`banner motd #…#`), blocks (a certificate up to `quit`), macros up to `@`."""

from __future__ import annotations

from iossim.language.outcome import Command

#: How the running-config writes the delimiter of a text: a caret and a C, which stand for the character Ctrl-C.
ETX = "^C"


class Unfinished:
    """A command that needs more lines.

    Args:
        command: the command, as far as it has been read.
        end: the delimiter of its text, or the word that ends its block.
        block: True for a block, False for a delimited text.
        prompt: the prompt of the mode at which the lines are typed, without the name of the router; "": there is none.
    """

    def __init__(self, command: Command, end: str, block: bool, prompt: str = "") -> None:
        self.command = command
        self.end = end
        self.block = block
        self.prompt = prompt
        self._lines: list[str] = [] if block else [command.words[-1]]

    @property
    def verbatim(self) -> bool:
        """True for a block of the user's own lines, which are kept and printed as they are: its end is a character and no word."""
        return self.block and not self.end.isalnum()

    @property
    def waits(self) -> bool:
        """True if the command takes effect after its last line; a certificate does so with its first line."""
        return not self.block or bool(self.prompt)

    @property
    def says(self) -> str:
        """The line that a router prints before the first of the lines; "" if it prints none."""
        if not self.block:
            return f"Enter TEXT message.  End with the character '{self.end}'."
        if not self.verbatim:
            return ""
        return f"Enter {self.command.words[0]} commands one per line. End with the character '{self.end}'."

    def feed(self, line: str) -> Command | None:
        """Adds a line.

        Args:
            line: the line, without any change.

        Returns:
            The command, where this was its last line; else None.
        """
        if self.block:
            return self._feed_block(line)
        self._lines.append(line)
        if self.end not in line:
            return None
        self.command.words[-1] = canonical_text("\n".join(self._lines))
        return self.command

    def give_up(self) -> None:
        """Ends a block whose end is missing, without its lines."""
        self._lines.clear()
        self._feed_block(self.end)

    def _feed_block(self, line: str) -> Command | None:
        word = line.strip()
        if word.lower() != self.end:
            self._lines.append(line if self.prompt else f"\n{line}" if self.verbatim else f"\n  {word}")
            return None
        if self.prompt or self.verbatim:
            self.command.words.append("".join(self._lines) + (f"\n{self.end}" if self.verbatim else ""))
            return self.command
        self.command.words.append(" ".join(self._lines) + f"\n  \t{self.end}")  # all lines but the last one end with a blank
        return self.command


def unfinished(command: Command) -> Unfinished | None:
    """The state of a command that needs more lines; None where the command is complete.

    The text of a complete command is put into canonical form.

    Args:
        command: the command, as its first line gave it.
    """
    if command.negative or command.reset or not command.form.multiline:
        return None
    if block := command.form.rule.block:
        if len(command.words) > len(command.form.places):  # the lines have been read
            return None
        return Unfinished(command, block, True, command.form.rule.block_prompt)
    text = command.words[-1]
    end = delimiter(text)
    if text.find(end, len(end)) < 0:
        return Unfinished(command, end, False)
    command.words[-1] = canonical_text(text)
    return None


def delimiter(text: str) -> str:
    """The delimiter of a text: its first character, or the two characters `^C` of a saved configuration."""
    return ETX if text.startswith(ETX) else text[:1]


def canonical_text(text: str) -> str:
    """A delimited text with the delimiter that the running-config uses, and nothing after it."""
    end = delimiter(text)
    body = text[len(end) :]
    body = body[: body.find(end)]
    return f"{ETX}{body}{ETX}" if ETX not in body and "\x03" not in body else f"{end}{body}{end}"
