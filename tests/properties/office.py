"""A plain model of an office's configuration: which sections there are, and in each what was entered, by key. Slow, and sure.

It knows nothing of grammars: every command that the consistency machine types is written down here with its identity.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count

from hypothesis import strategies as st

from iossim.config import Configuration

Key = tuple[str, ...]

#: Sections by the line that opens them, with the rule that the line is of, and the commands typed in them: the command, its
#: identity, and the line that takes it back. `{t}` is the section's tag; `{a}` and `{b}` are small numbers.
SECTIONS: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "telephony-service": (
        "telephony_service",
        [
            ("directory entry {a} 10{b} name Ann Lee", "directory_entry {a}", "no directory entry {a}"),
            ("system message Office {b}", "system_message", "no system message"),
            ("voicemail 605{b}", "voicemail", "no voicemail"),
            ("time-format 24", "time_format", "no time-format"),
            ("keepalive 6{b}", "keepalive", "no keepalive"),
            ("night-service day mon 08:00 1{b}:00", "night_service_day mon", "no night-service day mon"),
            ("url services http://a/{b} Phone", "url services", "no url services"),
            ("url information http://b/{b}", "url information", "no url information"),
            ("user-locale {a} FR", "user_locale {a}", "no user-locale {a}"),
            ("log table max-size {b}", "log_table_max_size", "no log table max-size"),
            ("no auto-reg-ephone", "auto_reg_ephone", "auto-reg-ephone"),
            ("call-forward pattern {a}", "call_forward_pattern {a}", "no call-forward pattern {a}"),
            ("ip qos dscp cs{b} media", "ip_qos_dscp media", "no ip qos dscp cs{b} media"),
            ("ip qos dscp 3{a} signaling", "ip_qos_dscp signaling", "no ip qos dscp 3{a} signaling"),
            ("auto assign {a} to {a}", "auto_assign {a} {a}", "no auto assign {a} to {a}"),
        ],
    ),
    "ephone-dn {t}": (
        "ephone_dn {t}",
        [
            ("number 60{t}{b}", "number", "no number"),
            ("number 60{t}{b} secondary 61{t}{b}", "number", "no number"),
            ("name Peter Lee{b}", "name", "no name"),
            ("label Line {b}", "label", "no label"),
            ("preference {b}", "preference", "no preference"),
            ("allow watch", "allow_watch", "no allow watch"),
            ("call-forward busy 700{b}", "call_forward_busy", "no call-forward busy"),
            ("call-forward noan 700{b} timeout 2{b}", "call_forward_noan", "no call-forward noan"),
            ("ephone-dn-template {a}", "ephone_dn_template", "no ephone-dn-template"),
        ],
    ),
    "ephone-dn-template {t}": (
        "ephone_dn_template {t}",
        [
            ("call-forward busy 800{b}", "call_forward_busy", "no call-forward busy"),
            ("description Template {b}", "description", "no description"),
        ],
    ),
    "ephone {t}": (
        "ephone {t}",
        [
            ("mac-address 000D.BC80.EB5{t}", "mac_address", "no mac-address"),
            ("mac-address 000D.BC80.EB5{a}", "mac_address", "no mac-address"),
            ("type 796{b}", "type", "no type"),
            ("button 1:{a}", "button 1", "no button 1"),
            ("button 2m{a}", "button 2", "no button 2"),
            ("button 3o{a},{b}", "button 3", "no button 3"),
            ("speed-dial {a} 410{b} label Help", "speed_dial {a}", "no speed-dial {a}"),
            ("fastdial {a} 9{b} name Home", "fastdial {a}", "no fastdial {a}"),
            ("username user{a} password pw{b}", "username", "no username"),
            ("description Desk {b}", "description", "no description"),
            ("keyphone", "keyphone", "no keyphone"),
            ("ephone-template {a}", "ephone_template", "no ephone-template"),
            ("logout-profile {a}", "logout_profile", "no logout-profile"),
        ],
    ),
    "ephone-template {t}": (
        "ephone_template {t}",
        [
            ("keepalive 7{b}", "keepalive", "no keepalive"),
            ("speed-dial {a} 420{b} label Template", "speed_dial {a}", "no speed-dial {a}"),
            ("keyphone", "keyphone", "no keyphone"),
            ("features blocked GpickUp PickUp", "features_blocked", "no features blocked"),
        ],
    ),
    "voice register dn {t}": (
        "voice_register_dn {t}",
        [
            ("number 90{t}{b}", "number", "no number"),
            ("name Henry Mann{b}", "name", "no name"),
            ("allow watch", "allow_watch", "no allow watch"),
        ],
    ),
    "voice register pool {t}": (
        "voice_register_pool {t}",
        [
            ("id mac 0013.1978.3CA{t}", "id", "no id"),
            ("number {a} dn {b}", "number {a}", "no number {a}"),
            ("codec g711ulaw", "codec", "no codec"),
        ],
    ),
    "voice register session-server {t}": (
        "voice_register_session_server {t}",
        [("register-id SS{b}", "register_id", "no register-id"), ("keepalive 7{b}", "keepalive", "no keepalive")],
    ),
    "voice hunt-group {t} parallel": (
        "voice_hunt_group {t}",
        [
            ("pilot 20{b}", "pilot", "no pilot"),
            ("pilot 2{b}. secondary 3{a}1", "pilot", "no pilot"),
            ("list 60{a}1,60{b}2", "list", "no list"),
            ("timeout 2{b}", "timeout", "no timeout"),
        ],
    ),
    "voice user-profile {t}": (
        "voice_user_profile {t}",
        [
            ("user mary{t} password pw{b}", "user", "no user"),
            ("pin 12{b}", "pin", "no pin"),
            ("speed-dial {a} 90{b} label Desk", "speed_dial {a}", "no speed-dial {a}"),
            ("max-idle-time {b}", "max_idle_time", "no max-idle-time"),
        ],
    ),
    "voice logout-profile {t}": ("voice_logout_profile {t}", [("user paul{t} password pw{b}", "user", "no user")]),
}
#: Phones and extensions come most often: they have most to do with each other.
OPENERS = (*["ephone {t}"] * 6, *["ephone-dn {t}"] * 4, *sorted(SECTIONS))
#: What no router accepts, in any mode.
NONSENSE = ("this is no command", "ephone 99999", "button 1:77", "ephone-dn", "show version", "no such thing")
RULES = frozenset(rule.split()[0] for rule, _ in SECTIONS.values())

MAX_EPHONES = 5
START = f"""\
hostname Office
ip http server
line con 0
 exec-timeout 0 0
