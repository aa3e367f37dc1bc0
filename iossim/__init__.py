"""iossim: a simulated Cisco IOS router that runs Unified CME.

>>> router = Router.from_text("hostname Office")
>>> router.session().prompt
'Office#'
"""

import sys as _sys
from importlib import import_module as _import_module
from types import ModuleType as _ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    __version__: str
    from iossim.errors import ConfigurationError, GrammarError, IossimError, NvramError
    from iossim.facade import Router
    from iossim.validate import Diagnostic, validate

__all__ = ["ConfigurationError", "Diagnostic", "GrammarError", "IossimError", "NvramError", "Router", "validate"]

#: The module of every public name. It is imported when the name is first used: `iossim --version` needs none of them.
_MODULES = {
    "ConfigurationError": "iossim.errors",
    "Diagnostic": "iossim.validate",
    "GrammarError": "iossim.errors",
    "IossimError": "iossim.errors",
    "NvramError": "iossim.errors",
    "Router": "iossim.facade",
    "validate": "iossim.validate",
}


class _Package(_ModuleType):
    """The package, whose attributes are the public names even where a module has the same name (`validate`)."""

    def __getattribute__(self, name: str) -> Any:
        """Imports the module of a public name when the name is used."""
        if name == "__version__":
            return _import_module("iossim.release").version()
        if name not in _MODULES:
            return super().__getattribute__(name)
        return getattr(_import_module(_MODULES[name]), name)

    def __dir__(self) -> list[str]:
        """The public names."""
        return __all__


_sys.modules[__name__].__class__ = _Package
