"""Logins over SSH by the public keys of `ip ssh pubkey-chain`."""

from __future__ import annotations

import asyncio
import hashlib
import textwrap

import asyncssh
import pytest

from iossim import Router
from tests.remote.support import CONFIGURATION, Remote, remote

KEY, OTHER = (asyncssh.generate_private_key("ssh-rsa", comment="bob at home") for _ in range(2))
ED25519 = asyncssh.generate_private_key("ssh-ed25519")
PUBLIC = KEY.export_public_key().decode().strip()
HASH = hashlib.md5(KEY.public_data).hexdigest().upper()
USER = "username admin"
PRINTED = f"ip ssh pubkey-chain\n  username admin\n   key-hash ssh-rsa {HASH} bob at home\n!\n"


def typed(router: Router, *lines: str) -> str:
    """The output of configuration lines, typed one after the other."""
    session = router.session()
    output = [session.execute(line) for line in ("configure terminal", "ip ssh pubkey-chain", USER, *lines)]
    session.close()
    return "".join(output[3:])


def in_lines(text: str, width: int = 72) -> list[str]:
    """A key as users type it: a router takes lines of 254 characters at most."""
    return [text[at : at + width] for at in range(0, len(text), width)]


async def log_in(remote: Remote, user: str, key: asyncssh.SSHKey) -> asyncssh.SSHClientConnection:
    """A connection of a user who has nothing but a key."""
    host, port = remote.ports.address("ssh")
    return await asyncssh.connect(
        host, port, username=user, client_keys=[key], known_hosts=None, config=None, agent_path=None, password=None
    )


@pytest.mark.parametrize("text", [PUBLIC, PUBLIC.removeprefix("ssh-rsa ")], ids=["with the type", "without"])
def test_a_key_is_kept_as_its_hash(text: str) -> None:
    router = Router.from_text(CONFIGURATION)
    assert typed(router, "key-string", *in_lines(text), "exit", "end") == ""
    assert PRINTED in router.running_config
    assert Router.from_text(router.running_config).running_config == router.running_config


def test_the_prompts() -> None:
    session = Router.from_text(CONFIGURATION).session()
    prompts = []
    for line in ("configure terminal", "ip ssh pubkey-chain", USER, "key-string", "AAAA", "exit", "exit", "exit", "exit"):
        session.execute(line)
        prompts.append(session.prompt)
    chain, user, data = "R1(conf-ssh-pubkey)#", "R1(conf-ssh-pubkey-user)#", "R1(conf-ssh-pubkey-data)#"
    assert prompts == ["R1(config)#", chain, user, data, data, user, chain, "R1(config)#", "R1#"]


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["garbage"],
        ["AAAAB3NzaC1yc2E="],
        in_lines(PUBLIC)[:-2],
        in_lines(ED25519.export_public_key().decode().strip()),
        ["?", "é"],
    ],
)
def test_what_is_no_rsa_key_is_refused(lines: list[str]) -> None:
    router = Router.from_text(CONFIGURATION)
    assert typed(router, "key-string", *lines, "exit") == "%SSH: Failed to decode the Key Value\n"
    assert "key-hash" not in router.running_config


def test_a_file_may_have_the_key_itself() -> None:
    key = textwrap.indent("\n".join(in_lines(PUBLIC)), "   ")
    router = Router.from_text(
        CONFIGURATION.replace("line con 0", f"ip ssh pubkey-chain\n {USER}\n  key-string\n{key}\n  exit\n exit\nline con 0")
    )
    assert f"key-hash ssh-rsa {HASH}" in router.running_config
    assert not router.findings


def test_a_user_with_a_key_needs_no_password() -> None:
    async def test(remote: Remote) -> None:
        typed(remote.router, f"key-hash ssh-rsa {HASH.lower()}", "end")
        async with await log_in(remote, "admin", KEY) as connection:
            result = await connection.run("show privilege")
            assert result.stdout == "Current privilege level is 15\r\n"
        async with await remote.ssh() as connection:  # and the password is as good as before
            await connection.run("show clock")
        while remote.router.lines:
            await asyncio.sleep(0)

    remote(test)


@pytest.mark.parametrize(("user", "key"), [("guest", KEY), ("nobody", KEY), ("admin", OTHER), ("admin", ED25519)])
def test_a_key_of_somebody_else_is_refused(user: str, key: asyncssh.SSHKey) -> None:
    async def test(remote: Remote) -> None:
        typed(remote.router, "key-string", *in_lines(PUBLIC), "exit", "end")
        with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
            await log_in(remote, user, key)

    remote(test)


@pytest.mark.parametrize(
    "lines",
    [
        (f"no key-hash ssh-rsa {HASH}",),
        ("exit", f"no {USER}"),
        ("exit", "exit", "no ip ssh pubkey-chain"),
        ("exit", "exit", f"no {USER}", ""),
        ("exit", "exit", "no ip ssh server authenticate user publickey"),
    ],
)
def test_a_key_that_is_removed_is_refused(lines: tuple[str, ...]) -> None:
    async def test(remote: Remote) -> None:
        typed(remote.router, "key-string", *in_lines(PUBLIC), "exit", "end")
        async with await log_in(remote, "admin", KEY):
            typed(remote.router, *lines, "end")
        with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
            await log_in(remote, "admin", KEY)

    remote(test)


def test_a_user_may_have_two_keys() -> None:
    async def test(remote: Remote) -> None:
        typed(remote.router, "key-string", *in_lines(PUBLIC), "exit")
        typed(remote.router, "key-string", *in_lines(OTHER.export_public_key().decode().strip()), "exit")
        for key in (KEY, OTHER):
            async with await log_in(remote, "admin", key):
                pass

    remote(test)


def test_passwords_may_be_turned_off() -> None:
    async def test(remote: Remote) -> None:
        for method in ("password", "keyboard"):
            typed(remote.router, "exit", "exit", f"no ip ssh server authenticate user {method}", "end")
        with pytest.raises((asyncssh.PermissionDenied, asyncssh.DisconnectError)):
            await remote.ssh()

    remote(test)
