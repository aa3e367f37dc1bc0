"""The exit status of every command where it cannot do its work: 2, one line on standard error, never a traceback."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim import GrammarError
from iossim.cli import main, parser
from iossim.exit_status import exit_status

OFFICE = "sample-configs/small-office.cfg"
#: A command line of every command that writes to standard output.
WRITING = [
    ["--help"],
    ["--version"],
    ["validate", OFFICE],
    ["validate", "--format", "json", OFFICE],
    ["shell", OFFICE, "--script", "README.md"],
    ["request", OFFICE, "README.md"],
    ["grammar", "list", "ephone"],
    ["grammar", "explain", "max-dn 5"],
    ["grammar", "--help"],
]
#: The environment of a user, whose output is buffered.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def iossim(
    *arguments: str, stdout: int | None = subprocess.PIPE, limit: str = "", stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "iossim", *arguments]
    if limit:
        command = ["bash", "-c", f'{limit}; exec "$@"', "bash", *command]
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=stdout, stderr=stderr, text=True, env=ENVIRONMENT)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="2026-11-28: this system has no /dev/full")
@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_full_disk(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        result = iossim(*arguments, stdout=full.fileno())
        assert (result.returncode, result.stderr) == (2, "iossim: cannot read or write: No space left on device\n")
        assert iossim(*arguments, stdout=full.fileno(), stderr=full.fileno()).returncode == 2


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_a_reader_that_has_left(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        result = iossim(*arguments, stdout=writer)
    finally:
        os.close(writer)
    assert (result.returncode, result.stderr) == (2, "")


@pytest.mark.skipif(sys.platform != "linux", reason="2026-11-28: the memory limit is one of Linux")
@pytest.mark.parametrize("arguments", [["validate"], ["shell"], ["request"]], ids=" ".join)
def test_too_little_memory(arguments: list[str], tmp_path: Path) -> None:
    large = tmp_path / "large.cfg"
    large.write_bytes(b"hostname a\n" * 20_000_000)
    result = iossim(*arguments, str(large), *(["-"] if arguments == ["request"] else []), limit="ulimit -v 400000")
    assert (result.returncode, result.stdout, result.stderr) == (2, "", "iossim: out of memory\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["shell", "absent.cfg"],
        ["shell", "tests"],
        ["shell", OFFICE, "--script", "tests"],
        ["serve", "absent.cfg"],
        ["serve", "--scenario", "absent.yaml"],
        ["request", "absent.cfg", "-"],
        ["request", OFFICE, "absent.xml"],
        ["request", OFFICE, "tests"],
    ],
    ids=" ".join,
)
def test_a_file_that_cannot_be_read(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert re.fullmatch(r"iossim: [^\n]*(absent|tests)[^\n]*\n", shown.err)


@pytest.mark.parametrize("name", ["a\n::error::b", "a\x1b[2J", "a\u202eb", "a\udcff", "a\x9b", "a\u2028b"])
@pytest.mark.parametrize("arguments", [["shell", "{}"], ["shell", "--script", "{}"], ["request", OFFICE, "{}"]])
def test_a_message_is_one_line_of_plain_text(name: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([argument.format(name) for argument in arguments]) == 2
    message = capsys.readouterr().err
    assert message.endswith("\n")
    assert message[:-1].isascii()
    assert message[:-1].isprintable()


@pytest.mark.parametrize("option", ["--nonsense\n::error::b", "--format=\x1b[2J", "--cme-version=\u202e", "--platform=a\nb"])
def test_a_wrong_option_is_one_line_of_plain_text(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["validate", OFFICE, option])
    assert ended.value.code == 2
    message = capsys.readouterr().err.removesuffix("\n").rpartition("\niossim")[2]
    assert message
    assert message.isprintable()


@pytest.mark.parametrize(
    "arguments",
    [
        ["serve", "--http-port", "65536"],
        ["serve", "--http-port", "-1"],
        ["serve", "--https-port", "99999"],
        ["serve", "--https-port", "x"],
        ["serve", "--http-port", "²"],
        ["serve", "--http-port", "9" * 5000],
        ["serve", "--xml-buffer", "-3"],
    ],
)
def test_a_number_out_of_range_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert f"error: argument {arguments[1]}: a " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "message"),
    [
        (GrammarError("wrong", "a.lark", 3), 2, "iossim: a.lark:3: wrong\n"),
        (KeyboardInterrupt(), 130, ""),
        (BrokenPipeError(), 2, ""),
        (MemoryError(), 2, "iossim: out of memory\n"),
        (PermissionError(13, "Permission denied", "a\nb"), 2, "iossim: cannot read or write: a\\u000ab: Permission denied\n"),
        (OSError("strange"), 2, "iossim: cannot read or write: strange\n"),
        (KeyError("x"), 2, "iossim: failed in test_exit_status.py:{}: KeyError: 'x'\n"),
        (AssertionError(), 2, "iossim: failed in test_exit_status.py:{}: AssertionError\n"),
        (AssertionError("two\nlines"), 2, "iossim: failed in test_exit_status.py:{}: AssertionError: two lines\n"),
        (RecursionError("deep"), 2, "iossim: failed in test_exit_status.py:{}: RecursionError: deep\n"),
    ],
)
def test_the_failures(
    error: BaseException, status: int, message: str, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iossim.exit_status._discard", lambda _: None)  # it would close the output of the tests

    def fail() -> int:
        raise error

    handler = signal.getsignal(signal.SIGINT)
    try:
        assert exit_status(fail) == status
    finally:
        signal.signal(signal.SIGINT, handler)
    line = fail.__code__.co_firstlineno + 1
    assert capfd.readouterr().err == message.format(line)


@pytest.mark.parametrize("status", [0, 1, 2])
def test_a_command_that_ends_has_its_own_status(status: int) -> None:
    assert exit_status(lambda: status) == status


#: A program that the shell starts in the background ignores Ctrl-C: the handler is set anew.
INTERRUPTIBLE = """if True:
    import os, signal
    from iossim.cli import main
    signal.signal(signal.SIGINT, signal.default_int_handler)
    status = main(["validate", "-"])
    {}
    raise SystemExit(status)
