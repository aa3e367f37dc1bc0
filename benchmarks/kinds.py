"""Cost of a line by its kind: each kind of line beside a plain one.

    python benchmarks/kinds.py [KIND…] [--repeat N]

A file of a thousand lines of one kind is validated from its text (match, tree, diagnostics, rules), each time just after a file of
plain lines. Prints the CPU time of one line, the least of N runs in turn with the other kinds, and how many times that of a plain line
it is: the median of these pairs, since a shared machine is now quick and now slow. The exit status is 1 where a kind costs more than
`MOST` times as much.
"""

from __future__ import annotations

import argparse
import gc
import random
import statistics
import sys
import time
from collections.abc import Iterator

from iossim.language.dispatch import known_lines
from iossim.validate import check_text

#: Lines of one kind in a file.
LINES = 1_000
#: A line of a kind may cost so many times as much as a plain one.
MOST = 10.0
PLAIN = "plain: `ephone-dn`, `number`"

#: The lines before, which open a section, and the lines that are repeated: # is a number that grows, W a word that changes.
KINDS: dict[str, tuple[list[str], list[str]]] = {
    PLAIN: ([], ["ephone-dn #", " number #"]),
    "description": (["ephone-dn 1"], [" description Phone #"]),
    "abbreviated": (["ephone-dn 1"], [" num #"]),
    "`interface GigabitEthernet0/0`": ([], ["interface GigabitEthernet0/0"]),
    "`interface Loopback`": ([], ["interface Loopback#"]),
    "`no ip http server`": ([], ["no ip http server"]),
    "`no shutdown`": (["interface GigabitEthernet0/0"], [" no shutdown"]),
    "`no label`": (["ephone-dn 1"], [" no label"]),
    "`service timestamps`": ([], ["service timestamps debug datetime msec"]),
    "certificate": (
        ["crypto pki certificate chain T", " certificate ca 01"],
        ["  30820241 308201AA A0030201 02020101 300D0609 2A864886"],
    ),
    "banner": (["banner motd ^"], ["welcome to the router"]),
    "comment": ([], ["! a comment #"]),
    "`!`": ([], ["!"]),
    "remark after a command": (["ephone-dn 1"], [" number # ! of a desk"]),
    "remark after `#`": ([], ["## a remark"]),
    "output of a router": ([], ["Building configuration..."]),
    "EXEC command": ([], ["show version"]),
    "pasted prompt": ([], ["R1(config)##ephone-dn #", "R1(config-ephone-dn)##number #"]),
    "pasted EXEC prompt": ([], ["R1##show version"]),
    "global line in a section": ([], ["ephone-dn #", " hostname R1"]),
    "refused": (["telephony-service", " max-dn 5"], ["ephone-dn 1#"]),
    "unknown section": ([], ["unheard-of thing #", " body of it #"]),
    "unknown, global": ([], ["unheard-of thing #"]),
    "unknown, global, another word each": ([], ["W thing #"]),
    "unknown, interface": (["interface GigabitEthernet0/0"], [" unheard-of thing #"]),
    "unknown, interface, another word each": (["interface GigabitEthernet0/0"], [" W thing #"]),
    "unknown, ephone-dn": (["ephone-dn 1"], [" unheard-of thing #"]),
    "unknown, ephone-dn, another word each": (["ephone-dn 1"], [" W thing #"]),
    "loose, wrong": (["interface GigabitEthernet0/0"], [" llc2 foo #"]),
    "misspelt first word, ephone-dn": (["ephone-dn 1"], [" nubmer #"]),
    "misspelt first word, global": ([], ["hostnmae R#"]),
    "misspelt second word, dial-peer": (["dial-peer voice 1 voip"], [" session traget ipv4:192.0.2.#"]),
    "misspelt second word, global": ([], ["ip htpt server"]),
    "misspelt before a secret": ([], ["enable secert 5 #"]),
    "value out of range": (["ephone-dn 1"], [" hold-alert 5# originator"]),
    "wrong value": (["ephone-dn 1"], [" hold-alert W originator"]),
    "wrong address": ([], ["ip dhcp excluded-address 192.0.2.#"]),
    "`xxx` address": (["interface GigabitEthernet0/0"], [" ip address xxx.xxx.xxx.xxx 255.255.255.0"]),
    "word too many": (["ephone-dn 1"], [" huntstop more#"]),
    "incomplete": (["ephone-dn 1"], [" hold-alert"]),
    "ambiguous, wrong": ([], ["ip d #"]),
    "command of another mode": (["ephone-dn 1"], [" mac-address 0000.0000.#"]),
}

#: The last lines of kinds whose lines are a text or a block.
ENDS = {"banner": "^", "certificate": "  quit"}


def text_of(kind: str, count: int = LINES) -> str:
    """A file of so many lines of one kind."""
    before, repeated = KINDS[kind]
    return "\n".join([*before, *_lines(repeated, count), ENDS.get(kind, "!")]) + "\n"


def _lines(repeated: list[str], count: int) -> Iterator[str]:
    letters = random.Random(1)
    for number in range(count // len(repeated)):
        word = "".join(letters.choices("abcdefghijklmnopqrstuvwxyz", k=7))
        for line in repeated:
            yield line.replace("##", "\0").replace("#", str(1000 + number)).replace("W", word).replace("\0", "#")


def seconds(text: str) -> float:
    """CPU time of validating a text of which no line is remembered."""
    known_lines.clear()
    gc.collect()
    start = time.process_time()
    check_text("", text)
    return time.process_time() - start


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", help="only kinds with this in their names")
    parser.add_argument("--repeat", type=int, default=7, help="runs of each kind")
    options = parser.parse_args()
    names = [name for name in KINDS if name == PLAIN or not options.kinds or any(part in name for part in options.kinds)]
    texts = {name: text_of(name) for name in names}
    for text in texts.values():
        check_text("", text)
    pairs: dict[str, list[tuple[float, float]]] = {name: [] for name in names}
    for _ in range(options.repeat):
        for name, text in texts.items():
            pairs[name].append((seconds(texts[PLAIN]), seconds(text)))
    print("| kind of line | us | times a plain one |")
    print("| --- | ---: | ---: |")
    times = {name: statistics.median(spent / plain for plain, spent in pairs[name]) for name in names}
    for name in names:
        print(f"| {name} | {min(spent for _, spent in pairs[name]) / LINES * 1e6:.1f} | {times[name]:.1f} |")
    return int(max(times.values()) > MOST)


if __name__ == "__main__":
    sys.exit(main())
