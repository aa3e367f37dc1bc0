"""Replacing the running-config by another configuration (`configure replace`, and rolling back)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from iossim.config import Configuration, Section, Transaction, difference
from iossim.files.diagnostics import Diagnostic
from iossim.files.load import read_lines
from iossim.router.log import Log

#: Commands that are in every running-config.
ALWAYS = ("version 15.7", "hostname Router")
_MOST_PASSES = 5


class Replaceable(Protocol):
    """The parts of a router that a replacement uses."""

    config: Configuration
    log: Log

    def load(self, text: str) -> list[Diagnostic]:
        """Reads a configuration on top of the running-config."""

    def hardware_lines(self, wanted: Configuration) -> list[str]:
        """The lines of the ports that another configuration does not name."""

    def changed_by(self, user: str) -> None:
        """Records the user and the time of the last change."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """The result of a replacement.

    Attributes:
        passes: the lines of every pass; the first one does nearly always all.
        left: the lines that still differ after the last pass.
    """

    passes: list[list[str]]
    left: list[str]


def parsed(text: str, like: Configuration) -> Configuration:
    """The configuration tree of a text, in the language of another configuration."""
    configuration = Configuration(like.language)
    read_lines(configuration, text.split("\n"))
    return configuration


def planned(router: Replaceable, text: str, running: str) -> list[str]:
    """The lines with which a replacement changes something; none if nothing differs.

    A replacement also enters the defaults that a router prints and that nobody has entered; they change nothing, and are left out.

    Args:
        router: the router.
        text: the configuration that would take the place of the running-config.
        running: the running-config.
    """
    return list(difference(parsed(running, router.config).root, _whole(router, text).root))


def replace(router: Replaceable, text: str, user: str = "") -> Replacement:
    """Replaces the running-config, in one piece; logs it.

    Args:
        router: the router.
        text: the configuration that takes its place.
        user: the user who does it; "" for none.
    """
    router.log.debug("Rollback:Acquired Configuration lock.")
    wanted = _whole(router, text)
    _keep_apart(router.config.root, wanted.root)
    passes: list[list[str]] = []
    with Transaction(router.config):
        # A removal may take other lines along (the buttons of a dn that is opened anew); the next pass adds them again.
        while lines := list(difference(router.config.root, wanted.root)):
            if len(passes) == _MOST_PASSES:
                break
            passes.append(lines)
            router.load("\n".join([*lines, "end"]))
    router.changed_by(user)
    router.log("SYS", 5, "CONFIG_R", "Config Replace is Done")
    return Replacement(passes, lines)


def _keep_apart(old: Section, new: Section) -> None:
    """Adds what a router keeps outside its configuration, so that it stays."""
    new.entries |= {identity: command for identity, command in old.entries.items() if command.form.rule.apart}


def _whole(router: Replaceable, text: str) -> Configuration:
    """A configuration with what every router has, and with the ports of this one."""
    wanted = parsed("\n".join([*ALWAYS, text]), router.config)
    return parsed("\n".join([*ALWAYS, *router.hardware_lines(wanted), text]), router.config)
