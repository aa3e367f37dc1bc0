"""Tags of the dial peers that the router creates for directory numbers and hunt groups."""

from __future__ import annotations

#: Dial peers of ephone-dns are numbered from here (command reference, `show telephony-service all`).
FIRST_OF_DNS = 20_000
#: Dial peers of the pilot numbers of ephone-hunt groups are numbered from here.
FIRST_OF_PILOTS = 25_000
#: Dial peers of voice hunt-groups are numbered downwards from here (command reference, `show voice hunt-group`).
LAST = 2_147_483_647


def of_dn(tag: str) -> int:
    """Return the tag of the dial peer of an ephone-dn.

    Args:
        tag: the tag of the ephone-dn, a number from 1.
    """
    return FIRST_OF_DNS + int(tag)
