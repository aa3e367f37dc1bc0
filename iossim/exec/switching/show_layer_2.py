"""Layer 2 without a switch module: empty tables, in the words of a router where they are known."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def show_spanning_tree(line: Line) -> Iterator[str]:
    """The spanning trees, of which there are none."""
    yield ""
    yield "No spanning tree instances exist."
    yield ""


@exec_command
def show_etherchannel_summary(line: Line) -> Iterator[str]:
    """The channels of switch ports, of which there are none."""
    yield "Flags:  D - down        P - bundled in port-channel"
    yield "        I - stand-alone s - suspended"
    yield "        H - Hot-standby (LACP only)"
    yield "        R - Layer3      S - Layer2"
    yield "        U - in use      f - failed to allocate aggregator"
    yield ""
    yield "Number of channel-groups in use: 0"
    yield "Number of aggregators:           0"
    yield ""
    yield "Group  Port-channel  Protocol    Ports"
    yield "------+-------------+-----------+-----------------------------------------------"


@exec_command
def show_mac_address_table(line: Line) -> Iterator[str]:
    """The MAC addresses at switch ports, of which there are none."""
    yield "Destination Address  Address Type  VLAN  Destination Port"
    yield "-------------------  ------------  ----  --------------------"


@exec_command
def show_vtp_status(line: Line) -> Iterator[str]:
    """VTP of a router without VLANs."""
    yield "VTP Version                     : 2"
    yield "Configuration Revision          : 0"
    yield "Maximum VLANs supported locally : 256"
    yield "Number of existing VLANs        : 5"
    yield "VTP Operating Mode              : Server"
    yield "VTP Domain Name                 : "
    yield "VTP Pruning Mode                : Disabled"
    yield "VTP V2 Mode                     : Disabled"
    yield "VTP Traps Generation            : Disabled"
    yield "MD5 digest                      : 0xBF 0x86 0x94 0x45 0xFC 0xDF 0xB5 0x70 "
    yield "Configuration last modified by 0.0.0.0 at 0-0-00 00:00:00"


@exec_command
def show_power_inline(line: Line) -> Iterator[str]:
    """The ports that feed phones, of which there are none."""
    yield "PowerSupply   SlotNum.   Maximum   Allocated       Status"
    yield "-----------   --------   -------   ---------       ------"
    yield ""
    yield "Interface   Config   Device   Powered    PowerAllocated"
    yield "---------   ------   ------   -------    --------------"


@exec_command
def show_dot1x_all(line: Line) -> Iterator[str]:
    """802.1X, which no router port speaks."""
    yield "Sysauthcontrol              Disabled"
    yield "Dot1x Protocol Version            3"
