"""The phones and the extensions of one protocol, SCCP or SIP. Only those whose state has changed since the boot are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from iossim.config import Configuration, Section
from iossim.language import Identity
from iossim.router.phones.device import DECEASED, REGISTERED, Device
from iossim.router.phones.extension import Extension

#: The rules that give a phone its MAC address.
_IDENTITY = (("mac_address",), ("id",))


class Registry:
    """The phones of one protocol.

    Args:
        config: the configuration.
        rule: the rule that opens the section of a phone: `ephone` or `voice_register_pool`.
        uptime: returns the seconds since boot.

    Attributes:
        peak: the most phones that were registered at one time.
        peak_at: when that was, in seconds since boot.
    """

    def __init__(self, config: Configuration, rule: str, uptime: Callable[[], int]) -> None:
        self.rule = rule
        self._config = config
        self.uptime = uptime
        self._kept: dict[str, Device] = {}
        self._registered: dict[str, Device] = {}
        self._deceased: dict[str, Device] = {}
        self._tags: set[str] | None = None  # the tags of the configured phones; None: read them again
        self._changed: set[str] | None = set()  # the tags whose section or MAC address has changed; None: any may have
        self.peak = 0
        self.peak_at = 0
        config.watchers.append(self._note)

    def _note(self, section: Section, identity: Identity) -> None:
        """Records a change of the configuration if it adds or removes a phone, or changes its MAC address."""
        if section.parent is not None:
            if section.mode.name == self.rule and identity[:1] in _IDENTITY and self._changed is not None:
                self._changed.add(section.key[0])
        elif not identity:
            self._tags = self._changed = None
        elif identity[0] == self.rule:
            tag = identity[1]
            if self._changed is not None:
                self._changed.add(tag)
            if self._tags is not None:
                (self._tags.add if identity in section.sections else self._tags.discard)(tag)

    def get(self, tag: str | int) -> Device | None:
        """A phone by its tag; None if it is not configured. A phone that was never kept is as after the boot."""
        section = self._config.section(self.rule, tag)
        known = self._kept.get(str(tag))
        if known is not None and known.is_of(section):
            return known
        if known is not None:
            self.drop(known)
        if section is None:
            return None
        return Device(section, str(tag), self.uptime, sip=self.rule == "voice_register_pool")

    def keep(self, device: Device) -> None:
        """Keeps a phone whose state has changed."""
        self._kept[device.tag] = device
        for devices, status in ((self._registered, REGISTERED), (self._deceased, DECEASED)):
            if device.status == status:
                devices[device.tag] = device
            else:
                devices.pop(device.tag, None)

    def drop(self, device: Device) -> None:
        """Drops a phone: the next `get` gives a phone as after the boot."""
        if self._kept.get(device.tag) is device:
            del self._kept[device.tag]
            self._registered.pop(device.tag, None)
            self._deceased.pop(device.tag, None)

    def all(self) -> Iterator[Device]:
        """Every configured phone, by tag."""
        for section in self._config.sections(self.rule):
            device = self.get(section.key[0])
            if device is not None:
                yield device

    def registered(self) -> list[Device]:
        """The phones that are registered, by tag."""
        self._prune()
        return sorted(self._registered.values(), key=lambda device: int(device.tag))

    def count(self, status: str) -> int:
        """The number of configured phones with a status."""
        self._prune()
        if status == REGISTERED:
            return len(self._registered)
        deceased = len(self._deceased)
        return deceased if status == DECEASED else self.configured() - len(self._registered) - deceased

    def configured(self) -> int:
        """The number of configured phones."""
        if self._tags is None:
            self._tags = {identity[1] for identity in self._config.root.sections if identity[0] == self.rule}
        return len(self._tags)

    def note_peak(self, when: int) -> None:
        """Updates the peak; `when` is in seconds since boot."""
        count = self.count(REGISTERED)
        if count > self.peak:
            self.peak, self.peak_at = count, when

    def _prune(self) -> None:
        """Drops the kept phones whose section is removed, or has another MAC address (`get` does it for one phone)."""
        for tag in list(self._kept) if self._changed is None else self._changed:
            device = self._kept.get(tag)
            if device is not None and not device.is_of(self._config.section(self.rule, tag)):
                self.drop(device)
        self._changed = set()


class Extensions:
    """The extensions of one protocol.

    Args:
        config: the configuration.
        rule: the rule that opens the section of an extension: `ephone_dn` or `voice_register_dn`.
        carriers: the phones that have them on their buttons.
    """

    def __init__(self, config: Configuration, rule: str, carriers: Registry) -> None:
        self.rule = rule
        self._config = config
        self._carriers = carriers
        self._uptime = carriers.uptime
        self._kept: dict[str, Extension] = {}
        self._own: dict[str, None] = {}

    def get(self, tag: str | int) -> Extension | None:
        """An extension by its tag; None if it is not configured. An extension that was never kept is down and idle."""
        section: Section | None = self._config.section(self.rule, tag)
        known = self._kept.get(str(tag))
        if section is None or (known is not None and known.section is not section):
            self._kept.pop(str(tag), None)
            known = None
        if known is None:
            return None if section is None else Extension(section, str(tag))
        if not all(self._registered(carrier) for carrier in known.carriers):
            known.carriers = {carrier: None for carrier in known.carriers if self._registered(carrier)}
            if not known.carriers:
                known.hang_up(self._uptime())
        return known

    def keep(self, extension: Extension) -> None:
        """Keeps an extension whose state has changed."""
        self._kept[extension.tag] = extension
        if extension.channels and not extension.carriers:
            self._own[extension.tag] = None
        else:
            self._own.pop(extension.tag, None)

    def all(self) -> Iterator[Extension]:
        """Every configured extension, by tag."""
        for section in self._config.sections(self.rule):
            extension = self.get(section.key[0])
            if extension is not None:
                yield extension

    def own_in_call(self) -> list[Extension]:
        """The extensions with a call that are on no phone: paging numbers and other numbers of the router itself."""
        extensions = [self.get(tag) for tag in list(self._own)]
        return [extension for extension in extensions if extension is not None and extension.channels]

    def forget(self, tag: str) -> None:
        """Drops an extension: the next `get` gives an extension that is down and idle."""
        self._kept.pop(tag, None)

    def _registered(self, tag: str) -> bool:
        device = self._carriers.get(tag)
        return device is not None and device.registered
