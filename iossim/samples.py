"""The sample configurations that come with iossim, and the passwords that their first lines name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from pathlib import Path

from iossim.errors import ConfigurationError

_SUFFIX = ".cfg"
_PASSWORDS = "! Passwords: "
#: One password of that line: of `enable`, of a user, or of a user of the XML API.
_LOGIN = re.compile(r"(?P<door>enable|user|XML user)(?: (?P<user>\S+))? (?P<password>\S+)")


@dataclass(frozen=True, slots=True)
class Login:
    """A way into a sample.

    Attributes:
        door: `enable`; `user`, for the console, SSH and telnet; or `XML user`, for the XML API.
        user: the name of the user; "" for `enable`.
        password: the password.
    """

    door: str
    user: str
    password: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample configuration.

    Attributes:
        name: its name, such as `small-office`.
        text: the configuration.
    """

    name: str
    text: str

    @property
    def description(self) -> str:
        """A line that says what is in it: its first comment."""
        return self.text.partition("\n")[0].removeprefix("! ")

    @property
    def logins(self) -> list[Login]:
        """The passwords that its first comments name."""
        comments = takewhile(lambda line: line.startswith("!"), self.text.split("\n"))
        named = [line.removeprefix(_PASSWORDS).removesuffix(".") for line in comments if line.startswith(_PASSWORDS)]
        found = [_LOGIN.fullmatch(login) for line in named for login in line.split("; ")]
        return [Login(match["door"], match["user"] or "", match["password"]) for match in found if match]


@cache
def _folder() -> Path:
    """The folder of the samples: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parent
    installed = package / "sample-configs"
    return installed if installed.is_dir() else package.parent / "sample-configs"


def sample_names() -> list[str]:
    """The names of the samples, such as `small-office`; those with errors are not among them."""
    return sorted(path.stem for path in _folder().glob(f"*{_SUFFIX}"))


def sample_path(name: str) -> Path:
    """The file of a sample.

    Args:
        name: the name of the sample, such as `small-office`.

    Raises:
        ConfigurationError: there is no such sample.
    """
    names = sample_names()
    if name not in names:
        from difflib import get_close_matches  # a start does not need it

        near = get_close_matches(name, names, 1)
        hint = f", did you mean {near[0]!r}?" if near else f"; the samples are: {', '.join(names)}"
        raise ConfigurationError(f"there is no sample {name!r}{hint}")
    return _folder() / f"{name}{_SUFFIX}"


def sample(name: str) -> Sample:
    """A sample.

    Args:
        name: the name of the sample, such as `small-office`.

    Raises:
        ConfigurationError: there is no such sample.
    """
    return Sample(name, sample_path(name).read_text(encoding="utf-8"))