"""


@pytest.mark.parametrize("at_the_end", ["pass", "os.kill(os.getpid(), signal.SIGINT)"], ids=["once", "twice"])
def test_ctrl_c_ends_a_command_without_a_traceback(at_the_end: str) -> None:
    """Ctrl-C in the middle of reading standard input, and once more while the program ends."""
    command = [sys.executable, "-c", INTERRUPTIBLE.format(at_the_end)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        process.stdin.write("hostname a\n" * 100_000)  # more than a pipe holds: it has been read in part when this returns
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        # Python looks for signals when a system call returns. One that comes just before a read is seen when that read ends: this
        # closes standard input.
        output, errors = process.communicate()
    assert (process.returncode, output, errors) == (130, "", "")


def _parsers(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                yield from _parsers(command)


PARSERS = list(_parsers(parser()))


@pytest.mark.parametrize("command", PARSERS, ids=lambda command: command.prog)
def test_the_help_of_every_command_has_an_example(command: argparse.ArgumentParser) -> None:
    head, found, example = command.format_help().partition("\nexample:\n  ")
    assert found
    assert command.description
    assert re.search(rf"(^|\| ){command.prog}\b", example)
    words = example.rpartition("iossim ")[2].strip()
    assert all(action.help for action in command._actions if action.option_strings or action.metavar not in ("COMMAND", "ACTION"))
    parser().parse_args(shlex.split(words))
    assert head


def test_every_command_is_walked() -> None:
    names = {command.prog.removeprefix("iossim").strip() for command in PARSERS}
    assert {"", "shell", "serve", "validate", "request", "grammar check", "grammar list", "grammar explain"} <= names
