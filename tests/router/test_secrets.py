"""Secrets as IOS stores them, against hashes that other tools and routers made."""

from __future__ import annotations

import pytest

from iossim.router.secrets import hash_secret, hide_type7, reveal_type7, verify

#: Kind, secret in clear, and as a router stores it (hashcat's examples, Cisco's documentation).
VECTORS = [
    ("5", "cisco", "$1$mERr$hx5rVt7rPNoS4wqbXKX7m0"),
    ("8", "hashcat", "$8$TnGX/fE4KGHOVU$pEhnEvxrvaynpi8j4f.EMHr6M.FzU8xnZnBr/tJdFWk"),
    ("9", "hashcat", "$9$2MJBozw/9R3UsU$2lFhcKvpghcyw8deP25GOfyZaagyUOGBymkryvOdfo6"),
    ("7", "cisco", "060506324F41"),
    ("7", "cisco", "02050D480809"),
    ("0", "plain", "plain"),
    ("", "plain", "plain"),
]

#: Texts that no hash function must stumble over.
ODD = ["", "a", "x" * 5000, "sp ace", "Jürgen", "\x00", "a\x00b", "😀", "$1$", "%s", '"']


@pytest.mark.parametrize(("kind", "clear", "stored"), VECTORS)
def test_known_secrets_are_recognised(kind: str, clear: str, stored: str) -> None:
    assert verify(clear, stored, kind)
    assert not verify(clear + "x", stored, kind)
    assert not verify(clear.upper(), stored, kind)
    assert not verify("", stored, kind)


@pytest.mark.parametrize(("kind", "clear", "stored"), VECTORS[:3])
def test_the_same_salt_gives_the_same_hash(kind: str, clear: str, stored: str) -> None:
    assert hash_secret(clear, kind, stored.split("$")[2]) == stored


@pytest.mark.parametrize("kind", ["5", "8", "9"])
def test_a_hash_has_a_salt_of_its_own(kind: str) -> None:
    first, second = hash_secret("cisco", kind), hash_secret("cisco", kind)
    assert first != second
    assert first.startswith({"5": "$1$", "8": "$8$", "9": "$9$"}[kind])
    assert len(first.split("$")[2]) == (4 if kind == "5" else 14)
    assert verify("cisco", first, kind)


@pytest.mark.parametrize("clear", ODD)
def test_any_text_can_be_a_secret(clear: str) -> None:
    assert verify(clear, hash_secret(clear), "5")
    hidden = hide_type7(clear)
    assert reveal_type7(hidden) == clear.replace("\x00", "")[:4096]


def test_hidden_passwords_are_hexadecimal_and_start_with_their_key() -> None:
    hidden = hide_type7("cisco")
    assert set(hidden) <= set("0123456789ABCDEF")
    assert int(hidden[:2]) < 53
    assert len(hidden) == 2 + 2 * len("cisco")


@pytest.mark.parametrize("hidden", ["", "zz", "0", "99AA", "0505", "02050D48080", "é", "060506324F4G"])
def test_what_is_no_hidden_password_matches_nothing(hidden: str) -> None:
    assert not verify("", hidden, "7")
    assert not verify("cisco", hidden, "7")


@pytest.mark.parametrize(
    ("kind", "stored"),
    [("5", ""), ("5", "$1$"), ("5", "$1$mERr"), ("5", "$1$$"), ("5", "cisco"), ("5", "$1$éééé$x"), ("8", "$8$$"), ("9", "$9$a$b"),
     ("4", "LcV6aBcc/53FoCJjXQMd7rBUDEpeevrK8V5jQVoJEhU"), ("6", "cisco"), ("nonsense", "cisco"), ("8", "x" * 5000)],
)  # fmt: skip
def test_a_broken_or_unknown_hash_matches_nothing(kind: str, stored: str) -> None:
    assert not verify("cisco", stored, kind)
    assert not verify("", stored, kind)
    assert not verify(stored, stored, kind)
