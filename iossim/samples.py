"""The sample configurations that come with iossim."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from pathlib import Path

from iossim.errors import ConfigurationError

_SUFFIX = ".cfg"


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
        near = get_close_matches(name, names, 1)
        hint = f", did you mean {near[0]!r}?" if near else f"; the samples are: {', '.join(names)}"
        raise ConfigurationError(f"there is no sample {name!r}{hint}")
    return _folder() / f"{name}{_SUFFIX}"
