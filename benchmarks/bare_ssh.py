"""A bare asyncssh server: it echoes a line, and answers every line with one text. The least that a server of a router must do.

    python benchmarks/bare_ssh.py FILE

FILE holds the answer, prompt included, with CR LF at the ends of lines. The first line on standard output names the port.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import asyncssh


class Server(asyncssh.SSHServer):
    """A server that lets everybody in.

    Args:
        answer: the answer to a line.
    """

    def __init__(self, answer: bytes) -> None:
        self._answer = answer

    def begin_auth(self, username: str) -> bool:
        """No password is asked for."""
        return username != "admin"

    def password_auth_supported(self) -> bool:
        """True."""
        return True

    def validate_password(self, username: str, password: str) -> bool:
        """Any password is right."""
        return bool(username and password)

    def session_requested(self) -> asyncssh.SSHServerSession[bytes]:
        """A shell."""
        return Session(self._answer)


class Session(asyncssh.SSHServerSession[bytes]):
    """A shell.

    Args:
        answer: the answer to a line.
    """

    def __init__(self, answer: bytes) -> None:
        self._answer = answer
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None

    def connection_made(self, chan: asyncssh.SSHServerChannel[bytes]) -> None:
        """Keeps the channel."""
        self._channel = chan

    def pty_requested(self, term_type: str, term_size: tuple[int, int, int, int], _: object) -> bool:
        """There is a terminal."""
        return bool(term_type and term_size)

    def shell_requested(self) -> bool:
        """There is a shell."""
        return True

    def session_started(self) -> None:
        """Sends the first prompt."""
        assert self._channel is not None
        self._channel.write(self._answer.rpartition(b"\r\n")[2])

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        """Echoes and answers."""
        del datatype
        assert self._channel is not None
        self._channel.write(data.replace(b"\n", b"\r\n" + self._answer))


async def main(answer: bytes) -> None:
    """Serves until the process is ended."""
    acceptor = await asyncssh.create_server(
        lambda: Server(answer),
        "127.0.0.1",
        0,
        server_host_keys=[asyncssh.generate_private_key("ssh-rsa", key_size=2048)],
        encoding=None,
        line_editor=False,
        backlog=512,
    )
    print(f"SSH on 127.0.0.1 port {acceptor.get_port()}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]).read_bytes()))
