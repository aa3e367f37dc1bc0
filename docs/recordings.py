"""Records what pre-commit prints, for docs/ci.md: `python docs/recordings.py`, in an environment with the extra `editors`.

pre-commit installs the last commit of this project from its folder, so commit before. `docs/generate.py` then puts the record into the page.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
PROJECT = DOCS.parent
RECORD = DOCS / "recorded" / "pre-commit.txt"
CONFIGURATION = """\
repos:
  - repo: {}
    rev: {}
    hooks:
      - id: iossim-validate
      - id: iossim-format
"""
#: A configuration with an error, and words that a router prints otherwise.
OFFICE = "hostname Office\n!\ntelephony-service\n max-redirect 21\nend\n"
UNTIDY = "hostname Branch\ntele\n max-ephones 5\nend\n"


def git(folder: Path, *arguments: str) -> str:
    """Runs git in a folder, and returns its output."""
    ended = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return ended.stdout.strip()


def pre_commit_run(folder: Path) -> tuple[int, str]:
    """Runs the hooks in a new repository; returns the exit status and the output without the messages of the installation.

    Args:
        folder: an empty folder, which becomes the repository.
    """
    git(folder, "init", "-q")
    revision = git(PROJECT, "rev-parse", "HEAD")
    (folder / ".pre-commit-config.yaml").write_text(CONFIGURATION.format(PROJECT, revision), encoding="utf-8")
    (folder / "office.cfg").write_text(OFFICE, encoding="utf-8")
    (folder / "branch.cfg").write_text(UNTIDY, encoding="utf-8")
    (folder / "notes.md").write_text("No configuration.\n", encoding="utf-8")
    git(folder, "add", "-A")
    command = [str(Path(sys.executable).with_name("pre-commit")), "run", "--all-files", "--color", "never"]
    environment = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "FORCE_COLOR")}
    ended = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment, check=False)
    lines = (ended.stdout + ended.stderr).split("\n")
    return ended.returncode, "\n".join(line.rstrip() for line in lines if not line.startswith(("[INFO]", "[WARNING]"))).strip() + "\n"


def main() -> None:
    """Writes the record."""
    with tempfile.TemporaryDirectory() as name:
        RECORD.write_text(f"$ pre-commit run --all-files\n{pre_commit_run(Path(name))[1]}", encoding="utf-8")


if __name__ == "__main__":
    main()
