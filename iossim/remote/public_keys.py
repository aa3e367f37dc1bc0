"""The public keys of users (`ip ssh pubkey-chain`), with which they log in over SSH."""

from __future__ import annotations

from iossim.config.ssh_keys import SSH_RSA, key_hash
from iossim.router import RouterCore


def has_key(router: RouterCore, user: str, kind: str, key: bytes) -> bool:
    """True if a public key is one of a user of the router.

    Args:
        router: the router.
        user: the name of the user, who needs a `username`, too.
        kind: the kind of the key; a router has keys of the kind `ssh-rsa` only.
        key: the key in the format of SSH.
    """
    root = router.config.root
    entry = root.get("username", user)
    chain = root.section("ip_ssh_pubkey_chain")
    section = chain.section("username", user) if chain is not None else None
    if entry is None or entry.negative or section is None or kind != SSH_RSA:
        return False
    hashes = (str(entry.fields["hash"]) for entry in section.all("key_hash") if SSH_RSA in entry.words)
    return any(text.replace(":", "").upper() == key_hash(key) for text in hashes)
