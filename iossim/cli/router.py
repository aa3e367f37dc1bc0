"""The router that the options of a command describe."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from iossim.escape import escaped
from iossim.versions import NEWEST

if TYPE_CHECKING:
    from iossim.facade import Router


def router_of(options: argparse.Namespace) -> Router:
    """The router of the options; prints the errors in its configuration on standard error."""
    from iossim.facade import Router
    from iossim.router import read_configuration

    version = str(options.cme_version or NEWEST)
    platform = options.platform.name if options.platform else None
    if options.config:
        router = Router.from_file(options.config, options.nvram, cme_version=version, platform=platform)
        router.nvram.original = read_configuration(options.config)
    else:
        router = Router(options.nvram, cme_version=version, platform=platform)
        text = router.nvram.read()
        if text is not None:
            router.restart(text)
    for finding in router.findings:
        if finding.severity == "error":
            print(escaped(options.config or "startup-config") + str(finding).removeprefix(finding.path), file=sys.stderr)
    return router
