"""Lines per second: validation end to end (read, match, tree, diagnostics) and the matcher alone.

    python benchmarks/parse.py [FOLDER…] [--repeat N]

Prints the best of N runs by CPU time, one process, one core: for generated configurations of 1,000, 10,000 and 100,000 lines, and for
the files of the folders, by default sample-configs, one by one and as a whole.
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
from iossim.validate.sources import configuration_files

SIZES = (1_000, 10_000, 100_000)
SAMPLES = Path(__file__).resolve().parent.parent / "sample-configs"


def best(repeat: int, work: Callable[[], object]) -> float:
    """Seconds of CPU time of the fastest of several runs."""
    times = []
    for _ in range(repeat):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def modes(lines: list[str]) -> list[tuple[Mode, str]]:
    """The lines with the modes they belong to, for the matcher alone; comments and ends of sections left out."""
    configuration_ = Configuration()
    loader = Loader(configuration_)
    pairs = []
    for line in lines:
        text = line.strip()
        if text in ("", "!", "end"):
            continue
        if not line.startswith(" "):
            pairs.append((configuration_.root.mode, text))
        list(loader.load([line]))
        if line.startswith(" "):
            pairs.append((loader.cursor.section.mode, text))
    return pairs


def matcher(pairs: list[tuple[Mode, str]]) -> None:
    """Matches all lines."""
    for mode, text in pairs:
        match(mode, text)


def generated(repeat: int) -> None:
    """Prints the table of the generated configurations, which have no fault."""
    print("| generated, lines | validate, lines/s | matcher alone, lines/s |")
    print("| --- | ---: | ---: |")
    for size in SIZES:
        lines = configuration(size)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "large.cfg"
            path.write_text("\n".join(lines) + "\n")
            errors = [each for each in run([path], Counts()) if each.severity == "error"]
            if errors:
                raise SystemExit(str(errors[0]))
            whole = best(repeat, lambda path=path: list(run([path], Counts())))
        pairs = modes(lines[: min(size, 10_000)]) * max(1, size // 10_000)
        alone = best(repeat, lambda pairs=pairs: matcher(pairs))
        print(f"| {len(lines):,} | {len(lines) / whole:,.0f} | {len(pairs) / alone:,.0f} |")


def files(folder: Path, repeat: int) -> None:
    """Prints the table of the files of a folder, whatever faults they have, and of all of them in one run."""
    print(f"| {folder.name} | lines | findings | validate, lines/s |")
    print("| --- | ---: | ---: | ---: |")
    paths = [file.path for file in configuration_files([folder])]
    for name, chosen in [*((str(Path(path).relative_to(folder)), [path]) for path in paths), ("all", paths)]:
        summary = Counts()
        findings = [each for each in run(chosen, summary) if each.severity != "info"]
        seconds = best(repeat, lambda chosen=chosen: list(run(chosen, Counts())))
        print(f"| {name} | {summary.lines:,} | {len(findings):,} | {summary.lines / seconds:,.0f} |")


def main() -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", default=[SAMPLES], help="folders with configuration files")
    parser.add_argument("--repeat", type=int, default=5, help="runs of which the best counts")
    options = parser.parse_args()
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, best of {options.repeat}")
    language()
    generated(options.repeat)
    for folder in options.folders:
        print()
        files(folder, options.repeat)
    return 0


if __name__ == "__main__":
    sys.exit(main())
