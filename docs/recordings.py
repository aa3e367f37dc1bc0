"""Records pre-commit for docs/ci.md, and a Dask cluster that loses a worker for docs/scale.md.

`python docs/recordings.py [pre-commit] [dask]`, in an environment with the extra `editors`. pre-commit installs the last commit of this
project from its folder, so commit before. `docs/generate.py` then puts the records into the pages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

DOCS = Path(__file__).resolve().parent
PROJECT = DOCS.parent
sys.path.insert(0, str(PROJECT))

from tests.cluster.support import WITH, cluster  # noqa: E402 (the path comes first)

RECORD, DASK = DOCS / "recorded" / "pre-commit.txt", DOCS / "recorded" / "dask.txt"
#: Copies of the sample configurations that the cluster checks, and the lines of output after which a worker is killed.
COPIES, KILLED_AFTER = 2, 20
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
    return ended.returncode, "\n".join(
        line.rstrip() for line in lines if not line.startswith(("[INFO]", "[WARNING]"))
    ).strip() + "\n"


def dask_run(folder: Path) -> Iterator[str]:
    """The lines of a check on a cluster of two workers, one of which is killed in the middle, and of the same check in one process.

    Args:
        folder: an empty folder.
    """
    for number in range(COPIES):
        shutil.copytree(PROJECT / "sample-configs", folder / "configs" / str(number))
    command = [sys.executable, "-m", "iossim", "validate", "--format", "concise"]
    environment = {**os.environ, **WITH}
    with cluster(folder, WITH, WITH) as local:
        yield from ("$ dask scheduler", "$ dask worker tcp://SCHEDULER --nthreads 1 --no-nanny    (two of them)")
        yield "$ iossim validate --dask tcp://SCHEDULER --format concise configs > cluster.txt"
        start = time.perf_counter()
        process = subprocess.Popen(
            [*command, "--dask", local.address, "configs"], cwd=folder, env=environment, stdout=subprocess.PIPE, text=True
        )
        assert process.stdout is not None
        lines = [next(process.stdout) for _ in range(KILLED_AFTER)]
        local.workers[0].kill()
        yield f"    kill -9 of the first worker after {KILLED_AFTER} lines of output, {time.perf_counter() - start:.1f} s after the start"
        lines += process.stdout
        status = process.wait()
        yield f"    {len(lines):,} lines of output, status {status}, {time.perf_counter() - start:.1f} s"
    yield "$ tail -1 cluster.txt"
    yield lines[-1].rstrip()
    alone = subprocess.run(
        [*command, "--jobs", "1", "configs"], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    yield from ("$ iossim validate --jobs 1 --format concise configs > alone.txt", "$ cmp cluster.txt alone.txt && echo equal")
    yield "equal" if alone.stdout == "".join(lines) else "NOT EQUAL"


def main() -> None:
    """Writes the records."""
    names = sys.argv[1:] or ["pre-commit", "dask"]
    with tempfile.TemporaryDirectory() as name:
        if "pre-commit" in names:
            RECORD.write_text(f"$ pre-commit run --all-files\n{pre_commit_run(Path(name))[1]}", encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        if "dask" in names:
            DASK.write_text("\n".join(dask_run(Path(name))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
