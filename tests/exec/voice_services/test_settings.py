"""The layouts of show voice emergency, show credentials and show presence global, compared with the catalogue's."""

from __future__ import annotations

import pytest

from tests.exec.support import session


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("show voice emergency addresses", "1 First St,City,604,5550101\n"),
        ("show voice emergency zone", "EMERGENCY RESPONSE ZONES\n zone 90\n    location 1 priority 1\n"),
        (
            "show voice emergency",
            "EMERGENCY RESPONSE LOCATIONS\nERL               | ELIN 1     | ELIN2      | SUBNET 1        | SUBNET 2       \n"
            "1                 | 6045550101 | 6045550102 | 10.1.1.0        | 255.255.255.0 \n",
        ),
        ("show credentials", "Credentials IP: 0.0.0.0\nCredentials PORT: 2444\nTrustpoint: \n"),
        (
            "show presence global",
            "Presence Global Configuration Information:\n=============================================\n"
            "Presence feature enable            : TRUE\nPresence allow external watchers   : FALSE\n"
            "Presence max subscription allowed  : 150\nPresence number of subscriptions   : 0\n"
            "Presence allow external subscribe  : TRUE\nPresence call list enable          : FALSE\n"
            "Presence server IP address         : 0.0.0.0\nPresence sccp blfsd retry interval : 60\n"
            "Presence sccp blfsd retry limit    : 10\nPresence router mode               : CME mode\n",
        ),
    ],
)
def test_settings(line: str, text: str) -> None:
    user, _ = session()
    assert user.execute(line) == text
