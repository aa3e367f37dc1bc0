"""show ip http server, show ip ssh and show ssh: the servers of the router that its users reach."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field, is_set
from iossim.router.keys import ssh_version

_CIPHERS = "3des-ede-cbc-sha des-cbc-sha rc4-128-md5 rc4-128-sha"
#: Seconds that a connection may be idle and last, and its requests, while `ip http timeout-policy` is not configured.
_IDLE, _LIFE, _REQUESTS = 180, 180, 1
_MODULES = (("ixi", "Unified CME XML API"), ("ITS_WEB", "Unified CME web pages"), ("HTTP_IFS", "HTTP based IOS File Server"))


@exec_command
def show_ip_http_server(line: Line, http_view: str) -> Iterator[str]:
    """The web server: its settings, its connections, its modules, or all of them."""
    root = line.router.config.root
    if http_view in ("all", "status"):
        yield from _status(root)
    if http_view in ("all", "session-module"):
        yield from _modules(root)
    if http_view in ("all", "connection"):
        yield "HTTP server current connections:"
        yield "local-ipaddress:port  remote-ipaddress:port in-bytes  out-bytes  "
        yield ""
    if http_view in ("all", "statistics"):
        yield "HTTP server statistics:"
        yield "Accepted connections total: 0"
        yield ""


def _status(root: Section) -> Iterator[str]:
    policy = root.get("ip_http_timeout_policy_idle")
    idle, life, requests = (policy.words[4], policy.words[6], policy.words[8]) if policy is not None else (_IDLE, _LIFE, _REQUESTS)
    method = field(root, "ip_http_authentication", "http_authentication").split() or ["enable"]
    yield f"HTTP server status: {_enabled(is_set(root, 'ip_http_server'))}"
    yield f"HTTP server port: {field(root, 'ip_http_port', 'port') or 80}"
    yield "HTTP server active supplementary listener ports: "
    yield f"HTTP server authentication method: {method[0]}"
    yield "HTTP server digest algorithm: md5"
    yield f"HTTP server access class: {field(root, 'ip_http_access_class', 'access_list') or 0}"
    yield f"HTTP server base path: {field(root, 'ip_http_path', 'path') or 'flash:'}"
    yield f"HTTP server help root: {field(root, 'ip_http_help_path', 'url')}"
    yield f"Maximum number of concurrent server connections allowed: {field(root, 'ip_http_max_connections', 'count') or 5}"
    yield f"Server idle time-out: {idle} seconds"
    yield f"Server life time-out: {life} seconds"
    yield f"Maximum number of requests allowed on a connection: {requests}"
    yield "HTTP server active session modules: ALL"
    yield "HTTP secure server capability: Present"
    yield f"HTTP secure server status: {_enabled(is_set(root, 'ip_http_secure_server'))}"
    yield f"HTTP secure server port: {field(root, 'ip_http_secure_port', 'port') or 443}"
    yield f"HTTP secure server ciphersuite: {field(root, 'ip_http_secure_ciphersuite', 'arguments') or _CIPHERS}"
    yield "HTTP secure server client authentication: Disabled"
    yield f"HTTP secure server trustpoint: {field(root, 'ip_http_secure_trustpoint', 'name')}"
    yield "HTTP secure server active session modules: ALL"


def _modules(root: Section) -> Iterator[str]:
    state = "Active" if is_set(root, "ip_http_server") else "Inactive"
    yield "HTTP server application session modules:"
    yield " Session module Name  Handle Status   Secure-status Description"
    for handle, (name, text) in enumerate(_MODULES, start=1):
        yield f"{name:23}{handle:<6} {state:9}{state:13} {text}"
    yield ""


def _enabled(on: bool) -> str:
    return "Enabled" if on else "Disabled"


# ---- SSH -------------------------------------------------------------------------------------------------------------------------


@exec_command
def show_ip_ssh(line: Line) -> Iterator[str]:
    """The SSH server, which needs RSA keys."""
    router = line.router
    root = router.config.root
    if router.keys:
        yield f"SSH Enabled - version {ssh_version(router)}"
    else:
        yield "SSH Disabled - version 1.99"
        yield "%Please create RSA keys to enable SSH (and of atleast 768 bits for SSH v2)."
    yield "Authentication methods:publickey,keyboard-interactive,password"
    seconds, tries = field(root, "ip_ssh_time_out", "seconds") or 120, field(root, "ip_ssh_authentication_retries", "count") or 3
    yield f"Authentication timeout: {seconds} secs; Authentication retries: {tries}"
    yield "Minimum expected Diffie Hellman key size : 1024 bits"
    name = next(iter(router.keys), "")
    yield f"IOS Keys in SECSH format(ssh-rsa, base64 encoded): {name or 'NONE'}"
    if name:
        text = base64.b64encode(b"\0\0\0\x07ssh-rsa\0\0\0\x03\1\0\1" + key_bytes(name, router.keys[name])).decode()
        yield from (f"{'ssh-rsa ' if not at else ''}{text[at : at + 70]}" for at in range(0, len(text), 70))


@exec_command
def show_ssh(line: Line) -> Iterator[str]:
    """The sessions of SSH."""
    users = [other for other in line.router.lines if other.name == "vty" and other.address]
    if not users:
        yield "%No SSHv2 server connections running."
    else:
        yield "Connection Version Mode Encryption  Hmac\t State\t               Username"
        for user in users:
            for mode in ("IN", "OUT"):
                yield f"{user.number:<11}2.0     {mode:5}aes256-ctr  hmac-sha1    {'Session started':22}{user.user or ''}"
    yield "%No SSHv1 server connections running."


def key_bytes(name: str, bits: int) -> bytes:
    """Bytes that stand for a public key: the same for the same name and size, and no real key.

    Args:
        name: the name of the pair of keys.
        bits: its size.
    """
    return hashlib.shake_256(f"{name} {bits}".encode()).digest(bits // 8)
