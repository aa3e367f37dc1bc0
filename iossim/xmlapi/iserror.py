"""The ISError answers to requests that cannot be served; their HTTP status is 200."""

from __future__ import annotations

from dataclasses import dataclass

#: Characters of wrong input that a message repeats.
_ECHO = 64


@dataclass(frozen=True, slots=True)
class Problem:
    """The reason why a request has no payload.

    Attributes:
        code: the number in ISErrorCode.
        message: the text of ISErrorMsg.
    """

    code: int
    message: str


def not_xml() -> Problem:
    """No request could be read from the body."""
    return Problem(1, "XML parse error")


def unknown_request(name: str) -> Problem:
    """The request names no method that a router has."""
    return Problem(2, f"Unknown request {_echo(name)}".rstrip())


def bad_parameter(name: str) -> Problem:
    """A parameter is missing, or its value makes no sense."""
    return Problem(3, f"Missing or invalid parameter {name}")


def too_many(name: str, most: int, what: str = "elements") -> Problem:
    """A request has a parameter too often, or too many lines in it."""
    return Problem(3, f"Missing or invalid parameter {name}".rstrip() + f": more than {most} {what} in one request")


def too_long() -> Problem:
    """The answer is longer than the buffer that the simulator was started with."""
    return Problem(5, "Response exceeds buffer size")


def not_found(name: str, value: str) -> Problem:
    """No configured phone, line or group has the tag or name."""
    return Problem(4, f"{name} {_echo(value)} not found")


def simulated() -> Problem:
    """A user of the simulator wants the request to fail (`simulate fault xml error`)."""
    return Problem(6, "Simulated error")


def internal() -> Problem:
    """A mistake of ours."""
    return Problem(6, "Internal error")


def _echo(value: str) -> str:
    return value if len(value) <= _ECHO else value[:_ECHO] + "..."
