"""SIP phones: `show voice register` and `clear voice register`."""

from iossim.exec.voice_register import (  # noqa: F401 (the modules register their commands)
    clear,
    show_all,
    show_dial_peers,
    show_dialplan,
    show_dn,
    show_files,
    show_global,
    show_pool,
    show_pool_calls,
    show_pool_list,
    show_pool_type,
    show_session_server,
    show_statistics,
    show_template,
)
