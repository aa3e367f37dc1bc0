"""Build hook: makes the index of the grammars, so that no start has to read them with Lark."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


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
        (folder / FILE).write_bytes(make(folder))
