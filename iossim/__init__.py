"""iossim: a simulated Cisco IOS router that runs Unified CME.

>>> router = Router.from_text("hostname Office")
>>> router.session().prompt
'Office#'
"""

from typing import TYPE_CHECKING, Any

from iossim.errors import ConfigurationError, GrammarError, IossimError, NvramError
from iossim.validate import Diagnostic, validate

if TYPE_CHECKING:
    from iossim.facade import Router

__all__ = ["ConfigurationError", "Diagnostic", "GrammarError", "IossimError", "NvramError", "Router", "validate"]


def __getattr__(name: str) -> Any:
    """Loads the router when it is first asked for: validation, which CI runs for every file, does without it."""
    if name == "Router":
        from iossim.facade import Router

        return Router
    raise AttributeError(f"module 'iossim' has no attribute {name!r}")
