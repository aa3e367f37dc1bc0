"""ISsetKeyPhones and ISunsetKeyPhones: the `keyphone` command of ephones."""

from __future__ import annotations

from iossim.xmlapi.iserror import Problem, bad_parameter
from iossim.xmlapi.method import MethodCall, Reply
from iossim.xmlapi.methods.configure import configure
from iossim.xmlapi.views.render import element


def set_key_phones(call: MethodCall) -> Reply | Problem:
    """ISsetKeyPhones: make every named phone a key phone; `true` for the phones that exist."""
    return _each_phone(call, "keyphone", "ISsetResult")


def unset_key_phones(call: MethodCall) -> Reply | Problem:
    """ISunsetKeyPhones: the opposite."""
    return _each_phone(call, "no keyphone", "ISunsetResult")


def _each_phone(call: MethodCall, command: str, result: str) -> Reply | Problem:
    names = [value for _, value in call.parameters]
    if not names:
        return bad_parameter("ISPhoneName")
    done = ["true" if _set(call, name, command) else "false" for name in names]
    kind = "ISsetKeyPhonesResponse" if result == "ISsetResult" else "ISunsetKeyPhonesResponse"
    return Reply([element(result, each) for each in done], kind)


def _set(call: MethodCall, name: str, command: str) -> bool:
    device = call.router.phones.find(name)
    return device is not None and not device.sip and not configure(call, f"ephone {device.tag}", command)
