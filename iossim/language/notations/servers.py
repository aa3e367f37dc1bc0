"""Servers and the targets of calls: `ipv4:`, `ipv6:` or `dns:` with an address or a name."""

from __future__ import annotations

from iossim.language.notations.addresses import ip_address, ipv6_address
from iossim.language.notations.notation import pattern
from iossim.language.notations.numbers import integer_range

_port = integer_range(1, 65535)
_table = integer_range(1, 15)
_name = pattern(r"[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?\.?")
#: A name with words of the call in it, such as the source (`$s$`) or the called number (`$d$`).
_template = pattern(r"(\$[sdemu]\$|[A-Za-z0-9_])([A-Za-z0-9_.-]|\$[sdemu]\$)*")
_mail = pattern(r"(\$[dem]\$|[^\s@$])+(@(\$[dem]\$|[A-Za-z0-9_.-])+)?")
_loopback = pattern("rtp|compressed|uncompressed")


def server(word: str) -> str | None:
    """The word, if it names a server: `ipv4:10.1.1.1:5060`, `ipv6:[2001:DB8::1]`, `dns:sip.example.com`; else None."""
    return word if _is_server(word, template=False) else None


def target(word: str) -> str | None:
    """The word, if calls can be sent to it: a server, `enum:1`, `mailto:$m$@example.com`, `loopback:compressed`; else None."""
    kind, _, rest = word.partition(":")
    others = {"enum": _table, "mailto": _mail, "loopback": _loopback}
    check = others.get(kind.lower())
    fits = check(rest) is not None if check is not None else _is_server(word, template=True)
    return word if fits else None


def _is_server(word: str, *, template: bool) -> bool:
    kind, _, rest = word.partition(":")
    if kind.lower() == "ipv6":
        address, bracket, port = rest.removeprefix("[").partition("]")
        return ipv6_address(address) is not None and bool(bracket) == rest.startswith("[") and _is_port(port)
    host, colon, port = rest.partition(":")
    check = {"ipv4": ip_address, "dns": _template if template else _name}.get(kind.lower())
    return check is not None and check(host) is not None and _is_port(colon + port)


def _is_port(text: str) -> bool:
    """True if a text is empty, or a colon and the number of a port."""
    return not text or (text[0] == ":" and _port(text[1:]) is not None)
