"""iossim: a simulated Cisco IOS router that runs Unified CME.

router = Router.from_file("small-office.cfg")
session = router.session()
print(session.execute("show clock"))
"""

from iossim.errors import ConfigurationError, GrammarError, IossimError, NvramError
from iossim.facade import Router
from iossim.validate import Diagnostic, validate

__all__ = ["ConfigurationError", "Diagnostic", "GrammarError", "IossimError", "NvramError", "Router", "validate"]
