"""A user of the API, and the credentials of a request."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class User:
    """A user of the API.

    Attributes:
        name: the name; "" for a caller inside the program.
        level: the privilege level of the commands that the user may run.
    """

    name: str
    level: int


@dataclass(frozen=True, slots=True)
class Credentials:
    """A name and a password."""

    name: str
    password: str = field(repr=False)


#: The caller of the library and of `iossim request`, who owns the router.
OWNER = User("", 15)
