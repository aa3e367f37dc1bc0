"""Hooks of MkDocs: a link to the repository, which also has the files that pages name and that are no pages."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parent.parent
_OUTSIDE = re.compile(r"\]\((?:\.\./)+((?!commands/|xml/|rules/|tutorials/|images/)[\w./-]+(?:#[\w-]+)?)\)")


def repository() -> str:
    """The address of the repository, from pyproject.toml."""
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["urls"]["Repository"])


def on_config(config: Any) -> Any:
    """Adds a link to the repository. With MkDocs' own setting for it, every page would ask a forge for its stars."""
    config["nav"].append({"Source code": repository()})
    return config


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Replaces links that leave the folder of the pages."""

    def link(match: re.Match[str]) -> str:
        target = match[1].partition("#")[0]
        inside = (Path(page.file.abs_src_path).parent / match[0][2:-1].partition("#")[0]).resolve()
        if inside.is_relative_to(_ROOT / "docs") or not (_ROOT / target).exists():
            return match[0]
        return f"]({repository()}/blob/main/{match[1]})"

    return _OUTSIDE.sub(link, markdown)
