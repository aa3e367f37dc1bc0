"""The documented answers come out of the configurations that they describe, element for element."""

from pathlib import Path

import pytest
from lxml import etree

from iossim.router import RouterCore
from tests.xmlapi.support import ask

FOLDER = Path(__file__).parent / "data" / "documented-answers"
#: What the sample shows and the configuration beside it does not, by the place in the answer; None: not compared.
OTHERWISE: dict[str, dict[str, str | None]] = {
    "ISgetDevice": {
        # The phone of the sample has been registered.
        "ISDevLastStatus": "unregistered",
        "ISDevChangeTime": "0",
        # An empty list number is nothing that the command line accepts.
        "bulk-speed-dial_list": None,
    },
    "ISgetExtension": {
        # The extension of the sample was up for 36 days, and had lost two commands that others of its commands need.
        "ISExtStatus": "down",
        "ISExtChangeTime": "0",
        "Mobility": "true",
        "night-service_bell": "true",
    },
    "ISgetGlobal": {
        # Another release, on a router that phones have registered with.
        "ISVersion": "14.1",
        "ISPeakDeviceRegistered": "0",
        "ISPeakDeviceRegisteredTime": "0",
        "ISConfiguredDevice": "0",
        "ISConfiguredExtension": "1",
        # In the order in which they were entered, which a running-config does not keep.
        "auto/assign_list": None,
        "pattern_list/pattern_item/index": "1",
        # An empty list number, and settings that no documented command makes.
        "bulk-speed-dial_list": None,
        "hunt-group/report/internal": None,
        "max-dn/no-reg": None,
        # An action, not a setting.
        "sdspfarm/unregister/force": "0",
    },
    # The command line spells the features otherwise.
    "ISgetDeviceTemplate": {"features_blocked": "PickUp Park GpickUp"},
    # In the order in which they were entered.
    "ISgetUserProfile": {"UserNumbers": None},
    # Dial peers come with the calls.
    "ISgetVoiceHuntGroup": {"ISVoiceHuntGroupPilotPeerTag": "-1"},
    "ISgetVoiceRegGlobal": {"ISVersion": "14.1"},
}
#: What was asked for; the samples are of the items with tag 1.
PARAMETERS = {
    "ISgetDevice": [("ISDevID", "1")],
    "ISgetDeviceTemplate": [("ISDevTemplateID", "1")],
    "ISgetExtension": [("ISExtID", "1")],
    "ISgetExtensionTemplate": [("ISExtTemplateID", "1")],
    "ISgetGlobal": [],
    "ISgetPresenceGlobal": [],
    "ISgetSessionServer": [("ISSessionServerID", "1")],
    "ISgetSipDevice": [("ISPoolID", "1")],
    "ISgetSipExtension": [("ISVoiceRegDNID", "1")],
    "ISgetUser": [("ISuserID", "a")],
    "ISgetUserProfile": [("ISUserProfileID", "1")],
    "ISgetUtilityDirectory": [],
    "ISgetVoiceHuntGroup": [("ISVoiceHuntGroupID", "1")],
    "ISgetVoiceRegGlobal": [],
}


def places(node: etree._Element, path: str = "") -> list[tuple[str, str | None]]:
    """Every element with its place and, where it holds no others, its text."""
    here = f"{path}/{node.tag!s}"
    found = [(here, None if len(node) else node.text)]
    return found + [each for child in node for each in places(child, here)]


@pytest.mark.parametrize("method", PARAMETERS)
def test_the_documented_answer_comes_out_of_its_configuration(method: str) -> None:
    router = RouterCore()
    findings = router.load((FOLDER / f"{method}.cfg").read_text(encoding="utf-8"))
    assert not [each for each in findings if each.severity == "error"]
    assert compared(method, ask(router, method, *PARAMETERS[method]), {}) == documented(method)


def documented(method: str) -> list[tuple[str, str | None]]:
    """The sample, with the texts that the configuration gives in place of its own."""
    return compared(method, etree.parse(FOLDER / f"{method}.xml").getroot(), OTHERWISE.get(method, {}))


def compared(method: str, answer: etree._Element, instead: dict[str, str | None]) -> list[tuple[str, str | None]]:
    """The places of an answer but for those that are not compared."""
    left_out = tuple(end for end, text in OTHERWISE.get(method, {}).items() if text is None)
    return [
        (place, next((other for end, other in instead.items() if place.endswith(f"/{end}")), text))
        for place, text in places(answer)
        if not any(f"/{end}/" in f"{place}/" for end in left_out)
    ]
