"""Wall time of whole commands: `iossim validate` of a small file, and the shell's first prompt; warm caches.

python benchmarks/start.py [--repeat N]
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SMALL = ROOT / "sample-configs" / "small-office.cfg"


def run(command: list[str], typed: bytes = b"") -> float:
    """Seconds from start to end of a command."""
    start = time.perf_counter()
    subprocess.run(command, input=typed, capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> int:
    """Prints the table: median and best."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=9)
    options = parser.parse_args()
    iossim = [sys.executable, "-m", "iossim.cli"]
    commands = {
        "iossim validate small-office.cfg": [*iossim, "validate", str(SMALL)],
        "iossim shell small-office.cfg (first prompt, then end of input)": [*iossim, "shell", str(SMALL)],
    }
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {options.repeat} runs")
    print("| command | median | best |")
    print("| --- | --- | --- |")
    for name, command in commands.items():
        run(command)
        times = sorted(run(command) for _ in range(options.repeat))
        print(f"| {name} | {times[len(times) // 2]:.3f} s | {times[0]:.3f} s |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
