"""Growth of the time of one operation with the number of phones, from 500 to 20,000.

    python benchmarks/growth.py [--sizes 500 2000 7000 20000] [--runs 5] [--only TEXT]

Prints for each operation the CPU time of one at each size (median of the runs, each of 60 operations spread over all phones) and the
exponent: 0 where the time is the same for any number of phones, 1 where it doubles with it. Ends with exit status 1 where an exponent is
0.15 or more. Objects that were there before a measurement are left out of Python's cycle collection.
"""

from __future__ import annotations

import argparse
import gc
import math
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from iossim import Router
from iossim.validate import check_text
from iossim.validate.facts.proposals import Names

SIZES = (500, 2_000, 7_000, 20_000)
#: Operations of one run.
COUNT = 60
#: Directory numbers that no phone has, for auto-registration.
FREE = 900
#: The exponent that no operation may reach.
DEMANDED = 0.15
ROUTERS = "a router in a file of one in 50"
HEAD = """hostname Growth
ip http server
ixi transport http
 no shutdown
ixi application cme
 no shutdown
telephony-service
 max-ephones 60000
 max-dn 60000
 ip source-address 10.1.0.1 port 2000
 auto-reg-ephone
 xml user cisco password s3cret 15
"""
#: One router of a file of several.
SMALL = HEAD + "ephone-dn 1\n number 1001\nephone 1\n mac-address 0000.0000.0001\n button 1:1\nend\n"


