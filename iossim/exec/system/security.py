"""show aaa, show tacacs, show radius, show crypto key, show key chain and show crypto pki: servers, sessions, keys and certificates."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.exec.system.web import key_bytes
from iossim.router.hardware import serial

_ALWAYS = "(always valid) - (always valid) [valid now]"
#: The words of a moment; words that are an end of their own.
_MOMENT, _ENDS = 4, ("duration", "infinite")
_TACACS_PORT, _AUTH_PORT, _ACCT_PORT = 49, 1645, 1646
_COUNTERS = ("Socket opens", "Socket closes", "Socket aborts", "Socket errors", "Socket Timeouts", "Failed Connect Attempts")


@exec_command
def show_tacacs(line: Line) -> Iterator[str]:
    """The TACACS+ servers; the router asks none of them."""
    for name, address, port in _servers(line.router.config.root, "tacacs"):
        yield "Tacacs+ Server -  public  :"
        if name:
            yield f"               Server name: {name}"
        yield f"            Server address: {address}"
        yield f"               Server port: {port or _TACACS_PORT}"
        yield from (f"{text:>26}:          0" for text in (*_COUNTERS, "Total Packets Sent", "Total Packets Recv"))
        yield ""


@exec_command
def show_aaa_servers(line: Line) -> Iterator[str]:
    """The RADIUS servers, with their counters."""
    for number, (_, address, port) in enumerate(_servers(line.router.config.root, "radius"), start=1):
        yield ""
        yield f"RADIUS: id {number}, priority {number}, host {address}, auth-port {port or _AUTH_PORT}, acct-port {_ACCT_PORT}"
        yield f"     State: current UP, duration {line.router.clock.uptime()}s, previous duration 0s"
        yield "     Dead: total time 0s, count 0"
        for kind in ("Authen", "Author", "Account"):
            yield f"     {kind}: request 0, timeouts 0, failover 0, retransmission 0"
            yield "             Response: unexpected 0, server error 0, incorrect 0, time 0ms"
            yield "             Transaction: success 0, failure 0"


@exec_command
def show_aaa_sessions(line: Line) -> Iterator[str]:
    """The number of sessions since boot, and the sessions."""
    users = [other for other in line.router.lines if other.user and other.name != "http"]
    yield f"Total sessions since last reload: {sum(line.router.line_uses.values())}"
    for number, user in enumerate(users, start=1):
        yield f"Session Id: {number}"
        yield f"   Unique Id: {number}"
        yield f"   User Name: {user.user}"
        yield f"   IP Address: {user.address or '0.0.0.0'}"
        yield "   Idle Time: 0"
        yield "   CT Call Handle: 0"


@exec_command
def show_aaa_users(line: Line) -> Iterator[str]:
    """The accounting of the users; there is none."""
    yield "--------------------------------------------------"
    yield "Unique id 1 is currently in use."
    yield "No data for type 0"
    yield "No data for type EXEC"


@exec_command
def show_radius_statistics(line: Line) -> Iterator[str]:
    """The counters of RADIUS."""
    yield "                                  Auth.      Acct.       Both"
    for text in (
        "Maximum inQ length",
        "Maximum waitQ length",
        "Maximum doneQ length",
        "Total responses seen",
        "Packets with responses",
    ):
        yield f"{text:>29}:{'NA' if 'Q' in text else 0:>5}{'NA' if 'Q' in text else 0:>11}{0:>11}"
    for text in ("Packets without responses", "Access Rejects", "Average response delay(ms)", "Number of Radius timeouts"):
        yield f"{text:>29}:{0:>5}{0:>11}{0:>11}"


def _servers(root: Section, kind: str) -> Iterator[tuple[str, str, str]]:
    """The servers of a kind: name, address and port, "" where it is not configured."""
    for section in root.any_sections(f"{kind}_server"):
        words = next((command.text.split() for command in section.entries.values() if command.words[0] == "address"), [])
        port = next((command.words[-1] for command in section.entries.values() if command.words[0] == "port"), "")
        ports = [word for before, word in itertools.pairwise(words) if before == "auth-port"]
        yield section.key[-1], words[2] if len(words) > 2 else "", ports[0] if ports else port
    for command in root.all(f"{kind}_server_host"):
        words = command.words[1:]
        if len(words) > 1:
            yield (
                "",
                words[1],
                next((after for word, after in itertools.pairwise(words) if word in ("port", "auth-port")), ""),
            )


# ---- keys and certificates -------------------------------------------------------------------------------------------------------


@exec_command
def show_crypto_key_mypubkey_rsa(line: Line, name: str = "") -> Iterator[str]:
    """The pairs of RSA keys. The bytes stand for a key, and are none."""
    router = line.router
    for label, bits in router.keys.items():
        if name in ("", label):
            yield f"% Key pair was generated at: {_key_time(line, label)}"
            yield f"Key name: {label}"
            yield "Key type: RSA KEYS"
            yield " Storage Device: not specified"
            yield " Usage: General Purpose Key"
            yield " Key is not exportable."
            yield " Key Data:"
            digits = key_bytes(label, bits).hex().upper()
            words = [digits[at : at + 8] for at in range(0, len(digits), 8)]
            yield from (f"  {' '.join(words[at : at + 8])} " for at in range(0, len(words), 8))


def _key_time(line: Line, label: str) -> str:
    clock = line.router.clock
    local, zone = clock.zone.local(line.router.key_times.get(label, clock.boot))
    return f"{local:%H:%M:%S} {zone} {local:%b} {local.day} {local.year}"


@exec_command
def crypto_pki_server(line: Line, name: str, request: str = "") -> Iterator[str]:
    """Grants or rejects requests for certificates: none waits, since nobody reaches the server."""
    return iter(())


@exec_command
def crypto_pki_server_info(line: Line, name: str) -> Iterator[str]:
    """The requests for certificates that wait."""
    yield "Enrollment Request Database:"
    for kind in ("Subordinate CA certificate", "RA certificate", "Router certificates"):
        yield ""
        yield f"{kind} requests:"
        yield "ReqID  State      Fingerprint                      SubjectName"
        yield "-" * 62


@exec_command
def show_crypto_pki_trustpoints(line: Line) -> Iterator[str]:
    """The trustpoints; none has a certificate of an authority."""
    for section in line.router.config.root.any_sections("crypto_pki_trustpoint"):
        yield f"Trustpoint {section.key[-1]}:"
        enrollment = section.get("enrollment")
        if enrollment is not None and "selfsigned" in enrollment.text:
            yield "    Subject Name: "
            yield f"    hostname={line.router.hostname}"
            yield f"          Serial Number (hex): {_serial_hex(line)}"
            yield "    Persistent self-signed certificate trust point"
        yield ""
        yield ""


@exec_command
def show_crypto_pki_certificates(line: Line, name: str = "") -> Iterator[str]:
    """The certificates of the chains in the configuration, by their numbers."""
    config = line.router.config
    for chain in config.root.any_sections("crypto_pki_certificate_chain"):
        if name not in ("", chain.key[-1]):
            continue
        for command in chain.all("certificate"):
            words = command.words
            authority = "ca" in command.keywords
            own = "self-signed" in command.keywords
            number = next((word for word in words[1:] if word not in ("ca", "self-signed")), "")
            yield "CA Certificate" if authority else "Router Self-Signed Certificate" if own else "Certificate"
            yield "  Status: Available"
            yield f"  Certificate Serial Number (hex): {number}"
            yield "  Certificate Usage: General Purpose"
            yield "  Issuer: "
            yield f"    cn={chain.key[-1]}"
            yield "  Subject:"
            yield f"    Name: {line.router.hostname}"
            yield f"    cn={chain.key[-1]}"
            yield f"  Associated Trustpoints: {chain.key[-1]} "
            yield ""


def _serial_hex(line: Line) -> str:
    return f"{sum(map(ord, serial(line.router.config))):02X}"


@exec_command
def show_key_chain(line: Line, key_chain: str = "") -> Iterator[str]:
    """The keys of the chains, as they are in the configuration."""
    for section in line.router.config.sections("key_chain"):
        if key_chain not in ("", section.key[0]):
            continue
        yield f"Key-chain {section.key[0]}:"
        for key in section.find_sections("key"):
            text = key.get("key_string")
            yield f'    key {key.key[0]} -- text "{text.words[-1] if text is not None else ""}"'
            for rule in ("accept_lifetime", "send_lifetime"):
                life = key.get(rule)
                yield f"        {rule.replace('_', ' ')} {_life(life.words) if life is not None else _ALWAYS}"


def _life(words: list[str]) -> str:
    """The time of a key, from its beginning (time, month, day and year) to its end: a moment, `infinite` or a duration."""
    times = [word[:3] if word.isalpha() and word not in _ENDS else word for word in words[1:] if word != "local"]
    return f"({' '.join(times[:_MOMENT])}) - ({' '.join(times[_MOMENT:])})"
