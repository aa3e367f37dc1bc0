"""ntc-templates reads the files, file systems and archives of three sample configurations."""

from __future__ import annotations

import pytest
from ntc_templates.parse import parse_output
from textfsm.parser import TextFSMError

from iossim import Router
from tests.interop.support import SAMPLES, output, rows, sample

#: Templates of commands of this group that read no row, and the reason.
REASONS = {"show boot": "the template is for switches: it raises on the lines of a router"}


@pytest.fixture(params=SAMPLES)
def router(request: pytest.FixtureRequest) -> Router:
    """A router of a sample configuration with an archive, two copies, a directory, and a file in flash:."""
    router = sample(request.param)
    user = router.session()
    for line in (
        "configure terminal", "file prompt quiet", "archive", "path flash:arch", "maximum 4", "end",
        "archive config", "archive config", "mkdir phone", "copy running-config flash:phone/run.cfg", "copy run flash:run.cfg",
    ):  # fmt: skip
        assert user.run(line).accepted
    return router


def test_dir(router: Router) -> None:
    parsed = rows(router, "dir")
    entries = router.flash.entries(())
    assert [(row["id"], row["name"], int(row["size"])) for row in parsed] == [
        (str(number), entry.name, entry.size) for number, entry in enumerate(entries, start=1)
    ]
    assert [row["permissions"] for row in parsed] == ["drw-" if entry.directory else "-rw-" for entry in entries]
    assert {row["file_system"] for row in parsed} == {"flash0:/"}
    assert {int(row["total_size"]) - int(row["total_free"]) for row in parsed} == {
        sum(entry.size for _, entry in router.flash.walk())
    }
    size = len(router.running_config.encode())
    assert [int(row["size"]) for row in parsed if row["name"] == "run.cfg"] == [size]
    assert [int(row["size"]) for row in rows(router, "dir flash:phone", "dir")] == [size]


def test_dir_of_nvram(router: Router) -> None:
    router.session().execute("write memory")
    text = router.nvram.read()
    assert text is not None
    parsed = rows(router, "dir nvram:", "dir")
    assert next((row["name"], int(row["size"])) for row in parsed) == ("startup-config", len(text.encode()))


def test_show_file_systems(router: Router) -> None:
    parsed = rows(router, "show file systems")
    assert len(parsed) == 18  # the template drops the line with two prefixes
    nvram = next(row for row in parsed if "nvram:" in row.values())
    assert "262136" in nvram.values()


def test_show_archive(router: Router) -> None:
    parsed = [row for row in rows(router, "show archive") if "arch-" in str(row)]
    names = [entry.name for entry in router.flash.entries(()) if entry.name.startswith("arch-")]
    assert len(names) == 2
    assert all(any(name in str(row) for row in parsed) for name in names)


def test_the_templates_without_rows(router: Router) -> None:
    for command in REASONS:
        with pytest.raises(TextFSMError):
            parse_output("cisco_ios", command, output(router, command))
