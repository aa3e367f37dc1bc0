"""Kinds of interfaces: what `show interfaces` says of their hardware. The values marked C are not confirmed by a capture."""

from __future__ import annotations

from dataclasses import dataclass

#: The MAC address of the first Ethernet port; the next ports follow by one (C).
BASE_MAC = 0x0200_5E00_5300
#: The first two bytes of the MAC addresses of hosts that the configuration names; their IP address is the rest (C).
HOST_MAC = 0x0200 << 32


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of interface.

    Attributes:
        short: the beginning of its short name: `Gi` of `Gi0/0`.
        hardware: its hardware.
        bandwidth: in kbit/s.
        delay: in microseconds.
        mtu: in bytes.
        encapsulation: its encapsulation by default.
        queue: the sizes of its input and output queue.
        ethernet: it has a MAC address and takes part in ARP.
    """

    short: str
    hardware: str
    bandwidth: int
    delay: int
    mtu: int = 1500
    encapsulation: str = "ARPA"
    queue: tuple[int, int] = (75, 40)
    ethernet: bool = False


KINDS = {
    "Embedded-Service-Engine": Kind("Em", "Embedded Service Engine", 10_000, 1_000, queue=(64, 40)),
    "GigabitEthernet": Kind("Gi", "CN Gigabit Ethernet", 1_000_000, 10, ethernet=True),
    "FastEthernet": Kind("Fa", "Gt96k FE", 100_000, 100, ethernet=True),
    "Ethernet": Kind("Et", "AmdP2", 10_000, 1_000, ethernet=True),
    "TenGigabitEthernet": Kind("Te", "10G Ethernet", 10_000_000, 10, ethernet=True),  # C
    "Serial": Kind("Se", "WIC MBRD Serial", 1_544, 20_000, encapsulation="HDLC"),
    "Loopback": Kind("Lo", "Loopback", 8_000_000, 5_000, 1514, "LOOPBACK", (75, 0)),
    "Tunnel": Kind("Tu", "Tunnel", 100, 50_000, 17_916, "TUNNEL", (75, 0)),
    "Vlan": Kind("Vl", "EtherSVI", 100_000, 100, ethernet=True),
    "Dialer": Kind("Di", "Unknown", 56, 20_000, encapsulation="PPP", queue=(75, 0)),  # C
    "Port-channel": Kind("Po", "GEChannel", 1_000_000, 10, ethernet=True),  # C
    "BVI": Kind("BV", "BVI", 1_000_000, 5_000, ethernet=True),  # C
    "Multilink": Kind("Mu", "multilink group interface", 1_544, 20_000, encapsulation="PPP"),  # C
    "Virtual-Template": Kind("Vt", "Virtual Template interface", 100_000, 100_000, encapsulation="PPP"),  # C
}
#: Any other kind (C).
OTHER = Kind("", "Unknown", 100_000, 100)
#: The D channel of a T1 or E1 (`Serial0/0/0:23`) (C).
D_CHANNEL = Kind("Se", "DSX1", 64, 20_000, encapsulation="HDLC")
#: Bandwidth in kbit/s and delay in microseconds of an Ethernet port, by its speed in Mbit/s.
BY_SPEED = {"10": (10_000, 1_000), "100": (100_000, 100), "1000": (1_000_000, 10)}


def usual_load(model: str, sip: bool) -> str:
    """The firmware of a phone for which the configuration names none (C).

    Args:
        model: its type, such as `7965`.
        sip: True for a SIP phone.
    """
    return f"{'SIP' if sip else 'SCCP'}{model[2:4] or '41'}.9-4-2SR3-1S"
