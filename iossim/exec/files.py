"""write, copy, erase, reload, dir and configure replace: what becomes of configurations."""

from __future__ import annotations

from pathlib import Path

from iossim.config import Configuration, Transaction, difference
from iossim.errors import ConfigurationError, NvramError
from iossim.exec.administration import confirmed
from iossim.exec.base import Line, Question, Result, exec_command
from iossim.files.load import read_lines
from iossim.router import read_configuration
from iossim.router.facts.chassis import IMAGE, IMAGE_SIZE

_SURE = """This will apply all necessary additions and deletions
to replace the current running configuration with the
contents of the specified configuration file, which is
assumed to be a complete configuration, not a partial
configuration. Enter Y if you are sure you want to proceed. ? [no]: """
_MOST_PASSES = 5
_ERASE = "Erasing the nvram filesystem will remove all configuration files! Continue? [confirm]"


@exec_command
def write_memory(line: Line) -> Result:
    """Saves the running-config as startup-config."""
    router = line.router
    saved = router.save()
    if not saved.ok:
        return f"Building configuration...\n{saved.message}\n"
    told = ""
    if not router.nvram.persistent and not router.nvram.told:
        router.nvram.told = True
        told = "! iossim: kept in memory until the program ends; --nvram DIR keeps it on disk\n"
    return f"Building configuration...\n[OK]\n{told}"


@exec_command
def copy_running_startup(line: Line) -> Result:
    """Saves the running-config, after asking for the name."""
    return Question("Destination filename [startup-config]? ", lambda answer: _copy(line, answer))


def _copy(line: Line, answer: str) -> Result:
    if answer.strip() not in ("", "startup-config"):
        return f"%Error opening nvram:{answer.strip()} (only startup-config is kept there)\n"
    return write_memory(line)


@exec_command
def copy_startup_running(line: Line) -> Result:
    """Reads the startup-config on top of the running-config."""
    return Question("Destination filename [running-config]? ", lambda _: _merge(line))


def _merge(line: Line) -> Result:
    try:
        text = line.router.nvram.read()
    except NvramError as error:
        return f"{error.report}\n"
    if text is None:
        return "%% Non-volatile configuration memory is not present\n"
    line.router.load(text)
    line.router.changed_by(line.user or "")
    return f"{len(text)} bytes copied in 0.100 secs\n"


@exec_command
def write_terminal(line: Line) -> Result:
    """Prints the running-config."""
    from iossim.exec.show import show_running_config

    return show_running_config(line)


@exec_command
def write_erase(line: Line) -> Result:
    """Erases the startup-config, after asking."""
    return Question(_ERASE, lambda answer: _erase(line, answer))


@exec_command
def erase_startup_config(line: Line) -> Result:
    """Erases the startup-config, after asking."""
    return write_erase(line)


def _erase(line: Line, answer: str) -> Result:
    if not confirmed(answer):
        return ""
    try:
        line.router.nvram.erase()
    except NvramError as error:
        return f"{error.report}\n"
    line.router.log("SYS", 7, "NV_BLOCK_INIT", "Initialized the geometry of nvram")
    return "[OK]\nErase of nvram: complete\n"


@exec_command
def reload(line: Line) -> Result:
    """Restarts the router from its startup-config, after asking."""
    if line.router.modified:
        return Question(
            "System configuration has been modified. Save? [yes/no]: ",
            lambda answer: _save_first(line, answer),
            default="no",
        )
    return Question("Proceed with reload? [confirm]", lambda answer: _reload(line, answer))


def _save_first(line: Line, answer: str) -> Result:
    says = write_memory(line) if answer.strip().lower() in ("y", "ye", "yes") else ""
    return Question(
        "Proceed with reload? [confirm]", lambda typed: _reload(line, typed), says=says if isinstance(says, str) else ""
    )


