"""copy, write network, configure memory and configure network: a configuration or file to another place, after questions for the names."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from iossim.errors import FlashError
from iossim.exec.command import Line, Question, Reply, ask, exec_command
from iossim.exec.files.directories import renamed
from iossim.exec.files.places import exists, failed, is_quiet, place, read, read_text, write
from iossim.exec.files.write import write_memory
from iossim.exec.text import is_confirmed
from iossim.router.places import TIMED_OUT, Place

#: The seconds that every copy takes, as printed.
_SECONDS = 0.5
_WARNING = "%Warning:There is a file already existing with this name "
#: The devices that `copy` also takes without their colon, as routers of old times did; help does not list these words.
_WITHOUT_COLON = ("flash", "ftp", "rcp", "tftp")
_HOST = "Address or name of remote host []? "
_REPLACED = "This command has been replaced by the command:\n         '{}'\n"
_WHOSE = "Host or network configuration file [host]? "
#: The host that the router proposes: every one on the network.
_EVERY_HOST = "255.255.255.255"
_NO_STARTUP = "%% Non-volatile configuration memory is not present"
_ABORTED = "%Error: no host name given"  # a router asks again


@exec_command
def copy(line: Line, source: str, destination: str) -> Reply:
    """Copies a file. Where a name is not given, or not quiet, it is asked for."""
    return _ask_source(line, _place(line, source), _place(line, destination))


def _place(line: Line, typed: str) -> Place:
    """The place that a word of `copy` means: `tftp` is `tftp:`, but `flash0` is a file of that name."""
    return place(line, f"{typed}:" if typed.lower() in _WITHOUT_COLON else typed)


@exec_command
def write_network(line: Line) -> Question:
    """Copies the running-config to a TFTP server, as old routers did; the router names the command that took its place."""
    reply = _ask_target(line, place(line, "running-config"), Place("tftp"))
    assert isinstance(reply, Question)
    return replace(reply, says=_REPLACED.format("copy system:/running-config <url>"))


@exec_command
def configure_network(line: Line) -> Question:
    """Types a configuration from a TFTP server, after the questions of old routers; the router names the command that took its place."""
    return ask(_WHOSE, lambda answer: _ask_server(line, answer.strip()))


def _ask_server(line: Line, whose: str) -> Question:
    """Asks where the file of one router, or the file of the whole network, is."""
    first = "network" if whose and "network".startswith(whose.lower()) else line.router.hostname.lower()

    def answer(typed: str) -> Question:
        server, proposed = typed.strip() or _EVERY_HOST, f"{first}-confg"
        return ask(f"Source filename [{proposed}]? ", lambda name: _ask_to_configure(line, server, name.strip() or proposed))

    says = _REPLACED.format("copy <url> system:/running-config").splitlines()
    return ask(f"Address or name of remote host [{_EVERY_HOST}]? ", answer, says=says)


def _ask_to_configure(line: Line, server: str, name: str) -> Question:
    file = place(line, f"tftp://{server}/{name}")
    fault = FlashError(TIMED_OUT)  # nothing comes from the network
    return ask(f"Configure using {file.shown}? [confirm]", lambda typed: failed(file, fault) if is_confirmed(typed) else None)


@exec_command
def configure_memory(line: Line) -> Iterator[str]:
    """Types the startup-config into the running-config."""
    text = line.router.nvram.read()
    if text is None:
        yield _NO_STARTUP
        return
    yield from line.type_configuration(text)
    line.router.changed_by(line.user or "")
    line.router.log("SYS", 5, "CONFIG_I", f"Configured from memory by {line.origin.partition(' by ')[2]}")


def _ask_source(line: Line, source: Place, target: Place) -> Reply:
    """Asks for the host and the name of the source, if they were not typed."""
    if source.is_network and not source.host:
        return _ask_host(source, lambda known: _ask_source(line, known, target))
    if not source.path and source.device != "null":
        return ask("Source filename []? ", lambda answer: _named_source(line, renamed(source, answer), target))
    return _ask_target(line, source, target)


def _named_source(line: Line, source: Place, target: Place) -> Reply:
    return _ask_target(line, source, target) if source.path else iter(["%Error: no file name given"])


def _ask_host(known: Place, then: Callable[[Place], Reply]) -> Question:
    def answer(typed: str) -> Reply:
        return then(Place(known.device, known.path, typed.strip())) if typed.strip() else iter([_ABORTED])

    return ask(_HOST, answer)


def _ask_target(line: Line, source: Place, target: Place) -> Reply:
    """Asks for the host of the destination, and then for its name."""
    if target.is_network and not target.host:
        return _ask_host(target, lambda known: _ask_target(line, source, known))
    proposed = _proposed(line, source, target)
    if is_quiet(line):
        return _copy(line, source, proposed)
    question = f"Destination filename [{proposed.name}]? "
    return ask(question, lambda answer: _ask_to_overwrite(line, source, renamed(proposed, answer)))


def _proposed(line: Line, source: Place, target: Place) -> Place:
    """The destination with a name: the one that was typed, else the name of the source."""
    entry = line.router.flash.find(target.path) if target.is_flash else None
    if target.path and (entry is None or not entry.directory):
        return target
    name = source.name
    if target.is_network and (source.is_running or source.is_startup):
        name = f"{line.router.hostname.lower()}-confg"
    return Place(target.device, (*target.path, name), target.host)


def _ask_to_overwrite(line: Line, source: Place, target: Place) -> Reply:
    if not target.is_flash or not exists(line, target):
        return _copy(line, source, target)
    return ask(
        "Do you want to over write? [confirm]",
        lambda answer: _copy(line, source, target) if is_confirmed(answer) else None,
        says=[_WARNING],
    )


def _copy(line: Line, source: Place, target: Place) -> Iterator[str]:
    if source.is_running and target.is_startup:
        return write_memory(line)
    if target.is_running:
        return _merge(line, source)
    return _transfer(line, source, target)


def _transfer(line: Line, source: Place, target: Place) -> Iterator[str]:
    if source.is_network:
        yield f"Accessing {source.shown}..."
    try:
        data = read(line, source)
    except FlashError as error:
        yield source.problem(error.reason)
        return
    if source.is_flash and target.is_flash:
        if line.router.flash.find(source.path) == line.router.flash.find(target.path):
            yield target.problem("Source and destination are the same file", "copying")
            return
        yield "Copy in progress...C"
    try:
        write(line, target, data)
    except FlashError as error:
        yield target.problem(error.reason)
        return
    yield "[OK]" if target.is_startup else ""
    yield _copied(data)


def _merge(line: Line, source: Place) -> Iterator[str]:
    """Types the lines of a file into the running-config."""
    if source.is_network:
        yield f"Accessing {source.shown}..."
    try:
        text = read_text(line, source)
    except FlashError as error:
        if source.is_startup:
            yield _NO_STARTUP
        else:
            yield source.problem(error.reason)
        return
    yield from line.type_configuration(text)
    line.router.changed_by(line.user or "")
    yield _copied(text.encode())


def _copied(data: bytes) -> str:
    return f"{len(data)} bytes copied in {_SECONDS:.3f} secs ({int(len(data) / _SECONDS)} bytes/sec)"
