"""Lines per second of iossim beside hier_config and netutils: samples, a corpus, and generated configurations.

    python benchmarks/parse.py [FOLDER…] [--repeat N] [--clock cpu|wall] [--needed]

The folders are a corpus of real configurations, besides sample-configs; the environment variable IOSSIM_CORPUS may name one, too.
Three programs take each text in turn, in N rounds: iossim, hier_config (`get_hconfig`: a bare tree) and netutils (`IOSConfigParser`: a
list of lines with their parents). Of each the best measurement is shown; a ratio is the median of those of the rounds, since a shared
machine is now quick and now slow. A program that refuses a text has no figure. iossim is measured in
three ways: `check_text` (match, tree, diagnostics, rules); the same with new lines, of which it remembers none; and reading alone
(match, tree, diagnostics). All are warm, and a short text is taken many times in one measurement, so that iossim remembers its lines,
as it remembers the lines of other files. With `--needed` the exit status is 1 where iossim is less than 1.5 times as fast as hier_config
with a file, or less than 2.5 times in the median.
"""

from __future__ import annotations

import argparse
import gc
import logging
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from operator import truediv
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import configuration
from hier_config import Platform, get_hconfig
from netutils.config.parser import IOSConfigParser

from iossim.config import Configuration
from iossim.files.load import read_lines
from iossim.language.dispatch import known_lines
from iossim.validate import check_text
from iossim.validate.sources import find_files, read

SAMPLES = Path(__file__).resolve().parent.parent / "sample-configs"
#: Lines of the generated configurations.
SIZES = (1_000, 10_000, 100_000)
#: Least ratio to hier_config with a file, and in the median.
EACH, MEDIAN = 1.5, 2.5
#: A measurement takes a text again and again until it has taken so many lines.
LINES = 2_000


def _check_new_lines(text: str) -> object:
    """Validates a text of which no line is remembered."""
    known_lines.clear()
    return check_text("", text)


PROGRAMS: dict[str, Callable[[str], object]] = {
    "iossim": lambda text: check_text("", text),
    "iossim, new lines": _check_new_lines,
    "iossim, reading": lambda text: read_lines(Configuration(), text.split("\n")),
    "hier_config": lambda text: get_hconfig(Platform.CISCO_IOS, text),
    "netutils": lambda text: IOSConfigParser(text).build_config_relationship(),
}
#: The ways in which iossim takes a text.
OURS = [name for name in PROGRAMS if name.startswith("iossim")]


class Row(NamedTuple):
    """The lines of a text, and the seconds of each program that takes it, in all rounds."""

    name: str
    lines: int
    seconds: dict[str, list[float]]

    @property
    def rates(self) -> dict[str, float]:
        """The best lines per second of each program."""
        return {program: self.lines / min(rounds) for program, rounds in self.seconds.items()}

    @property
    def ratios(self) -> list[float]:
        """The rates of iossim by that of hier_config, in the order of `OURS`; empty if hier_config refuses the text."""
        bare = self.seconds.get("hier_config", [])
        return [statistics.median(map(truediv, bare, self.seconds[name])) for name in OURS] if bare else []


def measured(name: str, text: str, repeat: int, clock: Callable[[], float]) -> Row:
    """The programs in turn, several times."""
    lines = text.count("\n")
    times = max(1, LINES // max(1, lines))
    seconds: dict[str, list[float]] = {}
    for program, take in PROGRAMS.items():
        try:
            take(text)
        except Exception as error:  # noqa: BLE001 (any error: the program does not take the text)
            print(f"{program} refuses {name}: {type(error).__name__}", file=sys.stderr)
        else:
            seconds[program] = []
    for _ in range(repeat):
        for program, rounds in seconds.items():
            take = PROGRAMS[program]
            gc.collect()
            start = clock()
            for _ in range(times):
                take(text)
            rounds.append((clock() - start) / times)
    return Row(name, lines, seconds)


def groups(folders: list[Path]) -> Iterator[tuple[str, Iterator[tuple[str, str]]]]:
    """The groups of texts by name: the files of the folders, and the generated configurations."""
    for folder in folders:
        files = list(map(read, find_files([folder])))
        yield folder.name, ((str(Path(f.path).relative_to(folder)), f.decoded.text) for f in files if f.decoded is not None)
    yield "generated", ((f"{size:,} lines", "\n".join(configuration(size)) + "\n") for size in SIZES)


def shown(row: Row) -> str:
    """A row of the table."""
    rates = [f"{row.rates[program]:,.0f}" if program in row.rates else "refused" for program in PROGRAMS]
    ratios = [f"{ratio:.2f}" for ratio in row.ratios or [float("nan")] * len(OURS)]
    return f"| {row.name} | {row.lines:,} | {' | '.join([*rates, *ratios])} |"


def main() -> int:
    """Prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="folders with configuration files, besides sample-configs")
    parser.add_argument("--repeat", type=int, default=5, help="rounds of measurements")
    parser.add_argument("--clock", choices=("cpu", "wall"), default="cpu", help="CPU time, or wall-clock time")
    parser.add_argument("--needed", action="store_true", help="exit status 1 if iossim is slower than demanded")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    corpus = os.environ.get("IOSSIM_CORPUS")
    folders = [SAMPLES, *options.folders, *([Path(corpus)] if corpus else [])]
    clock = time.process_time if options.clock == "cpu" else time.perf_counter
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.clock} time, {options.repeat} rounds, lines/s")
    ratios: list[list[float]] = []
    by_hier_config = " | ".join(f"{name} / hier_config" for name in OURS)
    for group, texts in groups(folders):
        print(f"\n| {group} | lines | {' | '.join(PROGRAMS)} | {by_hier_config} |")
        print(f"| --- {'| ---: ' * (len(PROGRAMS) + len(OURS) + 1)}|")
        rows = []
        for name, text in texts:
            rows.append(measured(name, text, options.repeat, clock))
            print(shown(rows[-1]), flush=True)
        compared = [row.ratios for row in rows if row.ratios]
        ratios += compared
        print(summary(f"{group}: {len(compared)} of {len(rows)} compared", compared))
    print(summary(f"all: {len(ratios)} compared", ratios))
    whole = [row[0] for row in ratios]
    enough = min(whole) >= EACH and statistics.median(whole) >= MEDIAN
    return int(options.needed and not enough)


def summary(name: str, ratios: list[list[float]]) -> str:
    """The least ratio and the median, of each way in which iossim takes the texts."""
    columns = zip(OURS, zip(*ratios, strict=True), strict=True) if ratios else ()
    parts = [f"{way}: at least {min(column):.2f}, median {statistics.median(column):.2f}" for way, column in columns]
    return f"\n{name}; times hier_config: " + "; ".join(parts)


if __name__ == "__main__":
    sys.exit(main())
