"""The samples: what `iossim samples` prints lets a stranger in, at the console, over SSH or telnet, and at the XML API."""

from __future__ import annotations

import base64
import io
import re
import urllib.error
import urllib.request
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from iossim import Router
from iossim.cli import main
from iossim.samples import Login, sample, sample_names, sample_path
from tests.remote.support import Remote, remote

NAMES = sample_names()
#: Samples whose routers are older than the ban on telnet.
TELNET = ("cme4-branch",)
GLOBAL = b"<request><ISgetGlobal/></request>"


@pytest.fixture(scope="module")
def printed() -> dict[str, list[Login]]:
    """The logins of every sample, from the text that `iossim samples` prints."""
    with redirect_stdout(io.StringIO()) as output:
        assert main(["samples"]) == 0
    logins: dict[str, list[Login]] = {}
    for line in output.getvalue().splitlines():
        if not line.startswith(" "):
            logins[line] = []
        elif match := re.fullmatch(r" {4}(enable|user|XML user)(?: (\S+))? +(\S+)", line):
            next(reversed(logins.values())).append(Login(match[1], match[2] or "", match[3]))
    return logins


def users(logins: list[Login], door: str = "user") -> list[Login]:
    """The logins at a door."""
    return [login for login in logins if login.door == door]


def test_every_sample_is_listed_with_a_description(printed: dict[str, list[Login]]) -> None:
    assert list(printed) == NAMES
    descriptions = {sample(name).description for name in NAMES}
    assert len(descriptions) == len(NAMES)
    assert all(": " in description and not description.startswith("!") for description in descriptions)


@pytest.mark.parametrize("name", NAMES)
def test_every_user_and_secret_has_its_password(name: str, printed: dict[str, list[Login]]) -> None:
    text = sample(name).text
    named = re.findall(r"^username (\S+)", text, re.MULTILINE)
    assert [login.user for login in users(printed[name])] == named
    assert bool(users(printed[name], "enable")) == ("\nenable secret" in text)
    assert [(login.user, login.password) for login in users(printed[name], "XML user")] == re.findall(
        r"^ xml user (\S+) password (\S+)", text, re.MULTILINE
    )
    assert printed[name] == sample(name).logins


@pytest.mark.parametrize("name", NAMES)
def test_enable_at_the_console(name: str, printed: dict[str, list[Login]]) -> None:
    session = Router.from_file(sample_path(name)).session(privilege=1, line="console")
    session.open()
    if session.prompt == "Username: ":
        login = users(printed[name])[-1]
        session.execute(login.user)
        session.execute(login.password)
    if not session.prompt.endswith("#"):
        session.execute("enable")
    if session.prompt == "Password: ":
        (login,) = users(printed[name], "enable")
        session.execute("wrong")
        assert session.prompt == "Password: "
        session.execute(login.password)
    assert session.prompt.endswith("#")
    assert session.execute("show privilege") == "Current privilege level is 15\n"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in TELNET])
def test_every_user_logs_in_over_ssh(name: str, printed: dict[str, list[Login]]) -> None:
    text = sample(name).text

    async def test(at: Remote) -> None:
        for login in users(printed[name]):
            async with await at.ssh(login.user, login.password) as connection:
                shown = str((await connection.run("show users")).stdout)
            assert login.user in shown

    assert users(printed[name])
    remote(test, text)


@pytest.mark.parametrize("name", TELNET)
def test_the_user_of_an_older_router_logs_in_over_telnet(name: str, printed: dict[str, list[Login]]) -> None:
    async def test(at: Remote) -> None:
        (login,) = users(printed[name])
        reader, writer = await at.telnet()
        for asked, typed in (("Username: ", login.user), ("Password: ", login.password), ("#", "show privilege")):
            await reader.readuntil(asked.encode())
            writer.write(f"{typed}\r\n".encode())
        await reader.readuntil(b"level is 15")
        writer.close()

    remote(test, sample(name).text)


@pytest.mark.parametrize("name", [name for name in NAMES if "\n xml user" in sample(name).text])
def test_the_xml_user_gets_an_answer(name: str, printed: dict[str, list[Login]]) -> None:
    (login,) = users(printed[name], "XML user")

    def status(password: str) -> int:
        credentials = base64.b64encode(f"{login.user}:{password}".encode()).decode()
        request = urllib.request.Request(server.url, GLOBAL, {"Authorization": f"Basic {credentials}"})
        try:
            with urllib.request.urlopen(request) as answer:
                assert b"<ISGlobal>" in answer.read()
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    with Router.from_file(sample_path(name)).serve() as server:
        assert status(login.password) == 200
        assert status("wrong") == 401


def test_a_sample_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["samples", "hotel"]) == 0
    assert capsys.readouterr().out == sample_path("hotel").read_text(encoding="utf-8")
    assert main(["samples", "hotl"]) == 2
    assert "did you mean 'hotel'?" in capsys.readouterr().err


# -- --sample, wherever a configuration is accepted ------------------------------------------------------------------------------------


def test_validate_checks_a_sample_beside_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--sample", "small-office"]) == 0
    assert capsys.readouterr().out.startswith("1 file, ")
    faulty = tmp_path / "r1.cfg"
    faulty.write_text("hostnme R1\n", encoding="utf-8")
    assert main(["validate", str(faulty), "--sample", "small-office", "--strict"]) == 1
    assert "2 files, " in capsys.readouterr().out


def test_a_sample_is_not_corrected(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["validate", "--sample", "small-office", "--fix"])
    assert "--fix does not go with --sample" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--sample", "hotel", "FILE"], ["FILE", "--sample=hotel"], ["CONFIG", "--fail", "FILE"]])
def test_a_request_is_answered_by_a_sample(arguments: list[str], tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "request.xml"
    file.write_bytes(GLOBAL)
    places = {"FILE": str(file), "CONFIG": str(sample_path("hotel"))}
    assert main(["request", *(places.get(word, word) for word in arguments)]) == 0
    assert b"<ISGlobal>" in capfdbinary.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-"], "CONFIG or --sample is missing"),
        (["--sample", "hotel"], "arguments are required: FILE"),
        (["a", "b", "c"], "unrecognized arguments: c"),
    ],
)
def test_a_request_without_a_router_is_refused(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["request", *arguments])
    assert message in capsys.readouterr().err
