"""What the tests of every element share: a router with one of everything, the catalogue's lines, and all texts of its answers."""

from __future__ import annotations

from collections import defaultdict

from lxml import etree

from iossim.language import language
from iossim.router import RouterCore
from iossim.session import Session
from iossim.xmlapi import answer_as_owner
from tests.catalogue.entries import Entry
from tests.catalogue.mapping import Element, told, trees
from tests.catalogue.paths import paths
from tests.catalogue.samples import typed
from tests.xmlapi.support import request

#: One of each thing that answers speak of; what refers to others does so at its end, where the catalogue's lines do not.
BED = """\
telephony-service
 max-ephones 10
 max-dn 20
voice register global
 mode cme
 source-address 10.9.9.9
 max-dn 20
 max-pool 20
ephone-template 1
ephone-dn-template 1
ephone-dn 1 dual-line
 number 6001
ephone-dn 2
ephone-dn 5
ephone 1
 button 6:5
voice logout-profile 1
voice user-profile 1
voice register dn 1
 number 901
voice register dn 2
voice register pool 1
 number 6 dn 2
voice register session-server 1
voice hunt-group 1 parallel
presence
sip-ua
end
"""
EMPTY = "telephony-service\n max-ephones 10\n max-dn 20\nvoice register global\n mode cme\n max-dn 20\n max-pool 20\nend\n"
#: How each mode is entered.
HEADERS = {
    "ephone": "ephone 1",
    "ephone_dn": "ephone-dn 5",
    "ephone_dn_template": "ephone-dn-template 1",
    "ephone_template": "ephone-template 1",
    "global": "",
    "presence": "presence",
    "sip_ua": "sip-ua",
    "telephony_service": "telephony-service",
    "voice_hunt_group": "voice hunt-group 1",
    "voice_register_dn": "voice register dn 2",
    "voice_register_global": "voice register global",
    "voice_register_pool": "voice register pool 1",
    "voice_register_session_server": "voice register session-server 1",
    "voice_user_profile": "voice user-profile 1",
}
#: Lines beside the catalogue's, whose values happen to be the defaults.
MORE = {
    "telephony_service": [
        "ip source-address 10.1.1.1 port 2001 secondary 10.1.1.2 rehome 5",
        "keepalive 60 aux 70",
        "ip qos dscp af11 media",
        "video\nmaximum bit-rate 5000",
        "web admin customer name user22 secret 5 $1$.nfD$zn3h3bp/4grULFS87ZHHV/",
    ],
    "ephone": ["keepalive 60 aux 70", "offhook-guard-timer 9"],
    "ephone_template": ["keepalive 60 aux 70"],
    "ephone_dn": ["loopback-dn 1 retry 5", "park-slot timeout 10 limit 3 recall retry 5 limit 2"],
    "global": ["hostname Changed", "ephone-dn 5 octo-line"],
}
Texts = dict[tuple[str, tuple[str, ...]], list[str]]


def lines_of(entry: Entry) -> list[str]:
    """Examples of an entry, and a line for every way through its syntax."""
    mode = language().mode(entry.mode)
    return [*map(str.strip, entry.examples), *(typed(mode, entry.graph, path, {}).text for path in paths(entry.graph))]


def same_command(line: str, element: Element) -> bool:
    """Whether a line begins as the command of an element does; `after-hour` is another spelling of `after-hours`."""
    first = line.removeprefix("no ").split()[0]
    return first.rstrip("s") == element.command.split()[0].rstrip("s")


def router_with(bed: str, *lines: str) -> RouterCore | None:
    """A router that was told some lines; None where it refused one."""
    router = RouterCore()
    router.load(bed)
    session = Session(router)
    session.enter_configuration()
    return router if all(session.run(line).accepted for line in lines if line) else None


def texts(router: RouterCore | None, items: set[str]) -> Texts:
    """The texts of all elements of some items, by item and path."""
    assert router is not None
    found: Texts = defaultdict(list)
    for tree in trees():
        if tree.item in items:
            body = request(tree.method, *([("ISKeyword", "all")] if tree.key else []))
            for item in etree.fromstring(answer_as_owner(router, body)).iter(tree.item):
                for path, text in told(item):
                    found[tree.item, path].append(text)
    return found
