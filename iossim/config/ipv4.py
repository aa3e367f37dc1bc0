"""IPv4 addresses as numbers of 32 bits, and the lengths of prefixes."""

from __future__ import annotations

from functools import lru_cache

ALL_ONES = 0xFFFFFFFF


@lru_cache(maxsize=4096)
def number(address: str) -> int:
    """An address as a number of 32 bits."""
    a, b, c, d = map(int, address.split("."))
    return (a << 24) | (b << 16) | (c << 8) | d


def text(address: int) -> str:
    """A number of 32 bits as an address."""
    return ".".join(str(address >> shift & 255) for shift in (24, 16, 8, 0))


def prefix_length(mask: int) -> int:
    """The length of a mask's prefix; -1 if its ones are not together."""
    zeros = mask ^ ALL_ONES
    return 32 - zeros.bit_length() if zeros & (zeros + 1) == 0 else -1


def prefix_mask(length: int) -> int:
    """The mask of a prefix of a length, 0 to 32."""
    return ALL_ONES << 32 - length & ALL_ONES


def class_length(address: int) -> int:
    """The length of the prefix that an address of class A, B or C has without a mask; 24 above these classes."""
    return 8 if address < 128 << 24 else 16 if address < 192 << 24 else 24


def first(address: int, length: int) -> int:
    """The first address of the network of an address."""
    return address & prefix_mask(length)
