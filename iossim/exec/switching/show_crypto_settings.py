"""show crypto isakmp key, show crypto ikev2 proposal and policy, show crypto ipsec profile: settings with their defaults."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.config import Section
from iossim.exec.command import Line, exec_command
from iossim.router.fields import field

_DEFAULT_PROPOSAL = (
    "AES-CBC-256 AES-CBC-192 AES-CBC-128",
    "SHA512 SHA384 SHA256 SHA96 MD596",
    "SHA512 SHA384 SHA256 SHA1 MD5",
    "5 2",
)
_GROUPS = {
    "1": "DH_GROUP_768_MODP",
    "2": "DH_GROUP_1024_MODP",
    "5": "DH_GROUP_1536_MODP",
    "14": "DH_GROUP_2048_MODP",
    "15": "DH_GROUP_3072_MODP",
    "16": "DH_GROUP_4096_MODP",
    "19": "DH_GROUP_256_ECP",
    "20": "DH_GROUP_384_ECP",
    "21": "DH_GROUP_521_ECP",
    "24": "DH_GROUP_2048_256_MODP",
}


@exec_command
def show_crypto_isakmp_key(line: Line) -> Iterator[str]:
    """The pre-shared keys; one that is stored encrypted stays so."""
    yield "Keyring      Hostname/Address                            Preshared Key"
    yield ""
    for command in line.router.config.root.all("crypto_isakmp_key"):
        fields = command.fields
        peer = str(fields.get("name", "") or fields.get("prefix", ""))
        if "address" in fields:
            peer = str(fields["address"])
            mask = str(fields.get("mask", ""))
            if mask and mask != "255.255.255.255":
                peer = f"{peer:15}[{mask:15}]"
        key = "(encrypted)" if "6" in command.words[3:4] else str(fields["password"])
        yield f"{'default':12} {peer:43} {key}"


def _of_kind(line: Line, kind: str) -> list[Section]:
    return list(line.router.config.root.any_sections(f"crypto_ikev2_{kind}"))


@exec_command
def show_crypto_ikev2_proposal(line: Line, name: str = "") -> Iterator[str]:
    """The proposals of IKEv2; the default one is always there."""
    for section in _of_kind(line, "proposal"):
        if name in ("", section.key[-1]):
            ciphers = field(section, "ikev2_encryption", "ikev2_cipher").upper()
            hashes = field(section, "ikev2_hashes", "ikev2_hash", "integrity").upper()
            functions = field(section, "ikev2_hashes", "ikev2_hash", "prf").upper() or hashes
            short = " ".join({"SHA1": "SHA96", "MD5": "MD596"}.get(word, word) for word in hashes.split())
            yield from _proposal(section.key[-1], (ciphers, short, functions, field(section, "ikev2_group", "dh_group")))
    if name in ("", "default"):
        yield from _proposal("default", _DEFAULT_PROPOSAL)


def _proposal(name: str, settings: tuple[str, str, str, str]) -> Iterator[str]:
    ciphers, hashes, functions, groups = settings
    yield f" IKEv2 proposal: {name} "
    yield f"     Encryption : {ciphers}"
    yield f"     Integrity  : {hashes}"
    yield f"     PRF        : {functions}"
    yield f"     DH Group   : {' '.join(f'{_GROUPS.get(group, group)}/Group {group}' for group in groups.split())}"


@exec_command
def show_crypto_ikev2_policy(line: Line) -> Iterator[str]:
    """The policies of IKEv2; the default one is always there."""
    for section in _of_kind(line, "policy"):
        names = [str(command.fields["name"]) for command in section.all("ikev2_proposal")]
        yield from _policy(section.key[-1], names or ["Incomplete"])
    yield from _policy("default", ["default"])


def _policy(name: str, proposals: list[str]) -> Iterator[str]:
    yield f" IKEv2 policy : {name}"
    yield "      Match fvrf : any"
    yield "      Match address local : any "
    yield from (f"      Proposal    : {proposal} " for proposal in proposals)


@exec_command
def show_crypto_ipsec_profile(line: Line, name: str = "") -> Iterator[str]:
    """The profiles of IPsec; the default one is always there."""
    root = line.router.config.root
    algorithms = {
        section.key[0]: " ".join(section.header.words[4:])
        for section in root.find_sections("crypto_ipsec_transform_set")
        if section.header is not None
    }
    profiles = {section.key[0]: section for section in root.any_sections("crypto_ipsec_profile")}
    for own in (*(key for key in profiles if key != "default"), "default"):
        if name not in ("", own):
            continue
        section = profiles.get(own)
        sets = field(section, "set_transform_set", "name").split() or ["default"]
        secrecy = section is not None and section.get("set_pfs") is not None
        yield f"IPSEC profile {own}"
        yield "\tSecurity association lifetime: 4608000 kilobytes/3600 seconds"
        yield "\tResponder-Only (Y/N): N"
        yield f"\tPFS (Y/N): {'Y' if secrecy else 'N'}"
        yield "\tMixed-mode : Disabled"
        yield "\tTransform sets={ "
        yield from (f"\t\t{one}:  {{ {algorithms.get(one, 'esp-aes esp-sha-hmac')}  }} , " for one in sets)
        yield "\t}"
        yield ""
