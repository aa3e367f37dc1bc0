"""The command line itself: misspelt words, the version, completion in shells, `python -m iossim`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import iossim
from iossim.cli import main


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["validat", "x"], "invalid choice: 'validat'; did you mean 'validate'?"),
        (["grammar", "chek"], "invalid choice: 'chek'; did you mean 'check'?"),
        (["validate", "--format", "jsn", "x"], "argument --format: invalid choice: 'jsn'; did you mean 'json'?"),
        (["validate", "--formt", "json", "x"], "iossim validate: error: unrecognized arguments: --formt; did you mean --format?"),
        (["serve", "--htp-port=3"], "unrecognized arguments: --htp-port=3; did you mean --http-port?"),
        (["frobnicate"], "invalid choice: 'frobnicate' (choose from "),
        (["rules", "--xyzzy"], "unrecognized arguments: --xyzzy\n"),
        (["diff", "a", "b", "c\x1b"], "unrecognized arguments: c\\u001b\n"),
    ],
)
def test_a_misspelt_word_gets_the_nearest_one(arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert message in capsys.readouterr().err


def test_without_arguments_the_help_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "usage: iossim" in shown.err
    assert "validate" in shown.err


def test_the_version_has_three_doors(capsys: pytest.CaptureFixture[str]) -> None:
    assert iossim.__version__ == version("iossim")
    for option in ("--version", "-V"):
        with pytest.raises(SystemExit, match="0"):
            main([option])
        assert capsys.readouterr().out == f"iossim {version('iossim')}\n"


def test_the_package_is_a_program() -> None:
    result = subprocess.run([sys.executable, "-m", "iossim", "rules"], capture_output=True, text=True, check=True)
    assert "duplicate-value" in result.stdout


def _completed(tmp_path: Path, *words: str) -> list[str]:
    """The completions that bash offers for the last word."""
    script = tmp_path / "completion.bash"
    made = subprocess.run([sys.executable, "-m", "iossim", "completion", "bash"], capture_output=True, text=True, check=True)
    script.write_text(made.stdout)
    listed = " ".join(f"'{word}'" for word in words)
    lines = [
        f"source {script}",
        f"COMP_WORDS=({listed})",
        f"COMP_CWORD={len(words) - 1}",
        "_shtab_iossim 2>/dev/null",
        "printf '%s\\n' \"${COMPREPLY[@]}\"",
    ]
    return subprocess.run(["bash", "-c", "\n".join(lines)], capture_output=True, text=True, cwd=tmp_path, check=True).stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="2026-11-29: completion is tried in a bash")
def test_bash_completes_commands_options_and_files(tmp_path: Path) -> None:
    (tmp_path / "office.cfg").write_text("end\n")
    assert _completed(tmp_path, "iossim", "val") == ["validate"]
    assert set(_completed(tmp_path, "iossim", "validate", "--st")) == {"--statistics", "--stdin-filename", "--strict"}
    assert "sarif" in _completed(tmp_path, "iossim", "validate", "--format", "")
    assert "office.cfg" in _completed(tmp_path, "iossim", "validate", "off")
    assert _completed(tmp_path, "iossim", "grammar", "ch") == ["check"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_script_for_each_shell(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "validate" in capsys.readouterr().out
