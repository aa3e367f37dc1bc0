"""Codecs of phones, and the methods that carry the digits of a caller."""

from __future__ import annotations

from typing import NamedTuple


class Codec(NamedTuple):
    """A codec as calls use it.

    Attributes:
        shown: its name in the calls of SCCP phones.
        size: bytes of voice in a packet.
        payload: the RTP payload type.
    """

    shown: str
    size: int
    payload: int


#: The codec of a phone that names none.
DEFAULT = "g711ulaw"
CODECS = {
    "g711ulaw": Codec("G711Ulaw64k", 160, 0),
    "g711alaw": Codec("G711alaw64k", 160, 8),
    "g722r64": Codec("G722", 160, 9),
    "g729r8": Codec("G729", 20, 18),
    "ilbc": Codec("iLBC", 38, 97),
}
#: The RTP payload types of the methods of `dtmf-relay` that go in RTP.
DTMF_PAYLOADS = {"rtp-nte": 101, "cisco-rtp": 121}
