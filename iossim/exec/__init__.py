"""EXEC commands (show …, copy …, write …), one module a family; typed fields in, text out."""

from iossim.exec import (  # noqa: F401 (each registers its commands)
    administration,
    clear_cme,
    cme_more,
    debug,
    ephone_tables,
    files,
    hunt_statistics,
    pool_calls,
    pool_tables,
    pool_types,
    privilege,
    show,
    show_cme,
    show_emergency,
    show_ephone,
    show_ephone_dn,
    show_events,
    show_hunt,
    show_paging,
    show_pool,
    show_presence,
    show_services,
    show_shared_line,
    show_voice_register,
    simulate,
    sip_files,
    sip_statistics,
)
from iossim.exec.base import COMMANDS, Line, Question, Result, run

__all__ = ["COMMANDS", "Line", "Question", "Result", "run"]
