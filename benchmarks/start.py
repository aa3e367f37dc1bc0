"""CPU time of whole commands, each in alternating pairs with `python -c "import hier_config"`, with an empty home.

One start of each before the pairs lets Python write its bytecode, which an installation has.

python benchmarks/start.py [--repeat N]

Needs hier_config beside the test extra. The row "after an edit of a grammar" runs in a copy of the checkout's package and grammars.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "sample-configs" / "small-office.cfg"
PEER = [sys.executable, "-c", "import hier_config"]


def cpu_time(command: list[str], folder: Path, home: Path) -> float:
    """CPU seconds of a command and what it starts.

    Args:
        command: the command.
        folder: the folder to run it in; Python looks for modules there first.
        home: its home folder.
    """
    environment = {**os.environ, "HOME": str(home), "XDG_CACHE_HOME": str(home / "cache")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    process = subprocess.Popen(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def main() -> int:
    """Prints the table: medians of the command, of the peer, and of the ratio of the pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=15, help="pairs")
    repeat = parser.parse_args().repeat
    iossim = [sys.executable, "-m", "iossim"]
    commands = {
        "iossim validate small-office.cfg": [*iossim, "validate", str(SMALL)],
        "iossim shell small-office.cfg (first prompt, then end of input)": [*iossim, "shell", str(SMALL)],
        "iossim --version": [*iossim, "--version"],
    }
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {repeat} pairs")
    print("| command | CPU | import hier_config | ratio |")
    print("| --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "home"
        home.mkdir()
        for title, command in commands.items():
            cpu_time(command, ROOT, home), cpu_time(PEER, ROOT, home)
            row(title, [(cpu_time(command, ROOT, home), cpu_time(PEER, ROOT, home)) for _ in range(repeat)])
        checkout = Path(name) / "checkout"
        for part in ("iossim", "grammars"):
            shutil.copytree(ROOT / part, checkout / part)
        row("iossim validate small-office.cfg, first start after an edit of a grammar", after_edits(checkout, home, repeat))
    return 0


def after_edits(checkout: Path, home: Path, repeat: int) -> list[tuple[float, float]]:
    """The pairs of a first start after a grammar has changed."""
    pairs = []
    for _ in range(repeat):
        with (checkout / "grammars" / "ixi.lark").open("a", encoding="utf-8") as file:
            file.write("// a remark\n")
        command = [sys.executable, "-m", "iossim", "validate", str(SMALL)]
        pairs.append((cpu_time(command, checkout, home), cpu_time(PEER, ROOT, home)))
    return pairs


def row(title: str, pairs: list[tuple[float, float]]) -> None:
    """Prints the medians of a command."""
    ours, peer = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"| {title} | {ours:.3f} s | {peer:.3f} s | {ratio:.2f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
