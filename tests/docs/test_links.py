"""No link of a page leads nowhere: files, folders, pictures and headings exist, in README and docs, and wherever else there are pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
_OTHERS = {"node_modules", "build", "dist", "tests"}
PAGES = sorted(
    path
    for path in ROOT.rglob("*.md")
    if not any(part in _OTHERS or (part.startswith(".") and part != ".github") for part in path.relative_to(ROOT).parts)
    and not path.name.endswith(".template.md")
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_link_leads_nowhere(path: Path) -> None:
    for target in targets(path.read_text(encoding="utf-8")):
        file, _, anchor = target.partition("#")
        there = (path.parent / file) if file else path
        assert there.exists(), target
        if anchor:
            assert anchor in anchors(there.read_text(encoding="utf-8")), target


def test_the_pages_of_the_project_are_looked_at() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in PAGES}
    assert {"README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "docs/index.md", "examples/README.md"} <= names
    assert len(names) > 250


def test_a_link_is_found_and_a_heading_has_its_anchor() -> None:
    page = "# A *b* `c-d`\n\n[x](y.md#z) ![p](q.svg) [w](https://example.com/)\n\n```sh\necho [no](link)\n```\n\n## A *b* `c-d`\n"
    assert targets(page) == ["y.md#z", "q.svg"]
    assert anchors(page) == {"a-b-c-d", "a-b-c-d-1"}


def targets(page: str) -> list[str]:
    """The links of a page that stay in the project; those in fenced blocks are text."""
    return re.findall(r"\]\((?!\w+:)([^)\s]+)\)", _without_code(page))


def anchors(page: str) -> set[str]:
    """The anchors of a page's headings, as forges make them of the heading's text; the second of two equal ones is numbered."""
    found: dict[str, int] = {}
    for heading in re.findall(r"^#+ (.*)$", _without_code(page), re.MULTILINE):
        name = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        found[name] = found.get(name, -1) + 1
    return {name if not number else f"{name}-{number}" for name, count in found.items() for number in range(count + 1)}


def _without_code(page: str) -> str:
    return re.sub(r"^ *```.*?^ *```$", "", page, flags=re.MULTILINE | re.DOTALL)
