"""Lines per second: validation end to end (read, match, tree, diagnostics) and the matcher alone.

    python benchmarks/parse.py [--repeat N] [--profile]

Prints the best of N runs for configurations of 1,000, 10,000 and 100,000 lines; one process, one core.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import configuration

from iossim.config import Configuration
from iossim.files.load import Loader
from iossim.language import Mode, language, match
from iossim.validate import Counts, run

SIZES = (1_000, 10_000, 100_000)


def best(repeat: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(repeat):
        gc.collect()
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def modes(lines: list[str]) -> list[tuple[Mode, str]]:
    """Each line with the mode it belongs to, for the matcher alone; comments and ends of sections left out."""
    configuration_ = Configuration()
    loader = Loader(configuration_)
    found = []
    for line in lines:
        text = line.strip()
        if text in ("", "!", "end"):
            continue
        if not line.startswith(" "):
            found.append((configuration_.root.mode, text))
        list(loader.load([line]))
        if line.startswith(" "):
            found.append((loader.cursor.section.mode, text))
    return found


def matcher(pairs: list[tuple[Mode, str]]) -> None:
    """Matches every line."""
    for mode, text in pairs:
        match(mode, text)


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, best of {options.repeat}")
    print("| lines | validate, lines/s | matcher alone, lines/s |")
    print("| --- | --- | --- |")
    language()
    for size in SIZES:
        lines = configuration(size)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.cfg"
            path.write_text("\n".join(lines) + "\n")
            found = list(run([path], Counts()))
            if any(each.severity == "error" for each in found):
                print(next(each for each in found if each.severity == "error"))
                return 1
            whole = best(options.repeat, lambda path=path: list(run([path], Counts())))
        pairs = modes(lines[: min(size, 10_000)]) * max(1, size // 10_000)
        alone = best(options.repeat, lambda pairs=pairs: matcher(pairs))
        print(f"| {len(lines):,} | {len(lines) / whole:,.0f} | {len(pairs) / alone:,.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
