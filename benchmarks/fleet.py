"""Memory and start of a fleet: `python benchmarks/fleet.py [COUNT] [CONFIG…]`.

For every configuration: a process with COUNT routers (default 1,000), each with a port of HTTP and one of SSH, beside one with ten. Prints
seconds from the start of the process until the table of addresses, CPU seconds until then, KiB of memory a router, and the CPU
time of ten idle seconds.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "sample-configs"
TWELVE = """hostname R1
ip http server
username admin privilege 15 password 0 cisco
telephony-service
 max-ephones 5
 max-dn 5
ixi transport http
 no shutdown
ixi application cme
 no shutdown
line vty 0 4
 transport input ssh
"""
_PAGE = os.sysconf("SC_PAGE_SIZE")
_TICKS = os.sysconf("SC_CLK_TCK")
_IDLE = 10


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        twelve = Path(folder, "twelve-lines.cfg")
        twelve.write_text(TWELVE, encoding="utf-8")
        configs = [Path(name) for name in sys.argv[2:]] or [twelve, SAMPLES / "small-office.cfg"]
        print("| configuration | routers | s to start | CPU s to start | KiB a router | CPU s idle, of 10 s |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for config in configs:
            few = measured(Path(folder), config, 10)
            many = measured(Path(folder), config, count)
            each = (many[2] - few[2]) / (count - 10)
            print(f"| {config.stem} | {count:,} | {many[0]:.1f} | {many[1]:.1f} | {each:.1f} | {many[3]:.2f} |")


def measured(folder: Path, config: Path, count: int) -> tuple[float, float, float, float]:
    """Seconds and CPU seconds to start so many routers, KiB of the process, and CPU seconds of ten idle seconds."""
    inventory = folder / "fleet.yaml"
    inventory.write_text(f"routers:\n  - name: r\n    config: {config.resolve()}\n    count: {count}\n", encoding="utf-8")
    began = time.perf_counter()
    command = [sys.executable, "-m", "iossim", "serve", "--inventory", str(inventory), "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(f"{count} routers"):
            break
    seconds, cpu = time.perf_counter() - began, cpu_of(process.pid)
    memory = int(Path(f"/proc/{process.pid}/statm").read_text(encoding="utf-8").split()[1]) * _PAGE / 1024
    time.sleep(_IDLE)
    idle = cpu_of(process.pid) - cpu
    process.send_signal(signal.SIGTERM)
    process.wait()
    return seconds, cpu, memory, idle


def cpu_of(process: int) -> float:
    """CPU seconds of a process so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


if __name__ == "__main__":
    main()