def _reload(line: Line, answer: str) -> Result:
    if not confirmed(answer):
        return ""
    try:
        line.router.restart(line.router.nvram.read())
    except NvramError as error:
        return f"{error.report}\n"
    line.router.log("SYS", 5, "RELOAD", "Reload requested by console. Reload Reason: Reload Command.")
    line.close()
    return ""


@exec_command
def dir(line: Line, url: str = "flash:/") -> Result:
    """Lists the files of the simulated flash or nvram."""
    kind = "nvram" if url.startswith("nvram") else "flash0"
    if url.split(":", maxsplit=1)[0].rstrip("0123456789") not in ("flash", "nvram"):
        return f"%Error opening {url} (No such device)\n"
    lines = [f"Directory of {kind}:/", ""]
    if kind == "nvram":
        text = line.router.nvram.read()
        if text is not None:
            lines.append(f"    1  -rw-  {len(text.encode()):10}                    <no date>  startup-config")
        return "\n".join([*lines, "", "262144 bytes total (256000 bytes free)", ""])
    lines.append(f"    1  -rw-  {IMAGE_SIZE:10}  Jan 1 2026 00:00:00 +00:00  {IMAGE}")
    return "\n".join([*lines, "", "256487424 bytes total (148639848 bytes free)", ""])


def _named(line: Line, name: str) -> str | None:
    """The text of a configuration named in a command: system:running-config, nvram:startup-config, or a file below flash."""
    if name.endswith("running-config"):
        return line.router.running_config
    if name.endswith("startup-config"):
        return line.router.nvram.read()
    folder = line.router.nvram.folder
    if folder is None:
        return None
    path = (folder / "flash" / name.split(":", 1)[-1].lstrip("/")).resolve()
    if not path.is_relative_to((folder / "flash").resolve()):
        return None
    try:
        return read_configuration(Path(path))
    except ConfigurationError:
        return None


def _tree(line: Line, text: str) -> Configuration:
    configuration = Configuration(line.router.config.language)
    read_lines(configuration, text.split("\n"))
    return configuration


@exec_command
def show_archive_config_differences(
    line: Line, first: str = "nvram:startup-config", second: str = "system:running-config"
) -> Result:
    """Shows the lines that two configurations do not share, with + and - under their section."""
    texts = _named(line, first), _named(line, second)
    for name, text in zip((first, second), texts, strict=True):
        if text is None:
            return f"%Error opening {name} (No such file or directory)\n"
    old, new = (_tree(line, text or "") for text in texts)
    lines = [_marked(each) for each in difference(old.root, new.root)]
    return "!Contextual Config Diffs:\n" + "".join(f"{each}\n" for each in lines or ["!No changes were found"])


def _marked(text: str) -> str:
    body = text.lstrip()
    indent = text[: len(text) - len(body)]
    return f"{indent}-{body.removeprefix('no ')}" if body.startswith("no ") else f"{indent}+{body}"


@exec_command
def configure_replace(line: Line, url: str, force: bool = False) -> Result:
    """Replaces the running-config by another configuration, in one piece."""
    text = _named(line, url)
    if text is None:
        return f"%Error opening {url} (No such file or directory)\n"
    if not force:
        return Question(_SURE, lambda answer: _replace(line, text) if answer.strip().lower() in ("y", "yes") else "", default="yes")
    return _replace(line, text)


def _replace(line: Line, text: str) -> Result:
    router = line.router
    wanted = _tree(line, text)
    lines: list[str] = []
    passes = 0
    with Transaction(router.config):
        # What a removal takes along (the buttons of a dn that is opened anew) comes back in the next pass.
        while passes < _MOST_PASSES and (missing := list(difference(router.config.root, wanted.root))):
            lines, passes = missing, passes + 1
            router.load("\n".join([*lines, "end"]))
    router.changed_by(line.user or "")
    says = f"Total number of passes: {passes}\nRollback Done\n\n"
    return says + (f"The rollback configlet from the last pass is listed below:\n{len(lines)} lines\n" if lines else "")
