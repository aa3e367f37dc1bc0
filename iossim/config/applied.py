"""The result of applying a command."""

from __future__ import annotations

import msgspec

from iossim.config.refusal import Asking, Refusal
from iossim.config.section import Section


class Applied(msgspec.Struct):
    """The result of applying a command.

    Attributes:
        section: the section that the next line belongs to.
        refused: the router's message, if it refuses the command; "" if it took effect.
        word: index of the word under the caret, if the router refuses the command with a caret (`refused` is "" then); else -1.
        says: message of the router for a command that took effect.
        action: name of the action to carry out; "" if the command was stored or removed.
        asks: the question to be answered before the command takes effect; None if there is none.
        block: the word that ends the lines that follow and belong to this command (`quit`); "" if none follow.
        refusal: the refusal, if the router refuses the command; or if it took effect only because it stands in a file.
        refusing: the members of an interface range that refuse the command.
    """

    section: Section
    refused: str = ""
    word: int = -1
    says: str = ""
    action: str = ""
    asks: Asking | None = None
    block: str = ""
    refusal: Refusal | None = None
    refusing: tuple[Section, ...] = ()

    @property
    def accepted(self) -> bool:
        """True if the command took effect."""
        return not self.refused and self.word < 0
