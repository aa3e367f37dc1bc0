"""EXEC commands (show …, copy …, write …), one module a family; typed fields in, text out."""

from iossim.exec import administration, files, privilege, show, show_cme  # noqa: F401 (each registers its commands)
from iossim.exec.base import COMMANDS, Line, Question, Result, run

__all__ = ["COMMANDS", "Line", "Question", "Result", "run"]
