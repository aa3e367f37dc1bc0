"""Feature access codes: the names of the features and the codes of `fac standard`."""

from __future__ import annotations

from collections.abc import Iterable

#: The codes of the features under `fac standard`, in the order of `show telephony-service fac` and of ISgetGlobal.
STANDARD = {
    "callfwd all": "**1", "callfwd cancel": "**2", "pickup local": "**3", "pickup group": "**4", "pickup direct": "**5",
    "park": "**6", "dnd": "**7", "redial": "**8", "voicemail": "**9", "ephone-hunt join": "*3", "ephone-hunt cancel": "#3",
    "ephone-hunt hlog": "*4", "ephone-hunt hlog-phone": "*5", "trnsfvm": "*6", "dpark-retrieval": "*0", "cancel call waiting": "*1",
}  # fmt: skip
#: Codes that `fac standard` has at the end of `show telephony-service fac` (a router with CME 10.5), and no document names.
ONLY_SHOWN = {"ephone-hunt unjoin": "#4"}
#: Keywords of `fac custom` that differ from the name of the feature in lists.
_KEYWORDS = {"ccw": "cancel call waiting"}


def in_force(standard: bool, custom: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the codes in force by the name of their feature, in the order of `STANDARD`.

    Args:
        standard: `fac standard` is set.
        custom: feature and code of every `fac custom FEATURE CODE`, the feature as it is typed.
    """
    own = {_KEYWORDS.get(feature, feature): code for feature, code in custom}
    return {feature: own.get(feature, code) for feature, code in STANDARD.items() if standard or feature in own}
