"""`ip http secure-server`: the router's self-signed certificate, made at first use and kept beside the startup-config."""

from __future__ import annotations

import logging
import os
import ssl
import tempfile
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING

from iossim.atomic import remove_leftovers, write_atomically
from iossim.errors import IossimError

if TYPE_CHECKING:
    from iossim.router import RouterCore

#: Private key and certificate, in the folder that keeps the startup-config.
FILE = "https_certificate.pem"
_log = logging.getLogger(__name__)
_BITS = 2048
_DAYS = 3650


class TlsError(IossimError):
    """HTTPS cannot be served."""


def context(router: RouterCore, host: str) -> ssl.SSLContext:
    """The TLS context of a listener.

    Args:
        router: the router; its certificate is made if it has none.
        host: the address to listen on.

    Raises:
        TlsError: there is no certificate, and none can be made.
    """
    folder = router.nvram.folder
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    try:
        if folder is None:
            with tempfile.TemporaryDirectory(prefix="iossim-") as temporary:
                made.load_cert_chain(_certificate(Path(temporary), router.hostname, host))
        else:
            made.load_cert_chain(_certificate(folder, router.hostname, host))
    except (OSError, ssl.SSLError) as error:
        raise TlsError(f"no certificate for HTTPS: {error}") from error
    return made


def _certificate(folder: Path, hostname: str, host: str) -> Path:
    """The file with key and certificate; made if it is missing. Only its owner may read it."""
    file = folder / FILE
    if file.exists():
        if os.name == "posix" and file.stat().st_mode & 0o077:
            _log.warning("%s was open to other users of this host: now only its owner can read it", file)
            file.chmod(0o600)
        return file
    remove_leftovers(folder, FILE)
    write_atomically(file, _make(hostname, host))
    return file


def _make(hostname: str, host: str) -> bytes:
    try:
        from cryptography import x509
        from cryptography.hazmat.primitives import hashes, serialization
        from cryptography.hazmat.primitives.asymmetric import rsa
    except ImportError as error:
        raise TlsError("HTTPS needs the package `cryptography`: pip install 'iossim[https]'") from error
    key = rsa.generate_private_key(public_exponent=65537, key_size=_BITS)
    serial = x509.random_serial_number()
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"IOS-Self-Signed-Certificate-{serial % 10**10:010}")])
    names: list[x509.GeneralName] = [
        x509.IPAddress(ip_address(address)) for address in dict.fromkeys((host, "127.0.0.1")) if _is_ip(address)
    ]
    if hostname.isascii():
        names.append(x509.DNSName(hostname))
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(serial)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=_DAYS))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName(names), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def _is_ip(text: str) -> bool:
    try:
        ip_address(text)
    except ValueError:
        return False
    return True
