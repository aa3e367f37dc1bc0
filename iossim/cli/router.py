"""The router that the options of a command describe."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.errors import ConfigurationError
from iossim.escape import escaped
from iossim.samples import sample_path
from iossim.versions import NEWEST

if TYPE_CHECKING:
    from iossim.facade import Router


def router_of(options: argparse.Namespace, scale: float = 1.0) -> Router:
    """The router of the options; prints the errors in its configuration on standard error.

    Args:
        options: the options of the command.
        scale: seconds that pass on the router in one second.
    """
    return router_from(_file(options), options.nvram, options, scale)


def router_from(config: str | Path | None, nvram: str | None, options: argparse.Namespace, scale: float = 1.0) -> Router:
    """A router; prints the errors in its configuration on standard error.

    Args:
        config: the file of the configuration; None for the startup-config.
        nvram: the nvram folder; None for none.
        options: the options of the command: version and model.
        scale: seconds that pass on the router in one second.
    """
    from iossim.facade import Router
    from iossim.router import Clock, read_configuration

    clock = Clock(scale=scale)
    version = str(options.cme_version or NEWEST)
    platform = options.platform.name if options.platform else None
    if config is not None:
        router = Router.from_file(config, nvram, clock, cme_version=version, platform=platform)
        router.nvram.original = read_configuration(config)
    else:
        router = Router(nvram, clock, cme_version=version, platform=platform)
        text = router.nvram.read()
        if text is not None:
            router.restart(text)
    for finding in router.findings:
        if finding.severity == "error":
            print(escaped(str(config or "startup-config")) + str(finding).removeprefix(finding.path), file=sys.stderr)
    return router


def _file(options: argparse.Namespace) -> str | Path | None:
    """The file of the configuration; None for the startup-config.

    Raises:
        ConfigurationError: there is no such sample, or a file is named, too.
    """
    sample = getattr(options, "sample", None)
    if sample is None:
        return options.config or None
    if options.config:
        raise ConfigurationError("a configuration and --sample are named: a router starts with one of them")
    return sample_path(sample)
