"""Configurations as files: show, save, copy, compare, replace and erase them."""

from iossim.exec.files import (  # noqa: F401 (the modules register their commands)
    configure_replace,
    copy,
    dir,
    erase,
    show_archive,
    show_config,
    write,
)
