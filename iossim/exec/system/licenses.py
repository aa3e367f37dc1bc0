"""show license: the licences of the router."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.router.facts.licenses import FEATURES, PERMANENT
from iossim.router.hardware import product, serial


@exec_command
def show_license(line: Line, license_view: str = "") -> Iterator[str]:
    """The licences with their states, in a table, or the identity that they are bound to."""
    match license_view:
        case "udi":
            return _identity(line)
        case "feature":
            return _features()
        case "status":
            return _status()
        case _:
            return _licenses()


def _licenses() -> Iterator[str]:
    for index, feature in enumerate(FEATURES, start=1):
        permanent = feature in PERMANENT
        yield f"Index {index} Feature: {feature:32}"
        yield f"        Period left: {'Life time' if permanent else 'Not Activated'}"
        if not permanent:
            yield "        Period Used: 0  minute  0  second "
        yield f"        License Type: {'Permanent' if permanent else 'EvalRightToUse'}"
        yield f"        License State: {'Active, In Use' if permanent else 'Not in Use, EULA not accepted'}"
        yield "        License Count: Non-Counted"
        yield f"        License Priority: {'Medium' if permanent else 'None'}"


def _features() -> Iterator[str]:
    yield "Feature name             Enforcement  Evaluation  Subscription   Enabled  RightToUse "
    for feature in FEATURES:
        base = feature == "ipbasek9"
        enforced, trial = ("no", "no") if base else ("yes", "yes")
        enabled = "yes" if feature in PERMANENT else "no"
        yield f"{feature:25}{enforced:13}{trial:12}{'no':15}{enabled:9}{'no' if base else 'yes':11}"


def _identity(line: Line) -> Iterator[str]:
    number, own = product(line.router.config, line.router.platform), serial(line.router.config)
    yield "Device#   PID                   SN                      UDI"
    yield "-" * 80
    yield f"*0        {number:22}{own:24}{number}:{own}"
    yield ""


def _status() -> Iterator[str]:
    yield "        License Type Supported"
    yield "           permanent                Non-expiring node locked license "
    yield "           extension                Expiring node locked license "
    yield "           evaluation               Expiring non node locked license"
    yield ""
    yield "        License Operation Supported"
    yield "           install                  Install license"
    yield "           clear                    Clear license"
    yield ""
    yield "        Device status"
    yield "           Device Credential type: DEVICE"
    yield "           Device Credential Verification: PASS"
    yield ""
