"""The pytest plugin, in a project of its own, as its users run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HEAD = """import pytest

"""


def run(folder: Path, test: str, *options: str) -> tuple[int, str]:
    """Exit status and output of pytest in a project with one test file."""
    (folder / "test_it.py").write_text(HEAD + test, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --strict-markers\nfilterwarnings = error\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def test_the_marker_names_text_file_or_sample_and_is_optional(tmp_path: Path) -> None:
    (tmp_path / "lab.cfg").write_text("hostname Lab\n", encoding="utf-8")
    test = """
def test_nothing(iossim_router):
    assert iossim_router.hostname == "Office"

@pytest.mark.iossim("hostname Text", cme_version="8.6")
def test_text(iossim_router):
    assert (iossim_router.hostname, iossim_router.cme_version) == ("Text", "8.6")

@pytest.mark.iossim(file="lab.cfg")
def test_file(iossim_router):
    assert iossim_router.hostname == "Lab"

@pytest.mark.iossim(sample="sip-office")
class TestSample:
    def test_of_the_class(self, iossim_router):
        assert iossim_router.hostname != "Office"

    @pytest.mark.iossim("hostname Nearer")
    def test_nearer(self, iossim_router):
        assert iossim_router.hostname == "Nearer"
"""
    status, output = run(tmp_path, test)
    assert (status, "5 passed" in output) == (0, True), output


def test_a_server_is_ready_and_belongs_to_one_test(tmp_path: Path) -> None:
    test = """
import urllib.request

urls = []

@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.iossim(sample="small-office", ssh=True)
def test_server(iossim_server, iossim_router, number):
    assert iossim_server.router is iossim_router
    assert iossim_server.ssh.port > 0
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, iossim_server.url, *iossim_server.auth)
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    body = b"<request><ISgetGlobal/></request>"
    assert b"ISGlobal" in opener.open(iossim_server.url, body).read()
    iossim_router.session().execute("configure terminal")
    assert iossim_router.hostname == "Office"
    iossim_router.session().execute("write memory")
"""
    status, output = run(tmp_path, test, "-n", "2")
    assert (status, "3 passed" in output) == (0, True), output


WRONG = [
    ('sample="smal-office"', "did you mean 'small-office'?"),
    ('file="missing.cfg"', "cannot read"),
    ('"hostname A", sample="small-office"', "takes one of"),
    ('"hostname A", "hostname B"', "not two texts"),
    ("colour=1", "not colour"),
    ("5", "text of the marker iossim is no text"),
    ('"hostname A", platform="banana"', "unknown platform 'banana'"),
]


def test_a_wrong_marker_is_reported(tmp_path: Path) -> None:
    tests = [f"@pytest.mark.iossim({marker})\ndef test_{at}(iossim_router):\n    pass\n" for at, (marker, _) in enumerate(WRONG)]
    status, output = run(tmp_path, "\n".join(tests))
    assert status == 1
    assert f"{len(WRONG)} errors" in output
    assert [message for _, message in WRONG if message not in output] == []


def test_the_start_of_pytest_loads_no_router(tmp_path: Path) -> None:
    test = (
        'import sys\n\ndef test():\n    assert not [name for name in sys.modules if name.startswith(("iossim.router", "lark"))]\n'
    )
    assert run(tmp_path, test)[0] == 0


def test_the_marker_is_described(tmp_path: Path) -> None:
    assert "iossim(text" in run(tmp_path, "", "--markers")[1]
