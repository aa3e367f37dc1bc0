"""`python -m tests.catalogue [MODE] [--measure M] [--grammars FOLDER] [--listed]`: what the grammars still lack."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from iossim.language import Language, language
from tests.catalogue.coverage import measure
from tests.catalogue.entries import MEASURES, entries, mode_name
from tests.catalogue.report import listed, missing, table


def main() -> int:
    """Prints the open points of a mode, or of all, and the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.catalogue", description=__doc__)
    parser.add_argument("mode", nargs="?", help="a mode: ephone_dn or ephone-dn; left out: all")
    parser.add_argument("--measure", choices=MEASURES, help="only this measure")
    parser.add_argument("--grammars", type=Path, help="the folder of the grammars, by default the project's")
    parser.add_argument("--listed", action="store_true", help="also list the commands whose no form takes nothing back")
    chosen = parser.parse_args()
    grammars = Language(chosen.grammars) if chosen.grammars else language()
    wanted = mode_name(chosen.mode) if chosen.mode else ""
    result = measure(grammars, [entry for entry in entries() if wanted in ("", entry.mode)])
    if not result.tried:
        parser.error(f"the catalogue has no mode {chosen.mode!r}")
    lines = [*missing(result, chosen.measure), *(listed(result) if chosen.listed else ()), "", *table(result)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if result.open(chosen.measure) else 0


if __name__ == "__main__":
    sys.exit(main())
