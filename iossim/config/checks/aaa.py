"""The check of the commands of AAA: the router has them only while `aaa new-model` is entered."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config.refusal import Notice, Refusal
from iossim.config.tree import Configuration, Section
from iossim.language import Command


def new_model(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:
    """A command of AAA without `aaa new-model`: the caret. Nothing while a file is read; what a file had can be removed."""
    model = configuration.root.get("aaa_new_model")
    if configuration.ports is None or (model is not None and not model.negative):
        return
    if not (command.negative or command.reset) or command.form.identity(command.words) not in section.entries:
        yield Refusal("", 1)
