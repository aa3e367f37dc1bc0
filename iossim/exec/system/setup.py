"""setup: the System Configuration Dialog, which asks for names, passwords and addresses, and enters the commands that follow.

The basic setup configures one interface, the extended setup asks about protocols and every interface.
"""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import AddressValueError, IPv4Address, IPv4Interface, NetmaskValueError

from iossim.exec.command import Line, Reply, exec_command
from iossim.exec.dialogue import Dialogue, Prompt, converse, yes_or_no
from iossim.exec.network.show_ip_interface import show_ip_interface_brief
from iossim.exec.system.setup_script import Answers, class_of, enter, script
from iossim.router.network.interfaces import Interface, interfaces

_TITLE = ("", "", "         --- System Configuration Dialog ---", "")
_HELP = (
    "",
    "At any point you may enter a question mark '?' for help.",
    "Use ctrl-c to abort configuration dialog at any prompt.",
    "Default settings are in square brackets '[]'.",
    "",
    "",
    "Basic management setup configures only enough connectivity",
    "for management of the system, extended setup will ask you",
    "to configure each interface on the system",
    "",
)
_SECRET = (
    "",
    "  The enable secret is a password used to protect access to",
    "  privileged EXEC and configuration modes. This password, after",
    "  entered, becomes encrypted in the configuration.",
)
_PASSWORD = (
    "",
    "  The enable password is used when you do not specify an",
    "  enable secret password, with some older software versions, and",
    "  some boot images.",
)
_TERMINAL = ("", "  The virtual terminal password is used to protect", "  access to the router over a network interface.")
_CHOICES = (
    "",
    "",
    "[0] Go to the IOS command prompt without saving this config.",
    "[1] Return back to the setup without saving this config.",
    "[2] Save this configuration to nvram and exit.",
    "",
)
_NO_DEFAULT = "% No defaulting allowed"
_SAME = "% Please choose a password that is different from the enable secret"
_BAD_ADDRESS = (
    "% Bad Internet address.",
    "% Enter an Internet address of the form 'X.X.X.X', where each",
    "% letter corresponds to a decimal number between 0 and 255.",
    "",
)
_BAD_MASK = (
    "% Bad subnet mask.",
    "% Enter a subnet mask of the form 'X.X.X.X', where each",
    "letter corresponds to a decimal number between 0 and 255.",
    "",
)
#: The longest mask that leaves room for hosts.
_LONGEST_MASK = 30


@exec_command
def setup(line: Line) -> Reply:
    """Asks for names, passwords and addresses; the last answer enters and saves them, or throws them away."""
    return converse(_dialogue(line))


def _dialogue(line: Line) -> Dialogue[None]:
    while True:
        yield from _TITLE
        if not (yield from yes_or_no("Continue with configuration dialog? [yes/no]: ")):
            return
        answers = Answers(line.router.hostname)
        yield from _HELP
        answers.extended = not (yield from yes_or_no("Would you like to enter basic management setup? [yes/no]: "))
        if answers.extended:
            yield ""
            if (yield from yes_or_no("First, would you like to see the current interface summary? [yes]: ", "yes")):
                yield from _summary(line)
            yield ""
        yield from _global_parameters(answers)
        yield from _every_port(line, answers) if answers.extended else _management_port(line, answers)
        lines = script(answers)
        choice = yield from _choice(lines)
        if choice == "2":
            yield from _save(line, lines)
        if choice != "1":
            return


def _text(text: str, default: str = "") -> Dialogue[str]:
    """Asks until there is an answer."""
    while not (answer := (yield Prompt(text)) or default):
        yield _NO_DEFAULT
    return answer


def _global_parameters(answers: Answers) -> Dialogue[None]:
    yield from ("Configuring global parameters:", "")
    answers.name = yield from _text(f"  Enter host name [{answers.name}]: ", answers.name)
    yield from _SECRET
    answers.secret = yield from _text("  Enter enable secret: ")
    yield from _PASSWORD
    answers.password = yield from _text("  Enter enable password: ")
    if answers.password == answers.secret:
        yield _SAME
        answers.password = yield from _text("  Enter enable password: ")
    yield from _TERMINAL
    answers.terminal = yield from _text("  Enter virtual terminal password: ")
    if (yield from yes_or_no("  Configure SNMP Network Management? [yes]: ", "yes")):
        answers.community = yield from _text("    Community string [public]: ", "public")
    if answers.extended:
        answers.routing = yield from yes_or_no("  Configure IP? [yes]: ", "yes")
        answers.rip = answers.routing and (yield from yes_or_no("    Configure RIP routing? [no]: ", "no"))
        answers.bridging = yield from yes_or_no("  Configure bridging? [no]: ", "no")


