"""The debugging options that are on: `debug …`, `no debug …`, `undebug …`. A reload turns them off."""

from __future__ import annotations

from iossim.router.facts.debug_options import NETWORK_OPTIONS

#: The documented names of options, with the words for on and off.
_WORDS = {
    "cme-xml": ("CME XML debugging", "on", "off"),
    "credentials": ("Credentials server debugging", "enabled", "disabled"),
    "ephone blf": ("EPHONE BLF debugging", "enabled", "disabled"),
    "ephone detail": ("Ephone detail debugging", "enabled", "disabled"),
    "ephone message": ("EPHONE skinny message debugging", "enabled", "disabled"),
    "ephone pak": ("EPHONE packet debugging", "enabled", "disabled"),
    "ephone raw": ("EPHONE raw protocol debugging", "enabled", "disabled"),
    "ephone register": ("Ephone registration debugging", "enabled", "disabled"),
    "ephone sccp-state": ("EPHONE SCCP state message debugging", "enabled", "disabled"),
    "mwi relay errors": ("mwi-relay error info debugging", "on", "off"),
    "mwi relay events": ("mwi-relay events info debugging", "on", "off"),
}
_HEADINGS = {"cme-xml": "CME XML", "ephone": "EPHONE", "credentials": "Credentials", "capf-server": "CAPF server", "cti": "CTI"}
#: Names of SIP options other than `SIP Call <option> tracing`.
_SIP_NAMES = {
    "all": "All SIP Call tracing",
    "calls": "SIP Call statistics tracing",
    "transport": "SIP Call transport layer tracing",
}
#: What some messages end with: a full stop, or the routes that are meant.
_STOPS = {
    **dict.fromkeys(("ip dhcp server events", "ip dhcp server linkage", "ip dhcp server packet"), "."),
    **dict.fromkeys(("ip bgp", "ip bgp events", "ip bgp updates"), " for address family: IPv4 Unicast"),
}
#: Subjects whose lines stand in the first column, with the line before them.
_PLAIN = {"ccsip": "", "isdn": "The following ISDN debugs are enabled on all DSLs:\n\n"}


class Debugging:
    """The options that are on, in the order in which they were turned on; an option may be on for a single phone."""

    def __init__(self) -> None:
        self._on: dict[tuple[str, str], None] = {}

    def turn_on(self, option: str, mac: str = "") -> str:
        """Turns an option on; returns the router's output.

        Args:
            option: its words: `cme-xml`, `ephone register`.
            mac: the MAC address of the phone; "" for all phones.
        """
        if option == "ephone error":
            for other in ("ephone detail", "ephone state"):
                self._forget(other)
        self._forget_details(option)
        self._on[option, mac] = None
        return _line(option, mac, on=True)

    def turn_off(self, option: str, mac: str = "") -> str:
        """Turns an option off; returns the router's output."""
        if mac:
            self._on.pop((option, mac), None)
        else:
            self._forget(option)
            self._forget_details(option)
        return _line(option, mac, on=False)

    def clear(self) -> None:
        """Turns everything off."""
        self._on.clear()

    def is_on(self, option: str, mac: str = "") -> bool:
        """True if an option is on, for a phone or for all."""
        return bool(self._on) and any(key in self._on for key in ((option, ""), ("all", ""), (option, mac)))

    def includes_phone(self, mac: str) -> bool:
        """True if an option for phones is on for this phone."""
        return any(option.startswith("ephone ") and only in ("", mac) for option, only in self._on)

    def report(self) -> str:
        """The output of `show debugging`: the options by subject."""
        subjects: dict[str, list[str]] = {}
        for option, mac in self._on:
            subjects.setdefault(_subject(option), []).append(_reported(option, mac))
        return "".join(map(_paragraph, subjects, subjects.values()))

    def _forget_details(self, option: str) -> None:
        """Turns off the detailed form of an option of the network, or the plain form of a detailed one: only one of them is on."""
        if option in NETWORK_OPTIONS:
            plain = option.removesuffix(" detail")
            for form in {plain, f"{plain} detail"} & NETWORK_OPTIONS.keys():
                self._forget(form)

    def _forget(self, option: str) -> None:
        for key in [key for key in self._on if key[0] == option]:
            del self._on[key]


def _subject(option: str) -> str:
    """The subject of an option: its heading, or its first word."""
    return NETWORK_OPTIONS[option][1] if option in NETWORK_OPTIONS else option.split(maxsplit=1)[0]


def _paragraph(subject: str, lines: list[str]) -> str:
    """The options of one subject in `show debugging`."""
    if subject in _PLAIN:
        return f"\n{_PLAIN[subject]}" + "".join(f"{line}\n" for line in lines)
    return f"\n{_HEADINGS.get(subject, subject)}:\n" + "".join(f"  {line}\n" for line in lines)


def _reported(option: str, mac: str) -> str:
    """The line of an option that is on in `show debugging`."""
    line = _line(option, mac, on=True).rstrip("\n")
    if option == "ccsip messages":
        return "CCSIP SPI: SIP Call Message tracing is enabled  (filter is OFF)"
    if option.startswith("ccsip "):
        return f"CCSIP SPI: {line}  (filter is OFF)"
    return f"{line}   (filter is OFF)" if option == "isdn q931" else line


def _line(option: str, mac: str, on: bool) -> str:
    if option in NETWORK_OPTIONS:
        state = f"{NETWORK_OPTIONS[option][0]} is {'on' if on else 'off'}"
        return f"{state} (detailed)\n" if on and option.endswith(" detail") else f"{state}{_STOPS.get(option, '')}\n"
    first = option.split(maxsplit=1)[0]
    usual = (f"EPHONE {option.removeprefix('ephone ')} debugging", "enabled", "disabled") if first == "ephone" else None
    if option.startswith("cti "):
        return f"{option.removeprefix('cti ').capitalize()} CTI debug flags are {'on' if on else 'off'}\n"
    if option.startswith("ccsip "):
        part = option.removeprefix("ccsip ")
        return f"{_SIP_NAMES.get(part, f'SIP Call {part} tracing')} is {'enabled' if on else 'disabled'}\n"
    if option.startswith("isdn "):
        return f"{f'debug {option} is':<32}{'ON' if on else 'OFF'}.\n"
    name, is_on, is_off = _WORDS.get(option, usual or (f"{option} debugging", "on", "off"))
    state = is_on if on else is_off
    if mac and option == "ephone sccp-state":
        return f"{name} is {state}\n  for ephones {mac}\n"
    return f"{name} is {state}{f' for phone {mac}' if mac else ''}\n"
