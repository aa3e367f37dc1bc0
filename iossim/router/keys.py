"""The RSA keys of the router: `crypto key generate` and `crypto key zeroize`, with their questions. A key is its name and its size."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from iossim.config import Configuration, Section
from iossim.config.refusal import Asking
from iossim.language import Command
from iossim.router.clock import Clock
from iossim.router.log import Log
from iossim.router.network import Network

_LEAST, _MOST, _USUAL = 360, 4096, 512
#: The name of the keys that the HTTPS server makes for itself (a router adds a number of its own), and their size.
_SELF_SIGNED, _SELF_SIGNED_BITS = "TP-self-signed", 1024
#: Bits from which on keys do for version 2 of SSH.
_FOR_SSH2 = 768


class KeyOwner(Protocol):
    """The parts of a router that its keys concern.

    Attributes:
        keys: the size in bits of each pair of keys, by its name.
        ssh: the version of SSH that the log reported as enabled; "" if there are no keys.
        key_times: the time at which each pair was made.
        next_register: the configuration register of the next start.
        network: the facts of IP.
    """

    config: Configuration
    clock: Clock
    log: Log
    keys: dict[str, int]
    ssh: str
    key_times: dict[str, datetime]
    next_register: str
    network: Network

    @property
    def hostname(self) -> str:
        """The router's name."""


def generate_key(router: KeyOwner, section: Section, command: Command) -> str | Asking:
    """Makes a pair of keys, after the questions for what the command leaves open."""
    if command.negative:
        return ""
    label = str(command.fields.get("label", ""))
    name = label or f"{router.hostname}.{_domain(section)}"
    if not label and router.hostname == "Router":
        return "% Please define a hostname other than Router.\n"
    if not label and not _domain(section):
        return "% Please define a domain-name first.\n"
    if "ec" in command.keywords:
        bits = str(command.fields["size"])
        return f"The name for the keys will be: {name}\n% Generating {bits} bit EC keys, keys will be non-exportable...[OK]\n"
    kind = "exportable" if "exportable" in command.words else "non-exportable"
    modulus = next((word for word in command.words if word.isdigit()), "")
    already = f"% You already have RSA keys defined named {name}.\n" if name in router.keys else ""
    if already and (modulus or label):
        already += "% They will be replaced.\n\n"
    if modulus:
        begin = already or f"The name for the keys will be: {name}\n\n"
        return f"{begin}% The key modulus size is {modulus} bits\n" + _make(router, name, int(modulus), kind)
    if already and not label:
        return _ask_replace(router, name, kind, already)
    return _ask_size(router, name, kind, already)


def _domain(section: Section) -> str:
    entry = section.get("ip_domain_name") or section.get("ip_domain_name__hyphen")
    return entry.words[-1] if entry is not None and not entry.negative else ""


def _ask_replace(router: KeyOwner, name: str, kind: str, says: str) -> Asking:
    def answer(typed: str) -> str | Asking:
        word = typed.strip().lower()
        if word and "yes".startswith(word):
            return _ask_size(router, name, kind, "")
        if word and "no".startswith(word):
            return ""
        return _ask_replace(router, name, kind, "% Please answer 'yes' or 'no'.\n")

    return Asking("% Do you really want to replace them? [yes/no]: ", answer, says, "no")


def _ask_size(router: KeyOwner, name: str, kind: str, says: str) -> Asking:
    """Asks for the size of the keys, after the lines that explain it."""
    says += (
        f"The name for the keys will be: {name}\n"
        f"Choose the size of the key modulus in the range of {_LEAST} to {_MOST} for your\n"
        "  General Purpose Keys. Choosing a key modulus greater than 512 may take\n"
        "  a few minutes.\n\n"
    )
    return Asking(f"How many bits in the modulus [{_USUAL}]: ", lambda typed: _sized(router, name, kind, typed.strip()), says)


def _sized(router: KeyOwner, name: str, kind: str, typed: str) -> str | Asking:
    bits = int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else 0 if typed else _USUAL
    if _LEAST <= bits <= _MOST:
        return _make(router, name, bits, kind)
    wrong = f"% A decimal number between {_LEAST} and {_MOST}.\n"
    return Asking(f"How many bits in the modulus [{_USUAL}]: ", lambda again: _sized(router, name, kind, again.strip()), wrong)


def _make(router: KeyOwner, name: str, bits: int, kind: str) -> str:
    router.keys[name], router.key_times[name] = bits, router.clock.now()
    report_ssh(router)
    return f"% Generating {bits} bit RSA keys, keys will be {kind}...\n[OK] (elapsed time was 1 seconds)\n\n"


def self_signed(router: KeyOwner) -> str:
    """Makes the keys of the certificate of the HTTPS server, if there are none yet; returns the text that the router prints."""
    trustpoints = (section.key[0] for section in router.config.root.any_sections("crypto_pki_trustpoint"))
    if any(name.startswith(_SELF_SIGNED) for name in (*router.keys, *trustpoints)):
        return ""
    text = _make(router, _SELF_SIGNED, _SELF_SIGNED_BITS, "non-exportable").removesuffix("\n")
    router.log("PKI", 4, "NOAUTOSAVE", 'Configuration was modified.  Issue "write memory" to save new certificate')
    return text


def report_ssh(router: KeyOwner) -> None:
    """Logs that SSH was enabled or disabled, if its version has changed since the last report."""
    before, router.ssh = router.ssh, ssh_version(router)
    if before != router.ssh:
        if before:
            router.log("SSH", 5, "DISABLED", f"SSH {before} has been disabled")
        if router.ssh:
            router.log("SSH", 5, "ENABLED", f"SSH {router.ssh} has been enabled")


def ssh_version(router: KeyOwner) -> str:
    """The version of SSH that the router offers with its keys: 1.5, 1.99 (both) or 2.0; "" without keys."""
    if not router.keys:
        return ""
    if max(router.keys.values()) < _FOR_SSH2:
        return "1.5"
    entry = router.config.root.get("ip_ssh_version")
    return "2.0" if entry is not None and entry.words[-1] == "2" else "1.99"


def zeroize_key(router: KeyOwner, section: Section, command: Command) -> str | Asking:  # noqa: ARG001 (an action like any other)
    """Removes the keys, or the pair with a name, after a question."""
    label = str(command.fields.get("label", ""))
    names = [name for name in router.keys if label in ("", name)]
    if command.negative or not names:
        return ""
    return _ask_removal(
        router, names, "% All keys will be removed.\n% All router certs issued using these keys will also be removed.\n"
    )


def _ask_removal(router: KeyOwner, names: list[str], says: str) -> Asking:
    def answer(typed: str) -> str | Asking:
        word = typed.strip().lower()
        if word and "yes".startswith(word):
            return _remove(router, names)
        if word and "no".startswith(word):
            return ""
        return _ask_removal(router, names, "% Please answer 'yes' or 'no'.\n")

    return Asking("Do you really want to remove these keys? [yes/no]: ", answer, says, "no")


def _remove(router: KeyOwner, names: list[str]) -> str:
    for name in names:
        router.keys.pop(name, None)
    report_ssh(router)
    return ""
