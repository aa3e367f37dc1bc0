"""The host key of SSH: made when it is first needed, and kept in the nvram folder."""

from __future__ import annotations

from pathlib import Path

import asyncssh

from iossim.atomic import write_atomically
from iossim.errors import NvramError

#: The file of the nvram folder.
FILE = "ssh_host_key"
_BITS = 2048
#: The key of routers without an nvram folder; all routers of a process share it.
_shared: list[asyncssh.SSHKey] = []


def host_key(folder: Path | None) -> asyncssh.SSHKey:
    """The host key.

    Args:
        folder: the nvram folder; None: the key lives as long as the process.

    Raises:
        NvramError: the key cannot be read or written.
    """
    if folder is None:
        if not _shared:
            _shared.append(asyncssh.generate_private_key("ssh-rsa", key_size=_BITS))
        return _shared[0]
    file = folder / FILE
    try:
        if file.exists():
            return asyncssh.read_private_key(file)
        key = asyncssh.generate_private_key("ssh-rsa", key_size=_BITS)
        write_atomically(file, key.export_private_key())
        return key
    except OSError as error:
        raise NvramError(f"cannot use {file}: {error.strerror}", error.strerror or "") from error
    except asyncssh.KeyImportError as error:
        raise NvramError(f"cannot use {file}: {error}", "not a private key") from error
