"""Configurations as files: show, save, copy, compare, replace and erase them."""

from iossim.exec.files import (  # noqa: F401 (the modules register their commands)
    archive,
    configure_replace,
    copy,
    delete,
    dir,
    directories,
    erase,
    more,
    show_archive,
    show_boot,
    show_config,
    show_config_log,
    show_flash,
    tar,
    tclsh,
    write,
)