ixi transport http
 no shutdown
ixi application cme
 no shutdown
voice register global
 mode cme
 source-address 10.1.1.1 port 5060
 max-dn 5
 max-pool 5
telephony-service
 max-ephones {MAX_EPHONES}
 max-dn 6
 ip source-address 10.1.1.1 port 2000
 auto assign 1 to 3
 xml user cisco password s3cret 15
ephone-dn 1 dual-line
 number 6011
ephone-dn 2
 number 6021
 ephone-dn-template 1
ephone-dn-template 1
 call-forward busy 8001
ephone 1
 mac-address 000D.BC80.EB51
 button 1:1
 ephone-template 1
ephone 2
 mac-address 000D.BC80.EB52
 button 1:2 2m1
 logout-profile 1
ephone-template 1
 keyphone
voice register dn 1
 number 901
voice register pool 1
 id mac 0013.1978.3CA1
 number 1 dn 1
voice user-profile 1
 user mary1 password pw1
voice logout-profile 1
 user paul1 password pw1
end
"""


@dataclass(frozen=True)
class Line:
    """A line to type, and what the model makes of it when the router accepts it.

    Attributes:
        text: the line.
        section: the key of the section that it opens, or stands in.
        entry: the identity of what it enters there; () for the section itself.
        removes: it takes that away.
    """

    text: str
    section: Key = ()
    entry: Key = ()
    removes: bool = False


def lists() -> st.SearchStrategy[list[Line]]:
    """The lines of some sections, one after the other.

    Each is left by `exit`: what opens one section can be a command of another (`ephone-template 1` in ephone).
    """
    return st.lists(section_lines(), min_size=2, max_size=6).map(
        lambda sections: [line for section in sections for line in (Line("exit"), *section)]
    )


@st.composite
def section_lines(draw: st.DrawFn) -> list[Line]:
    """The lines of one section, now and then with nonsense among them; or the line that removes the section."""
    opener = draw(st.sampled_from(OPENERS))
    rule, commands = SECTIONS[opener]
    tag = draw(st.integers(1, 3))
    section = tuple(rule.format(t=tag).split())
    header = opener.format(t=tag)
    if "{t}" in opener and draw(st.integers(0, 5)) == 0:
        return [Line(f"no {header}", section, removes=True)]
    found = [Line(header, section)]
    for text, entry, negative in draw(st.lists(st.sampled_from(commands), min_size=1, max_size=6)):
        words = {"t": tag, "a": draw(st.integers(1, 4)), "b": draw(st.integers(1, 5))}
        removes = draw(st.integers(0, 4)) == 0
        found.append(Line((negative if removes else text).format(**words), section, tuple(entry.format(**words).split()), removes))
    if draw(st.integers(0, 4)) == 0:
        found.insert(draw(st.integers(0, len(found))), Line(draw(st.sampled_from(NONSENSE))))
    return found


@dataclass
class Office:
    """The model: sections by key, and in each the texts of what was entered, by identity."""

    sections: dict[Key, dict[Key, str]] = field(default_factory=dict)

    def accept(self, line: Line) -> None:
        """The router took a line."""
        if not line.section:
            return
        if not line.entry:
            if line.removes:
                self._remove(line.section)
            else:
                self.sections.setdefault(line.section, {})
        elif line.removes:
            self.sections[line.section].pop(line.entry, None)
        else:
            self.sections[line.section][line.entry] = line.text

    def _remove(self, section: Key) -> None:
        """A section goes, and with an extension every button that it was on: the router would not read those back."""
        self.sections.pop(section, None)
        if section[0] != "ephone_dn":
            return
        for key, entries in self.sections.items():
            for entry in [each for each in entries if key[0] == "ephone" and each[0] == "button"]:
                if section[1] in entries[entry].split()[1][2:].split(","):
                    del entries[entry]

    def phone(self, mac: str) -> Key:
        """The first ephone that has a MAC address; () for none."""
        return min((key for key, entries in self.sections.items() if f"mac-address {mac}" in entries.values()), default=())

    def provision(self, mac: str) -> str:
        """An unknown phone registers: the first free ephone takes it, with the first assigned extension that no button has.

        Returns:
            The tag of the ephone; "" where unknown phones may not register.
        """
        service = self.sections[("telephony_service",)]
        tag = next(str(tag) for tag in count(1) if ("ephone", str(tag)) not in self.sections)
        if ("auto_reg_ephone",) in service:
            return ""
        phone = self.sections["ephone", tag] = {("mac_address",): f"mac-address {mac}"}
        ranges = sorted((int(entry[1]), int(entry[2])) for entry in service if entry[0] == "auto_assign")
        for dn in (str(dn) for start, stop in ranges for dn in range(start, stop + 1)):
            if ("number",) in self.sections.get(("ephone_dn", dn), {}) and dn not in self._on_buttons():
                phone["button", "1"] = f"button 1:{dn}"
                break
        return tag

    def _on_buttons(self) -> set[str]:
        buttons = [text.split()[1] for entries in self.sections.values() for key, text in entries.items() if key[0] == "button"]
        return {dn for text in buttons for dn in text[2:].split(",")}

    def copy(self) -> Office:
        """The model as it is now."""
        return deepcopy(self)

    def printed(self) -> Office:
        """The model after its running-config was read: the lines that a router always prints are entered."""
        copy = self.copy()
        for identity, entries in copy.sections.items():
            if identity[0] == "telephony_service":
                entries.setdefault(("max_conferences",), "max-conferences 8 gain -6")
                entries.setdefault(("transfer_system",), "transfer-system full-consult")
            if identity[0] == "ephone" and ("mac_address",) in entries:
                entries.setdefault(("device_security_mode",), "device-security-mode none")
        return copy

    @classmethod
    def of(cls, configuration: Configuration) -> Office:
        """What a configuration holds of what the model knows."""
        return cls(
            {
                identity: {each: command.text for each, command in section.entries.items()}
                for identity, section in configuration.root.sections.items()
                if identity[0] in RULES
            }
        )
