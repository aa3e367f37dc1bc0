"""The wheel is whole: installed alone, in an empty folder, it validates a configuration and runs a router."""

import os
import re
import runpy
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

from iossim.language import index
from tests.small_language import FILES, write

PROJECT = Path(__file__).parent.parent

CONFIGURATION = """\
hostname Branch
telephony-service
 max-ephones 5
 max-dn 5
ephone-dn 1
 number 1001
end
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder), cwd=PROJECT)
    (built,) = folder.glob("*.whl")
    return built


def test_the_readme_of_the_package_has_whole_addresses(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (one for one in archive.namelist() if one.endswith("METADATA"))
        metadata = archive.read(name).decode()
    links = re.findall(r"\]\(([^)]+)\)", metadata)
    assert len(links) > 10
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
    assert "/raw/main/docs/pictures/recording.svg" in metadata
    assert "/blob/main/docs/cli.md" in metadata


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of a fresh environment that holds the wheel.

    Its dependencies are those of the environment the tests run in, added behind its own packages. A folder added by a
    .pth file has its own .pth files ignored, so an editable install of the checkout stays out of sight.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    variables = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", "venv", variables))
    found = Path(sysconfig.get_path("scripts", "venv", variables))
    install = ("-m", "pip", "--python", str(found / "python"), "install", "--quiet", "--no-deps", "--no-index")
    _run(sys.executable, *install, str(wheel))
    dependencies = dict.fromkeys([sysconfig.get_path("purelib"), sysconfig.get_path("platlib")])
    (packages / "dependencies.pth").write_text("\n".join(dependencies), encoding="utf-8")
    return found


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "empty"
    folder.mkdir()
    return folder


def test_wheel_holds_every_grammar_and_the_type_marker(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    grammars = {f"iossim/grammars/{each.name}" for each in (PROJECT / "grammars").glob("*.lark")}
    assert grammars
    assert grammars <= names
    assert "iossim/py.typed" in names


def test_wheel_holds_a_valid_index(wheel: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path, [name for name in archive.namelist() if name.startswith("iossim/grammars/")])
    monkeypatch.setattr(index, "make", lambda *_: pytest.fail("the index in the wheel is not valid"))
    assert "ephone_dn" in index.GrammarIndex(tmp_path / "iossim" / "grammars").modes


def test_the_build_makes_the_index_with_the_code_that_it_packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path])
    folder = write(tmp_path / "grammars", {name: FILES[name] for name in ("every_mode", "chain")})
    hook = runpy.run_path(str(PROJECT / "hatch_build.py"))["IndexHook"]
    hook(str(tmp_path), {}, None, None, str(tmp_path), "wheel").initialize("standard", {})
    assert (folder / index.FILE).read_bytes() == index.make(folder)
    assert sys.path[0] == str(tmp_path)


def test_wheel_holds_nothing_but_the_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"iossim", f"iossim-{_version()}.dist-info"}


def test_installed_package_is_the_one_from_the_wheel(programs: Path, empty: Path) -> None:
    found = _run(str(programs / "python"), "-c", "import iossim; print(iossim.__file__)", cwd=empty).stdout
    assert Path(found.strip()).resolve().is_relative_to(programs.parent.resolve())


def test_installed_program_knows_its_version(programs: Path, empty: Path) -> None:
    assert _version() in _run(str(programs / "iossim"), "--version", cwd=empty).stdout


def test_installed_program_finds_no_fault_in_a_sound_file(programs: Path, empty: Path) -> None:
    (empty / "sound.cfg").write_text(CONFIGURATION, encoding="utf-8")
    _run(str(programs / "iossim"), "validate", "sound.cfg", cwd=empty)


def test_installed_program_finds_the_fault_in_a_file(programs: Path, empty: Path) -> None:
    (empty / "faulty.cfg").write_text(CONFIGURATION.replace(" number 1001", " numbre 1001"), encoding="utf-8")
    report = _run(str(programs / "iossim"), "validate", "--format", "concise", "faulty.cfg", cwd=empty, status=1).stdout
    assert report.startswith("faulty.cfg:6:2: error: ")


def test_installed_program_prints_the_schemas(programs: Path, empty: Path) -> None:
    for name in ("answers.xsd", "answers.rng", "envelope.xsd", "requests.rng"):
        printed = _run(str(programs / "iossim"), "schema", name, cwd=empty).stdout
        assert printed == (PROJECT / "iossim" / "xmlapi" / "schemas" / name).read_text(encoding="utf-8")


def test_installed_shell_is_a_router(programs: Path, empty: Path) -> None:
    typed = f"enable\nconfigure terminal\n{CONFIGURATION}show running-config | section ephone-dn\n"
    session = _run(str(programs / "iossim"), "shell", cwd=empty, typed=typed).stdout
    assert "Router>enable\n" in session
    assert "Branch(config-ephone-dn)# number 1001\n" in session
    assert session.count("\n number 1001\n") == 1, "printed by show running-config"


def _run(*command: str, cwd: Path | None = None, typed: str = "", status: int = 0) -> subprocess.CompletedProcess[str]:
    """Run a program that sees no checkout and no PYTHONPATH; it must end with `status`."""
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=variables, input=typed, capture_output=True, encoding="utf-8")
    assert done.returncode == status, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done


def _version() -> str:
    return str(tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def test_the_example_project_passes_with_the_wheel_alone(programs: Path, empty: Path) -> None:
    """A project of its own, which knows iossim only as an installed package with a pytest plugin."""
    for file in (PROJECT / "examples" / "provisioning").glob("*.py"):
        (empty / file.name).write_bytes(file.read_bytes())
    for command in (["pytest", "-q", "."], ["unittest", "-q", "test_with_unittest"]):
        _run(str(programs / "python"), "-m", *command, cwd=empty)


def test_the_wheel_holds_the_samples(programs: Path, empty: Path) -> None:
    output = _run(str(programs / "iossim"), "shell", "--sample", "small-office", cwd=empty, typed="show clock\n").stdout
    assert output.startswith("Office>show clock\n")
    names = _run(
        str(programs / "python"), "-c", "from iossim.samples import sample_names; print(*sample_names())", cwd=empty
    ).stdout
    assert names.split() == sorted(path.stem for path in (PROJECT / "sample-configs").glob("*.cfg"))
