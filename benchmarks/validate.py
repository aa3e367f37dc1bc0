"""The share of the validation rules in `iossim validate`, and of each of them.

    python benchmarks/validate.py [FOLDER…] [--repeat N] [--top N] [--needed]

CPU time of reading (match, tree, diagnostics) and of the rules, over sample-configs and the folders (a corpus of real configurations;
the environment variable IOSSIM_CORPUS may name one, too), warm, the best of N measurements. *Shared* is the pass over the commands
that all rules use, with the facts that several of them ask for: they are computed for the first rule that asks, and are measured with
it. With `--needed` the exit status is 1 if all rules together take more than 40 % of the whole of a folder, or one of them more than 5 %.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from pathlib import Path

from iossim.config import Configuration
from iossim.config.tree import Notes
from iossim.files.load import Loader
from iossim.language.speed import at_full_speed
from iossim.validate.applying import RuleSet
from iossim.validate.facts import facts_of
from iossim.validate.rules import rules
from iossim.validate.rules.base import ValidationRule
from iossim.validate.sources import find_files, read
from iossim.validate.target import Target

SAMPLES = Path(__file__).resolve().parent.parent / "sample-configs"
#: The most that all rules together, and one rule, may take of the whole.
ALL, ONE = 0.40, 0.05
#: Each rule is called so often in a row, since one call takes less than the clock can tell.
TIMES = 5


def spent(texts: list[str], applied: RuleSet) -> dict[str, float]:
    """Seconds of reading (""), of the shared pass ("shared"), and of each rule by name."""
    seconds = dict.fromkeys(["", "shared", *(rule.name for rule in rules())], 0.0)
    clock = time.process_time
    for text in texts:
        lines = text.split("\n")
        copies = []
        start = clock()
        for _ in range(TIMES):
            configuration = Configuration()
            configuration.notes = Notes()
            list(Loader(configuration).load(lines))
            copies.append(configuration)
        seconds[""] += clock() - start
        start = clock()
        looking: list[ValidationRule] = []
        for configuration in copies:
            looking = applied.looking_at(facts_of(configuration).forms)
        seconds["shared"] += clock() - start
        for rule in looking:
            start = clock()
            for configuration in copies:
                list(rule.find(facts_of(configuration), configuration, Target()))
            seconds[rule.name] += clock() - start
    return seconds


def measured(texts: list[str], repeat: int) -> dict[str, float]:
    """Of each figure the least of several measurements."""
    applied = RuleSet(rules())
    best: dict[str, float] = {}
    for _ in range(repeat):
        gc.collect()
        with at_full_speed():
            for name, seconds in spent(texts, applied).items():
                best[name] = min(best.get(name, seconds), seconds)
    return best


def main() -> int:
    """Prints a table for each folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="*", help="folders with configuration files, besides sample-configs")
    parser.add_argument("--repeat", type=int, default=3, help="measurements of which the best counts")
    parser.add_argument("--top", type=int, default=10, help="rules that are shown, the dearest first")
    parser.add_argument("--needed", action="store_true", help="exit status 1 if the rules take more than demanded")
    options = parser.parse_args()
    corpus = os.environ.get("IOSSIM_CORPUS")
    enough = True
    for folder in [SAMPLES, *options.folders, *([Path(corpus)] if corpus else [])]:
        files = map(read, find_files([folder]))
        texts = [file.decoded.text for file in files if file.decoded is not None]
        best = measured(texts, options.repeat)
        whole = sum(best.values())
        share = 1 - best[""] / whole
        print(f"\n| {folder.name}: {len(texts)} files, {len(rules())} rules | ms | of the whole |\n| --- | ---: | ---: |")
        print(f"| reading | {best[''] / TIMES * 1000:.1f} | {best[''] / whole:.1%} |")
        print(f"| all rules | {(whole - best['']) / TIMES * 1000:.1f} | {share:.1%} |")
        names = sorted((name for name in best if name), key=lambda name: -best[name])
        for name in names[: options.top]:
            print(f"| {name} | {best[name] / TIMES * 1000:.2f} | {best[name] / whole:.1%} |")
        dearest = max((best[rule.name] / whole for rule in rules()), default=0)
        enough = enough and share <= ALL and dearest <= ONE
    return int(options.needed and not enough)


if __name__ == "__main__":
    sys.exit(main())
