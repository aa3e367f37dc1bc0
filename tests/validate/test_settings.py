"""Settings: where they are found, what they do, and what is said about a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from iossim import ConfigurationError
from iossim.cli import main
from iossim.validate import Settings, find_settings, read_settings

WRONG = "telephony-service\n max-redirect 21\nephone 1\n mac-address 0011.2233.4455\nend\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("a.cfg", "lab/b.cfg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WRONG)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[tuple[str, str]]:
    """The files and codes that are reported."""
    main(["validate", "--format", "concise", "--quiet", "--verbose", *arguments])
    lines = capsys.readouterr().out.splitlines()
    return {(line.partition(":")[0], line.split(" ")[2]) for line in lines}


BOTH = {("a.cfg", "out-of-range"), ("a.cfg", "ephone-without-button"), ("a.cfg", "missing-maximum")}


def test_without_settings_everything_is_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _codes(capsys, "a.cfg") == BOTH


@pytest.mark.parametrize(("name", "head"), [("iossim.toml", ""), ("pyproject.toml", "[tool.iossim]\n")])
def test_the_nearest_file_with_settings_counts(folder: Path, capsys: pytest.CaptureFixture[str], name: str, head: str) -> None:
    (folder / name).write_text(f'{head}select = ["out-of-range"]\n')
    (folder / "lab" / "iossim.toml").write_text('ignore = ["out-of-range", "missing-maximum"]\n')
    assert _codes(capsys, "a.cfg", "lab/b.cfg") == {("a.cfg", "out-of-range"), ("lab/b.cfg", "ephone-without-button")}


def test_a_pyproject_without_a_table_is_no_file_with_settings(folder: Path) -> None:
    (folder / "iossim.toml").write_text("strict = true\n")
    (folder / "lab" / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    found = find_settings(folder / "lab")
    assert found is not None
    assert found.strict
    assert Path(found.folder) == folder


def test_iossim_toml_comes_before_pyproject(folder: Path) -> None:
    (folder / "iossim.toml").write_text('cme-version = "8.6"\n')
    (folder / "pyproject.toml").write_text('[tool.iossim]\ncme-version = "4.0"\n')
    found = find_settings(folder)
    assert found is not None
    assert found.cme_version == "8.6"


def test_options_come_before_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "iossim.toml").write_text('select = ["out-of-range", "missing-maximum"]\nignore = ["missing-maximum"]\n')
    assert _codes(capsys, "a.cfg") == {("a.cfg", "out-of-range")}
    assert _codes(capsys, "--select", "missing-maximum,ephone-without-button", "a.cfg") == {("a.cfg", "ephone-without-button")}
    assert _codes(capsys, "--ignore", "out-of-range", "a.cfg") == set()


def test_patterns_of_files_are_relative_to_the_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "iossim.toml").write_text('[per-file-ignores]\n"lab/" = ["out-of-range"]\n"*.cfg" = ["missing-maximum"]\n')
    expected = {("a.cfg", "out-of-range"), ("a.cfg", "ephone-without-button"), ("lab/b.cfg", "ephone-without-button")}
    assert _codes(capsys, "a.cfg", "lab/b.cfg") == expected


def test_paths_of_the_settings_are_checked_if_none_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate"]) == 2
    assert "no PATH is given" in capsys.readouterr().err
    (folder / "iossim.toml").write_text('paths = ["lab"]\nselect = ["out-of-range"]\n')
    assert {path for path, _ in _codes(capsys)} == {"lab/b.cfg"}


def test_a_severity_may_be_another(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "iossim.toml").write_text('[severity]\nout-of-range = "warning"\nephone-without-button = "info"\n')
    assert main(["validate", "--format", "concise", "a.cfg"]) == 0
    out = capsys.readouterr().out
    assert "a.cfg:2:15: warning: out-of-range" in out
    assert "ephone-without-button" not in out


@pytest.mark.parametrize("option", [True, False])
def test_strict_makes_warnings_errors_for_the_status(folder: Path, capsys: pytest.CaptureFixture[str], option: bool) -> None:
    select = ["validate", "--select", "ephone-without-button", "a.cfg"]
    assert main(select) == 0
    if option:
        assert main([*select, "--strict"]) == 1
    else:
        (folder / "iossim.toml").write_text("strict = true\n")
        assert main(select) == 1
    assert "0 errors, 1 warning" in capsys.readouterr().out


def test_strict_leaves_a_clean_file_and_infos_alone(folder: Path) -> None:
    (folder / "c.cfg").write_text("interface GigabitEthernet0/0\n unheard-of 1\nend\n")
    assert main(["validate", "--strict", "c.cfg"]) == 0


def test_version_and_platform_are_settings(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "c.cfg").write_text("telephony-service\n fac standard\n max-ephones 200\nend\n")
    (folder / "iossim.toml").write_text('cme-version = "3.2"\nplatform = 2901\n')
    assert {code for _, code in _codes(capsys, "c.cfg")} == {"later-command", "refused"}
    assert ("c.cfg", "later-command") not in _codes(capsys, "--cme-version", "8.6", "c.cfg")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("strict = 3", "strict: expected `bool`, got `int`"),
        ("stricd = true", "stricd: is no setting; did you mean `strict`?"),
        ("folder = 'x'", "folder: is no setting"),
        ("ignore = ['out-of-rang']", "ignore: `out-of-rang` is no rule or code; did you mean `out-of-range`?"),
        ("ignore = [3]", "ignore[0]: expected `str`, got `int`"),
        ("select = 'refused'", "select: expected `array`, got `str`"),
        ("[severity]\nrefused = 'bad'", "severity: invalid enum value 'bad'"),
        ("[per-file-ignores]\na = ['x-y-z']", "per-file-ignores: `x-y-z` is no rule or code"),
        ("cme-version = 'new'", "cme-version: 'new' is no version of Unified CME"),
        ("platform = 9999", "platform: unknown platform '9999'"),
        ("a =", "Invalid value"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(folder: Path, capsys: pytest.CaptureFixture[str], text: str, message: str) -> None:
    (folder / "iossim.toml").write_text(text)
    with pytest.raises(ConfigurationError) as raised:
        read_settings(folder / "iossim.toml")
    assert message in str(raised.value)
    assert main(["validate", "a.cfg"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"iossim: {folder / 'iossim.toml'}: ")
    (folder / "pyproject.toml").write_text("[tool.iossim]\n" + text.replace("[severity]", "[tool.iossim.severity]"))
    if "=" in message or text == "strict = 3":
        with pytest.raises(ConfigurationError, match=r"tool\.iossim\.strict: expected"):
            read_settings(folder / "pyproject.toml")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
@pytest.mark.parametrize(
    ("names", "message"),
    [("missing-maximun", "did you mean `missing-maximum`?"), ("", "no name is given"), ("refused,zzz", "`zzz`")],
)
def test_an_unknown_name_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, names: str, message: str
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["validate", option, names, "a.cfg"])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_a_program_gives_settings_as_values() -> None:
    with pytest.raises(ValueError, match="cme-version: 'x' is no version"):
        Settings(cme_version="x")
    with pytest.raises(ValueError, match="ignore: `x` is no rule"):
        Settings(ignore=("x",))


def test_a_file_that_cannot_be_read_is_always_reported(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--select", "out-of-range", "--ignore", "unreadable", "none.cfg"]) == 2
    assert "unreadable" in capsys.readouterr().out
