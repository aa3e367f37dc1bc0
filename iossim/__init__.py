"""iossim: a simulated Cisco IOS router that runs Unified CME.

>>> router = Router.from_text("hostname Office")
>>> router.session().prompt
'Office#'
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from iossim.errors import ConfigurationError, GrammarError, IossimError, NvramError
    from iossim.facade import Router
    from iossim.validate import Diagnostic, validate

__all__ = ["ConfigurationError", "Diagnostic", "GrammarError", "IossimError", "NvramError", "Router", "validate"]

#: The module of each public name. They are loaded when they are first asked for: `iossim --version` needs none of them.
_MODULES = {
    "ConfigurationError": "iossim.errors",
    "Diagnostic": "iossim.validate",
    "GrammarError": "iossim.errors",
    "IossimError": "iossim.errors",
    "NvramError": "iossim.errors",
    "Router": "iossim.facade",
    "validate": "iossim.validate",
}


def __getattr__(name: str) -> Any:
    """Loads a public name when it is first asked for."""
    if name not in _MODULES:
        raise AttributeError(f"module 'iossim' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_MODULES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return __all__
