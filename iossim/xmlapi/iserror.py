"""The ISError answers: what a request that cannot be served is told, always with HTTP status 200."""

from __future__ import annotations

from dataclasses import dataclass

#: The longest piece of wrong input that is repeated in a message.
_ECHO = 64


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a request has no payload.

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
    """A request repeats a parameter too often, or says too much in it."""
    return Problem(3, f"Missing or invalid parameter {name}".rstrip() + f": more than {most} {what} in one request")


def too_long() -> Problem:
    """The answer does not fit into the buffer that the simulator was told to have."""
    return Problem(5, "Response exceeds buffer size")


def not_found(name: str, value: str) -> Problem:
    """Nothing configured answers to an id or a name."""
    return Problem(4, f"{name} {_echo(value)} not found")


def internal() -> Problem:
    """A mistake of ours."""
    return Problem(6, "Internal error")


def _echo(value: str) -> str:
    return value if len(value) <= _ECHO else value[:_ECHO] + "..."
