"""A blank at the end of a text of the user's own belongs to it, as captures of routers and switches have it."""

from __future__ import annotations

import pytest

from iossim import Router


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("interface Ethernet0/0\n description Up \n", " description Up "),
        ("interface Ethernet0/0\n description Up\n", " description Up"),
        ("interface Ethernet0/0\n description padded by a terminal       \n", " description padded by a terminal"),
        ('interface Ethernet0/0\n description "Up" \n', ' description "Up" '),
        ("interface Ethernet0/0\n shutdown \n", " shutdown"),
        ("interface Ethernet0/0\n no description Up \n", "interface Ethernet0/0"),
        ("alias configure sh do sh \n", "alias configure sh do sh "),
        ("hostname a \n", "hostname a"),
        ("banner motd ^CC \nhello\n^C\n", "banner motd ^CC "),
        ("banner motd ^C hello ^C \n", "banner motd ^C hello ^C"),
    ],
)
def test_the_blank_at_the_end_of_a_text(text: str, expected: str) -> None:
    assert expected in Router.from_text(f"{text}end\n").running_config.splitlines()
