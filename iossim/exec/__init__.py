"""EXEC commands (show …, copy …, write …): a folder for each family; typed fields in, lines out."""

from iossim.exec import (  # noqa: F401 (the families register their commands)
    ephone,
    files,
    filters,
    interfaces,
    neighbours,
    network,
    routing,
    simulate,
    switching,
    system,
    telephony_service,
    unused,
    voice_gateway,
    voice_register,
    voice_services,
)
from iossim.exec.command import COMMANDS, Line, Misplaced, Question, Reply, Result, run

__all__ = ["COMMANDS", "Line", "Misplaced", "Question", "Reply", "Result", "run"]
