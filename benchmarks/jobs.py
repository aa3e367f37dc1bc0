"""Many files in several processes: `iossim validate --jobs 1` beside `--jobs 2`.

    python benchmarks/jobs.py [--files 1000] [--jobs 2] [--pairs 5] [--sizes]

Runs both in turn on files of 500 lines without findings, so that other work on the machine slows both, and prints seconds and CPU
seconds of the whole program, and without its start (that of a check of one small file). With `--sizes`, runs both on 1, 2, 4, … files
instead, to find the size from which several processes take less time. Prints the load average: beside other work, two processes do not
get two cores.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from generate import configuration

PROJECT = Path(__file__).resolve().parent.parent
LINES = 500


def write_files(folder: Path, count: int) -> None:
    """Writes configurations of 500 lines with names, numbers and addresses of their own."""
    for number in range(count):
        lines = configuration(LINES + 11)[:-1]
        lines = [line for line in lines if line not in (" call-forward busy 6050", " call-forward noan 6050 timeout 18")]
        text = "\n".join([*lines, *[f"! desk {each} of router {number}" for each in range(LINES - len(lines) - 4)]])
        text = text.replace("hostname Large", f"hostname R{number}").replace(" number 20", f" number {2000 + number}")
        text = text.replace("Desk ", f"Desk {number}-").replace("10.1.0.1", f"10.{number % 250}.{number // 250}.1")
        end = "dial-peer voice 1 voip\n destination-pattern 6...\n session target ipv4:10.9.9.9\nend"
        (folder / f"router{number:05}.cfg").write_text(f"{text}\n{end}\n", encoding="utf-8")


def measured(arguments: list[str]) -> tuple[float, float]:
    """Seconds and CPU seconds of a run of iossim."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "iossim", "validate", "--format", "concise", *arguments]
    subprocess.run(command, cwd=PROJECT, stdout=subprocess.DEVNULL, check=False)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pairs(folder: Path, jobs: int, count: int) -> None:
    """Prints the figures of so many runs in turn."""
    one = folder / "router00000.cfg"
    rows = []
    for _ in range(count):
        start = measured(["--jobs", "1", str(one)])
        rows.append((start, measured(["--jobs", "1", str(folder)]), measured(["--jobs", str(jobs), str(folder)])))
    print(f"| run | start s | 1 process s | {jobs} processes s | ratio | without start | CPU s, 1 | CPU s, {jobs} |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    whole, without = [], []
    for number, (start, single, several) in enumerate(rows, 1):
        whole.append(single[0] / several[0])
        without.append((single[0] - start[0]) / (several[0] - start[0]))
        cells = (start[0], single[0], several[0], whole[-1], without[-1], single[1], several[1])
        print(f"| {number} | {' | '.join(f'{cell:.2f}' for cell in cells)} |")
    print(f"median ratio {statistics.median(whole):.2f}, without the start {statistics.median(without):.2f}")


def sizes(folder: Path, jobs: int, repeat: int) -> None:
    """Prints the seconds for more and more files, the best of several runs in turn."""
    files = sorted(folder.glob("*.cfg"))
    print(f"| files | MB | 1 process s | {jobs} processes s |\n| ---: | ---: | ---: | ---: |")
    count = 8
    while count <= len(files):
        chosen = [str(file) for file in files[:count]]
        runs = [(measured(["--jobs", "1", *chosen])[0], measured(["--jobs", str(jobs), *chosen])[0]) for _ in range(repeat)]
        size = sum(file.stat().st_size for file in files[:count])
        print(f"| {count} | {size / 1e6:.2f} | {min(run[0] for run in runs):.2f} | {min(run[1] for run in runs):.2f} |")
        count *= 2


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--sizes", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        write_files(Path(name), options.files)
        (sizes if options.sizes else pairs)(Path(name), options.jobs, options.pairs)
    print(f"load average {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
