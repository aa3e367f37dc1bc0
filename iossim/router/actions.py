"""What the action commands of the grammars do (`//@ action NAME`)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from iossim.config import Section
from iossim.language import Command, match

if TYPE_CHECKING:
    from iossim.router.core import RouterCore

Action = Callable[["RouterCore", Section, Command], str]

#: The stamp of phone files built while the clock has never been set (CME documentation, `create cnf-files version-stamp`).
_STAMP = "Jan 01 2002 00:00:00"


def create_cnf_files(router: RouterCore, section: Section, command: Command) -> str:
    """Builds the phones' files; the running-config then shows their stamp. `no` deletes them."""
    stamp = match(section.mode, f"create cnf-files version-stamp {_STAMP}")
    assert isinstance(stamp, Command)
    identity = stamp.form.identity(stamp.words)
    if command.negative:
        router.config.drop(section, identity)
        return ""
    router.config.store(section, identity, stamp)
    return "CNF-FILES: Clock is not set or synchronized, retaining old versionStamps\nCNF files updating complete\n"


ACTIONS: dict[str, Action] = {"create_cnf_files": create_cnf_files}
