"""Build hooks: make the index of the grammars, so that no start has to read them with Lark, and the README of the package index."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

#: A link or picture of Markdown to a file of the project: `](docs/cli.md)`.
_LINK = re.compile(r"(!?\[[^\]]*\]\()(?![a-z]+:|#)([^)\s]+)")


class IndexHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes `grammars/index.jsonl` before a wheel or an editable install is made."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (Hatchling's signature)
        """Makes the index. Hatchling calls this before it collects the files.

        Args:
            version: "standard" or "editable".
            build_data: settings of the build; not changed.
        """
        sys.path.insert(0, self.root)
        from iossim.language.index import FILE, make

        folder = Path(self.root) / "grammars"
        index, content = folder / FILE, make(folder)
        if not index.is_file() or index.read_bytes() != content:  # a checkout that nobody may write can have one that is right
            index.write_bytes(content)


class ReadmeHook(MetadataHookInterface):
    """Gives the package a README whose links and pictures have whole addresses: a package index has no other files of the project."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Sets the README. Hatchling calls this when it reads the metadata.

        Args:
            metadata: the project of pyproject.toml; `readme` is added.
        """
        text = (Path(self.root) / "README.md").read_text(encoding="utf-8")
        metadata["readme"] = {"content-type": "text/markdown", "text": with_addresses(text, metadata["urls"]["Repository"])}


def with_addresses(text: str, repository: str) -> str:
    """A text of Markdown whose relative links have whole addresses.

    Args:
        text: the text of a file in the folder of the project.
        repository: the address of the project.
    """
    return _LINK.sub(lambda found: f"{found[1]}{repository}/{'raw' if found[1][0] == '!' else 'blob'}/main/{found[2]}", text)
