"""ISsetKeyPhones and ISunsetKeyPhones: the `keyphone` command of ephones."""

from __future__ import annotations

from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.methods.configure import configure
from iossim.xmlapi.views.render import element


def set_key_phones(call: MethodCall) -> Reply | Problem:
    """ISsetKeyPhones: makes phones key phones; the answer has `true` or `false` for each phone."""
    return _for_phones(call, "keyphone", "ISsetResult", "ISsetKeyPhonesResponse")


def unset_key_phones(call: MethodCall) -> Reply | Problem:
    """ISunsetKeyPhones: makes phones ordinary phones; the answer has `true` or `false` for each phone."""
    return _for_phones(call, "no keyphone", "ISunsetResult", "ISunsetKeyPhonesResponse")


def _for_phones(call: MethodCall, command: str, result: str, kind: str) -> Reply | Problem:
    names = [value for _, value in call.parameters]
    if not names:
        return bad_parameter("ISPhoneName")
    return Reply([element(result, "true" if _set(call, name, command) else "false") for name in names], kind)


def _set(call: MethodCall, name: str, command: str) -> bool:
    device = call.router.phones.find(name)
    return device is not None and not device.sip and not configure(call, f"ephone {device.tag}", command)
