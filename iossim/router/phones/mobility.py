"""Extension mobility: which user profile is logged in on which phone."""

from __future__ import annotations

from iossim.config import Configuration
from iossim.errors import PhoneError
from iossim.router.phones.device import Device
from iossim.router.phones.registry import Registry


class Mobility:
    """The users that are logged in: a user on one phone at most, a phone with one user at most.

    Args:
        config: the configuration.
        phones: the ephones.
    """

    def __init__(self, config: Configuration, phones: Registry) -> None:
        self._config = config
        self._phones = phones
        self._tags: dict[str, str] = {}  # the tag of the phone, by the tag of the profile

    def device(self, profile: str | int) -> Device | None:
        """The phone on which a voice user-profile is logged in; None if it is not logged in."""
        device = self._phones.get(self._tags.get(str(profile), ""))
        return device if device is not None and device.profile == str(profile) else None

    def login(self, user: str, device: Device) -> None:
        """Logs a user in on a phone, and out on any other phone.

        Args:
            user: the user's name.
            device: an ephone.

        Raises:
            PhoneError: no profile has this user, or the phone has no extension mobility.
        """
        profile = self._profile(user)
        if device.section.get("logout_profile") is None:
            raise PhoneError(f"ephone {device.tag} has no logout-profile")
        self.logout(user)
        self._tags[profile] = device.tag
        device.profile = profile
        self._phones.keep(device)

    def logout(self, user: str) -> None:
        """Logs a user out.

        Args:
            user: the user's name.

        Raises:
            PhoneError: no profile has this user.
        """
        profile = self._profile(user)
        device = self.device(profile)
        if device is not None:
            device.profile = ""
        self._tags.pop(profile, None)

    def _profile(self, user: str) -> str:
        for section in self._config.sections("voice_user_profile"):
            command = section.get("user")
            if command is not None and command.fields.get("username") == user:
                return section.key[0]
        raise PhoneError(f"no voice user-profile has the user {user}")
