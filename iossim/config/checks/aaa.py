"""The checks of AAA: its commands are there only while `aaa new-model` is entered, and those in their place only without it."""

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


def login_method(configuration: Configuration, section: Section, command: Command) -> Iterator[Refusal | Notice]:  # noqa: ARG001
    """The wrong login of a line: a list of AAA without `aaa new-model`, or another one with it. Nothing while a file is read."""
    if configuration.ports is None or command.negative or command.reset:
        return
    model = configuration.root.get("aaa_new_model")
    by_list = "authentication" in command.keywords
    if by_list == (model is None or model.negative):
        yield Refusal("" if len(command.words) > 1 else "% Incomplete command.\n", 1)
    elif by_list and not _is_defined(configuration, str(command.fields["list"])):
        yield Notice(f'AAA: Warning authentication list "{command.fields["list"]}" is not defined for LOGIN.\n')


def _is_defined(configuration: Configuration, name: str) -> bool:
    return name == "default" or configuration.root.get("aaa_authentication", "login", name) is not None
