"""show telephony-service bulk-speed-dial: the files of the speed-dial lists."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command
from iossim.exec.phones import tag_of


@exec_command
def show_telephony_service_bulk_speed_dial(line: Line, summary: bool = False) -> Iterator[str]:
    """The files of the speed-dial lists; the simulated router does not read them, so that no list has an entry."""
    if not summary:
        return
    config = line.router.config
    service = config.section("telephony_service")
    everywhere = service.all("bulk_speed_dial_list") if service is not None else []
    local = [(phone, command) for phone in config.sections("ephone") for command in phone.all("bulk_speed_dial_list")]
    yield "List-id    Entries      Size    Reference  url"
    for owner, command in [("Global", command) for command in everywhere] + [
        (f"ephone-{tag_of(phone)}", command) for phone, command in local
    ]:
        yield f"{command.fields['list']:>7}{0:>11}{0:>10}    {owner:<11}{command.fields['url']}"
    yield f"{len(everywhere)} Global List(s) {len(local)} Local List(s)"