# ---- interfaces ------------------------------------------------------------------------------------------------------------------


def _summary(line: Line) -> Iterator[str]:
    """The table of interfaces; one without an address has no valid configuration."""
    rows = [row.replace(" YES ", " NO  ") if "unassigned" in row else row for row in show_ip_interface_brief(line)]
    if any(" NO  " in row for row in rows):
        yield from ("", 'Any interface listed with OK? value "NO" does not have a valid configuration')
    yield ""
    yield from rows


def _ports(line: Line) -> list[Interface]:
    """The interfaces that the dialogue configures: the router's ports."""
    ports = line.router.config.ports
    return [port for port in interfaces(line.router.network) if ports is None or port.name in ports.names]


def _every_port(line: Line, answers: Answers) -> Dialogue[None]:
    """Asks about one interface after the other."""
    yield from ("", "Configuring interface parameters:", "")
    for port in _ports(line):
        answers.ports[port.name] = None
        default = "yes" if port.is_up else "no"
        if (yield from yes_or_no(f"Do you want to configure {port.name}  interface? [{default}]: ", default)):
            yield from _port(answers, port)
        yield ""


def _management_port(line: Line, answers: Answers) -> Dialogue[None]:
    """Asks for the one interface that the basic setup configures; the others are shut down."""
    ports = {port.name.lower(): port for port in _ports(line)}
    answers.ports = {port.name: None for port in ports.values()}
    yield from ("", "Current interface summary", "")
    yield from _summary(line)
    while True:
        yield from ("", "Enter interface name used to connect to the")
        typed = yield Prompt("management network from the above interface summary: ")
        port = ports.get(typed.lower())
        if port is not None:
            break
        yield "% Invalid interface name" if typed else _NO_DEFAULT
    yield from ("", f"Configuring interface {port.name}:")
    yield from _port(answers, port)
    yield ""


def _port(answers: Answers, port: Interface) -> Dialogue[None]:
    """Asks for the address of an interface, and for its bridge group."""
    default = "no" if answers.extended and port.address is None else "yes"
    if answers.routing and (yield from yes_or_no(f"  Configure IP on this interface? [{default}]: ", default)):
        answers.ports[port.name] = yield from _address(port)
    if answers.bridging and (yield from yes_or_no("  Configure bridging on this interface? [no]: ", "no")):
        answers.bridged.add(port.name)


def _address(port: Interface) -> Dialogue[IPv4Interface]:
    """Asks for an address and its mask until both are right."""
    old = port.address
    while True:
        typed = yield Prompt(f"    IP address for this interface{f' [{old.ip}]' if old is not None else ''}: ")
        if not typed and old is None:
            continue
        address = _host(typed or str(old.ip if old is not None else ""))
        if address is None:
            yield from _BAD_ADDRESS
            continue
        letter, network = class_of(address)
        usual = (old if old is not None and old.ip == address else network).netmask
        mask = yield Prompt(f"    Subnet mask for this interface [{usual}] : ")
        chosen = _masked(address, mask or str(usual), network.prefixlen)
        if chosen is not None:
            break
        yield from _BAD_MASK
    length = chosen.network.prefixlen
    yield f"    Class {letter} network is {network.network_address}, {length} subnet bits; mask is /{length}"
    return chosen


def _host(text: str) -> IPv4Address | None:
    """The address that a host may have; None if a text is no such address."""
    try:
        address = IPv4Address(text)
    except AddressValueError:
        return None
    return address if class_of(address)[0] else None


def _masked(address: IPv4Address, mask: str, shortest: int) -> IPv4Interface | None:
    """The address with its mask; None if the mask is not one of a subnet of its class."""
    try:
        chosen = IPv4Interface(f"{address}/{IPv4Address(mask)}")
    except (AddressValueError, NetmaskValueError):
        return None
    return chosen if shortest <= chosen.network.prefixlen <= _LONGEST_MASK else None


# ---- the end ---------------------------------------------------------------------------------------------------------------------


def _choice(lines: list[str]) -> Dialogue[str]:
    """Shows the script; asks what to do with it."""
    while True:
        yield from ("The following configuration command script was created:", "")
        yield from lines
        yield from _CHOICES
        choice = (yield Prompt("Enter your selection [2]: ")) or "2"
        if choice in ("0", "1", "2"):
            return choice


def _save(line: Line, lines: list[str]) -> Iterator[str]:
    """Enters the script, and saves the configuration."""
    router = line.router
    yield from enter(router, lines)
    router.changed_by(line.user or "")
    router.log("SYS", 5, "CONFIG_I", f"Configured from {line.origin}")
    yield "Building configuration..."
    saved = router.save()
    yield "[OK]" if saved.ok else saved.message
    yield "Use the enabled mode 'configure' command to modify this configuration."
