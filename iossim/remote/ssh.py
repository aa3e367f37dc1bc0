"""SSH: users log in by password or key, and get a vty line of the router, or run one command."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import asyncssh
from asyncssh.channel import SSHChannel
from asyncssh.stream import SSHServerStreamSession

from iossim.remote.faulty import Output
from iossim.remote.host_key import host_key
from iossim.remote.line import RemoteLine
from iossim.remote.public_keys import has_key
from iossim.remote.scp import RouterFiles
from iossim.router import RouterCore
from iossim.session import Session
from iossim.session.captured import new_session
from iossim.session.login import check_user, login_delay
from iossim.session.opening import banner_text

#: The name of the software in the greeting of a router.
_VERSION = "Cisco-1.25"
#: Connections that may be logging in at a time without `ip ssh maxstartups`.
_STARTUPS = 128
#: Wrong passwords of a connection without `ip ssh authentication-retries`.
_RETRIES = 3
#: The command of a client that copies a file.
_COPY = "scp "
_HIGHEST = 15
#: Seconds to log in without `ip ssh time-out`.
_LOGIN_SECONDS = 120


@dataclass(slots=True)
class SshService:
    """The SSH server of a router, without its socket.

    Attributes:
        router: the router.
        lines: the lines in use.
        delay: seconds before the answer to a wrong password, unless `login delay` says otherwise.
        protocol: the word for it in `transport input`.
        starting: the numbers of the vty lines whose users are logging in.
    """

    router: RouterCore
    lines: set[RemoteLine]
    delay: float
    protocol: str = "ssh"
    starting: set[int] = field(default_factory=set)

    async def serve(self, connection: socket.socket, address: str, number: int) -> None:
        """Serves a connection until its end.

        Args:
            connection: the connection.
            address: the address of the client.
            number: the number of the vty line that the connection has.

        Raises:
            NvramError: the host key cannot be read or written.
        """
        if len(self.starting) >= self._number("ip_ssh_maxstartups", _STARTUPS):
            return
        options = self._options(host_key(self.router.nvram.folder), address, number)
        self.starting.add(number)
        try:
            accepted = await asyncssh.run_server(connection, options=options)
        except (asyncssh.Error, OSError):  # the client gave up, or is no SSH client
            return
        finally:
            self.starting.discard(number)
        try:
            await accepted.wait_closed()
        finally:
            accepted.abort()

    def _options(self, key: asyncssh.SSHKey, address: str, number: int) -> asyncssh.SSHServerConnectionOptions:
        return asyncssh.SSHServerConnectionOptions(
            server_factory=lambda: _Connection(self, address, number),
            server_host_keys=[key],
            server_version=_VERSION,
            login_timeout=self._number("ip_ssh_time_out", _LOGIN_SECONDS),
            keepalive_interval=0,
            encoding=None,
            line_editor=False,
            agent_forwarding=False,
            allow_scp=False,
        )

    def retries(self) -> int:
        """The number of wrong passwords after which a connection ends."""
        return self._number("ip_ssh_authentication_retries", _RETRIES)

    def takes(self, method: str) -> bool:
        """True unless `no ip ssh server authenticate user` turns a method of login off.

        Args:
            method: `keyboard`, `password` or `publickey`.
        """
        entry = self.router.config.root.get("ip_ssh_server_authenticate_user", method)
        return entry is None or not entry.negative

    def _number(self, rule: str, otherwise: int) -> int:
        entry = self.router.config.root.get(rule)
        return int(entry.words[-1]) if entry is not None and not entry.negative else otherwise


class _Connection(asyncssh.SSHServer):
    """One connection: its login, and then its session."""

    def __init__(self, service: SshService, address: str, number: int) -> None:
        self._service = service
        self._address = address
        self._number = number
        self._user = ""
        self._wrong = 0
        self._connection: asyncssh.SSHServerConnection | None = None

    def connection_made(self, conn: asyncssh.SSHServerConnection) -> None:
        self._connection = conn

    def begin_auth(self, username: str) -> bool:
        self._user = username
        banner = banner_text(self._service.router, "banner_login")
        if banner and self._connection is not None:
            self._connection.send_auth_banner(banner.replace("\n", "\r\n"))
        return True

    def public_key_auth_supported(self) -> bool:
        return self._service.takes("publickey")

    def validate_public_key(self, username: str, key: asyncssh.SSHKey) -> bool:
        return has_key(self._service.router, username, key.get_algorithm(), key.public_data)

    def password_auth_supported(self) -> bool:
        return self._service.takes("password")

    def kbdint_auth_supported(self) -> bool:
        return self._service.takes("keyboard")

    def get_kbdint_challenge(self, username: str, lang: str, submethods: str) -> tuple[str, str, str, list[tuple[str, bool]]]:
        return "", "", "", [("Password: ", False)]

    async def validate_kbdint_response(self, username: str, responses: Sequence[str]) -> bool:
        return len(responses) == 1 and await self.validate_password(username, responses[0])

    async def validate_password(self, username: str, password: str) -> bool:
        level = await asyncio.to_thread(check_user, self._service.router, username, password)
        if level is not None:
            return True
        self._wrong += 1
        await asyncio.sleep(login_delay(self._service.router, self._service.delay))
        if self._wrong >= self._service.retries():
            raise asyncssh.DisconnectError(asyncssh.DISC_NO_MORE_AUTH_METHODS_AVAILABLE, "Too many authentication failures")
        return False

    def session_requested(self) -> asyncssh.SSHServerSession[bytes]:
        return _Channel(self._service, self._user, self._address, self._number)


class _Channel(SSHServerStreamSession[bytes]):
    """One session: a shell on a vty line, one command, or a copy of a file, which the class of asyncssh does."""

    def __init__(self, service: SshService, user: str, address: str, number: int) -> None:
        super().__init__(None, self._files, allow_scp=True)
        self._service = service
        self._user = user
        self._address = address
        self._number = number
        self._channel: asyncssh.SSHServerChannel[bytes] | None = None
        self._size = (0, 0)
        self._command: str | None = None
        self._line: RemoteLine | None = None
        self._session: Session | None = None
        self._copies = False

    def connection_made(self, chan: SSHChannel[bytes]) -> None:
        super().connection_made(chan)
        self._channel = cast("asyncssh.SSHServerChannel[bytes]", chan)

    def pty_requested(self, term_type: str, term_size: tuple[int, int, int, int], term_modes: object) -> bool:
        self._size = term_size[:2]
        return True

    def shell_requested(self) -> bool:
        return True

    def exec_requested(self, command: str) -> bool:
        self._command = command
        return True

    def subsystem_requested(self, subsystem: str) -> bool:
        return False

    def session_started(self) -> None:
        assert self._channel is not None
        if self._command is not None and self._command.startswith(_COPY) and self._may_copy():
            super().session_started()
        elif self._command is not None:
            self._run(self._command)
        else:
            self._line = RemoteLine(self._service.router, self._number, self._user, self._address, self._channel.write, self._close)
            self._service.lines.add(self._line)
            self._line.open(*self._size)

    def data_received(self, data: bytes, datatype: asyncssh.DataType) -> None:
        if self._line is not None:
            self._line.receive(data)
        elif self._copies:
            super().data_received(data, datatype)

    def eof_received(self) -> bool:
        if self._copies:
            return bool(super().eof_received())
        self._close()
        return False

    def terminal_size_changed(self, width: int, height: int, pixwidth: int, pixheight: int) -> None:
        if self._line is not None:
            self._line.resize(width, height)

    def break_received(self, msec: int) -> bool:
        return True

    def pause_writing(self) -> None:
        super().pause_writing()
        if self._channel is not None and not self._copies:
            self._channel.pause_reading()

    def resume_writing(self) -> None:
        super().resume_writing()
        if self._channel is not None and not self._copies:
            self._channel.resume_reading()

    def connection_lost(self, exc: Exception | None) -> None:
        if self._line is not None:
            self._service.lines.discard(self._line)
            self._line.lost()
        if self._session is not None:
            self._session.close()
        self._channel = None
        super().connection_lost(exc)

    def _opened(self) -> Session:
        """A session of the user, without a terminal."""
        session = new_session(self._service.router, 1, self._user, "vty", self._address, self._number)
        session.terminal.length = 0
        session.open()
        return session

    def _may_copy(self) -> bool:
        """True if the router serves SCP, and the user has the highest privilege level."""
        entry = self._service.router.config.root.get("ip_scp_server_enable")
        self._session = self._opened()
        self._copies = entry is not None and not entry.negative and self._session.level == _HIGHEST
        if not self._copies:
            self._session.close()
            self._session = None
        return self._copies

    def _files(self, channel: SSHChannel[bytes]) -> asyncssh.SFTPServer:
        assert self._session is not None
        return RouterFiles(cast("asyncssh.SSHServerChannel[bytes]", channel), self._session)

    def _run(self, command: str) -> None:
        """Runs one command without a terminal: no echo, no prompt, no pages."""
        assert self._channel is not None
        session = self._opened()
        try:
            output = session.execute(command)
        finally:
            if not session.closed:
                session.close()
        to_client = Output(self._service.router, self._channel.write, self._close)
        to_client.write(output.replace("\n", "\r\n").encode("utf-8", "replace"))
        to_client.end()

    def _close(self) -> None:
        if self._channel is not None:
            self._channel.exit(0)
