"""Captures of a server: a folder with every request, answer and session, without passwords. `iossim replay` reads it again."""

from iossim.capture.folder import CaptureFolder, Exchange
from iossim.capture.sessions import SessionFile

__all__ = ["CaptureFolder", "Exchange", "SessionFile"]
