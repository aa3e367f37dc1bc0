"""Restart and reset: phones go down one after the other, and come up again after a delay."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from iossim.router.phones.device import UNREGISTERED, Device
from iossim.router.phones.state import State

#: Seconds that a simulated phone is down. A restart only fetches the buttons; a reset also asks DHCP and TFTP.
DOWN = {"restart": 10, "reset": 30}
#: Seconds between two phones if the command does not give them (command reference, `reset (telephony-service)`).
INTERVAL = 15


@dataclass(slots=True)
class _Sequence:
    """Phones that go down one after the other.

    Attributes:
        name: the name by which it can be cancelled.
        kind: `reset` or `restart`.
        waiting: the phones that have not gone down yet, in their order; empty after it is cancelled.
    """

    name: str
    kind: str
    waiting: deque[Device] = field(default_factory=deque)


class Resets:
    """Resets and restarts phones.

    Args:
        state: the phones.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._sequences: list[_Sequence] = []

    def begin(self, devices: list[Device], kind: str, interval: int, name: str) -> None:
        """Takes phones down, the first one now.

        Args:
            devices: the phones; a phone that is not registered is left out.
            kind: `reset` or `restart`.
            interval: seconds from one phone to the next.
            name: the name by which the phones that are still waiting can be cancelled.
        """
        now = self._state.uptime()
        sequence = _Sequence(name, kind)
        for place, device in enumerate([device for device in devices if device.registered]):
            device.resetting = kind
            if place == 0 or interval == 0:
                self._down(device, kind, now)
            else:
                sequence.waiting.append(device)
                self._state.at(now + place * interval, lambda due: self._next(sequence, due))
        self._sequences = [*(running for running in self._sequences if running.waiting), sequence]

    def cancel(self, name: str) -> None:
        """Cancels the sequences of a name: the phones that are still waiting stay registered."""
        for sequence in self._sequences:
            if sequence.name == name:
                for device in sequence.waiting:
                    device.resetting = ""
                sequence.waiting.clear()

    def _next(self, sequence: _Sequence, when: int) -> None:
        if sequence.waiting:
            self._down(sequence.waiting.popleft(), sequence.kind, when)

    def _down(self, device: Device, kind: str, when: int) -> None:
        if not device.registered or not self._state.present(device):
            return
        self._state.of(device).registrar.down(device, UNREGISTERED, when, f"Reset-{kind.title()}")
        device.resetting = kind
        self._state.at(when + DOWN[kind], lambda due: self._up(device, due))

    def _up(self, device: Device, when: int) -> None:
        if device.resetting and not device.registered and self._state.present(device):
            self._state.of(device).registrar.up(device, "", "", when)