class Office:
    """A router with so many registered phones, each with a directory number of its own, and a session in configuration.

    Args:
        size: how many.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        dns = [f"ephone-dn {tag}\n number {100_000 + tag}\n" for tag in range(1, size + FREE + 1)]
        phones = [f"ephone {tag}\n mac-address {mac(tag)}\n type 7960\n button 1:{tag}\n" for tag in range(1, size + 1)]
        self.router = Router.from_text("".join([HEAD, f" auto assign 1 to {size + FREE}\n", *dns, *phones, "end\n"]))
        self.session = self.router.session()
        self.user = self.router.session(privilege=7)
        self.router.phones.register_all()
        self.names = Names(f"Prof-Number-{tag}" for tag in range(size))
        self.type("configure terminal")

    def tag(self, at: int) -> int:
        """One of the tags, spread over all phones."""
        return 1 + at % COUNT * self.size // COUNT

    def new(self, at: int) -> int:
        """A tag that no phone has."""
        return self.size + 1_000 + at

    def type(self, *lines: str) -> None:
        """Types lines that must be accepted."""
        for line in lines:
            result = self.session.run(line)
            assert result.accepted, (line, result)

    def refused(self, line: str) -> None:
        """Types a line that must be refused."""
        assert not self.session.run(line).accepted, line

    def ask(self, method: str, *parameters: tuple[str, str]) -> bytes:
        """Asks the XML API."""
        inside = "".join(f"<{name}>{value}</{name}>" for name, value in parameters)
        answer = self.router.xml(f"<request><{method}>{inside}</{method}></request>", "cisco", "s3cret")
        assert b"<ISMethodError>" not in answer, answer
        return answer


def mac(tag: int) -> str:
    """The MAC address of a phone."""
    digits = f"{tag:012X}"
    return f"{digits[:4]}.{digits[4:8]}.{digits[8:]}"


@dataclass(frozen=True)
class Operation:
    """One operation: its name, what is timed, and what undoes it, which is not timed."""

    name: str
    work: Callable[[Office, int], object]
    undo: Callable[[Office, int], object] | None = None


def enter_dn(office: Office, at: int) -> None:
    office.type(f"ephone-dn {office.new(at)}", f"number {500_000 + at}", "exit")


def remove_dn(office: Office, at: int) -> None:
    office.type(f"no ephone-dn {office.new(at)}")


def enter_ephone(office: Office, at: int) -> None:
    tag = office.new(at)
    office.type(f"ephone {tag}", f"mac-address {mac(tag)}", f"button 1:{office.tag(at)}", "exit")


def remove_ephone(office: Office, at: int) -> None:
    office.type(f"no ephone {office.new(at)}")


def ephone_again(office: Office, at: int) -> None:
    tag = office.tag(at)
    office.type(f"ephone {tag}", f"mac-address {mac(tag)}", "type 7960", f"button 1:{tag}", "exit")
    office.router.phones.register(tag)


def dn_again(office: Office, at: int) -> None:
    tag = office.tag(at)
    office.type(f"ephone-dn {tag}", f"number {100_000 + tag}", "exit", f"ephone {tag}", f"button 1:{tag}", "exit")


def with_maximum(office: Office, maximum: int, accepted: bool) -> None:
    office.type("telephony-service")
    (office.type if accepted else office.refused)(f"max-dn {maximum}")
    office.type("exit")


def auto_register(office: Office, at: int) -> None:
    assert office.router.phones.register_mac(mac(10_000_000 + at), "7960") is not None


def auto_register_after_a_change(office: Office, at: int) -> None:
    office.type(f"ephone {office.tag(at)}", f"description Desk {at}", "exit")
    assert office.router.phones.register_mac(mac(11_000_000 + at), "7960") is not None


def register(office: Office, at: int) -> None:
    office.router.phones.unregister(office.tag(at))
    office.router.phones.register(office.tag(at))


def change_and_look(office: Office, at: int) -> None:
    """A changed line, and a command of a user with level 7."""
    office.type(f"hostname Name{at}")
    office.user.execute("show clock")


def register_after_a_change(office: Office, at: int) -> None:
    office.type(f"ephone {office.tag(at + 1)}", f"description Desk {at}", "exit")
    register(office, at)


def ask_available(office: Office, _: int) -> None:
    office.ask("ISgetDevice", ("ISKeyword", "available"))


def undefined_name(office: Office, at: int) -> None:
    letter = chr(ord("a") + office.size % 23)  # another name for each office: answers are remembered
    office.names.alike(f"Porf-Num{letter}er-{at}")


OPERATIONS = [
    Operation("enter dn (2 lines)", enter_dn, remove_dn),
    Operation("enter ephone (3 lines)", enter_ephone, remove_ephone),
    Operation("retype", lambda office, at: office.type(f"ephone {office.tag(at)}", f"type 79{40 + at % 2}", "exit")),
    Operation("change number", lambda office, at: office.type(f"ephone-dn {office.tag(at)}", f"number {700_000 + at}", "exit")),
    Operation(
        "no button, button",
        lambda office, at: office.type(f"ephone {office.tag(at)}", "no button 1:1", f"button 1:{office.tag(at)}", "exit"),
    ),
    Operation("no ephone", lambda office, at: office.type(f"no ephone {office.tag(at)}"), ephone_again),
    Operation("no ephone-dn", lambda office, at: office.type(f"no ephone-dn {office.tag(at)}"), dn_again),
    Operation("max-dn refused", lambda office, at: with_maximum(office, 7 + at, accepted=False)),
    Operation("max-dn lowered", lambda office, at: with_maximum(office, 60_000 - at, accepted=True)),
    Operation("ISgetDevice", lambda office, at: office.ask("ISgetDevice", ("ISDevID", str(office.tag(at))))),
    Operation(
        "ISgetDevice by name",
        lambda office, at: office.ask("ISgetDevice", ("ISDevName", "SEP" + mac(office.tag(at)).replace(".", ""))),
    ),
    Operation("ISgetExtension", lambda office, at: office.ask("ISgetExtension", ("ISExtID", str(office.tag(at))))),
    Operation(
        "ISexecCLI (2 lines)",
        lambda office, at: office.ask("ISexecCLI", ("CLI", f"ephone {office.tag(at)}"), ("CLI", f"description Desk {at}")),
    ),
    Operation("ISKeyword available", ask_available),
    Operation("auto-registration", auto_register),
    Operation("a change, and auto-registration", auto_register_after_a_change),
    Operation("unregister, register", register),
    Operation("a change, unregister, register", register_after_a_change),
    Operation(
        "a change, and a line at level 7",
        change_and_look,
    ),
    Operation("undefined name", undefined_name),
]


def measured(operation: Operation, offices: list[Office], runs: int) -> list[float]:
    """Seconds of CPU time of one operation in each office: the median of several runs, after one that is not counted."""
    times: list[list[float]] = [[] for _ in offices]
    for run in range(runs + 1):
        for office, seconds in zip(offices, times, strict=True):
            places = range(run * COUNT, (run + 1) * COUNT)
            gc.collect()
            start = time.process_time()
            for at in places:
                operation.work(office, at)
            seconds.append((time.process_time() - start) / COUNT)
            if operation.undo is not None:
                for at in places:
                    operation.undo(office, at)
    return [statistics.median(seconds[1:]) for seconds in times]


def exponent(sizes: list[int], times: list[float]) -> float:
    """The slope of the time over the size, both as logarithms (least squares)."""
    x, y = [math.log(size) for size in sizes], [math.log(seconds) for seconds in times]
    middle_x, middle_y = statistics.mean(x), statistics.mean(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / sum((a - middle_x) ** 2 for a in x)


def routers(size: int, runs: int) -> float:
    """Seconds of CPU time of one router in a file of many, as many as one in 50 phones."""
    count = size // 50
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        check_text("many.cfg", SMALL * count)
        times.append((time.process_time() - start) / count)
    return statistics.median(times)


def table(operations: list[Operation], sizes: list[int], runs: int) -> dict[str, list[float]]:
    """The times of each operation, by its name."""
    offices = [Office(size) for size in sizes]
    gc.collect()
    gc.freeze()
    return {operation.name: measured(operation, offices, runs) for operation in operations}


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="numbers of phones")
    parser.add_argument("--runs", type=int, default=5, help="runs of which the median counts")
    parser.add_argument("--only", default="", help="only operations whose name has this text")
    options = parser.parse_args()
    operations = [operation for operation in OPERATIONS if options.only in operation.name]
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, median of {options.runs} runs, us of CPU time for one")
    print(f"| operation | {' | '.join(f'{size:,}' for size in options.sizes)} | exponent |")
    print(f"| --- |{' ---: |' * (len(options.sizes) + 1)}")
    growing = []
    times_by_name = table(operations, options.sizes, options.runs)
    if options.only in ROUTERS:
        times_by_name[ROUTERS] = [routers(size, options.runs) for size in options.sizes]
    for name, times in times_by_name.items():
        slope = exponent(options.sizes, times)
        print(f"| {name} | {' | '.join(f'{seconds * 1e6:,.0f}' for seconds in times)} | {slope:.2f} |")
        growing += [name] if slope >= DEMANDED else []
    print(f"Growing: {', '.join(growing) or 'none'}")
    return int(bool(growing))


if __name__ == "__main__":
    sys.exit(main())
