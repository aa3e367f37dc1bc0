"""Every sample configuration is valid, loses nothing and comes back the same; its faulty twin gives the expected diagnostics."""

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from iossim import Router
from iossim.validate import validate
from iossim.versions import NEWEST

FOLDER = Path(__file__).resolve().parent.parent / "sample-configs"
SAMPLES = sorted(FOLDER.glob("*.cfg"))
#: The diagnostics of the samples, all of them of severity "info".
INFOS = Path(__file__).resolve().parent / "validate" / "samples"
#: The versions of samples that an older router printed.
VERSIONS = {"cme4-branch": "4.3"}
TWINS = sorted((FOLDER / "faulty").glob("*.cfg"))


def commands(text: str) -> Counter[str]:
    """The lines of a configuration that are no separators, and how often each stands there."""
    return Counter(line.rstrip() for line in text.splitlines() if line.strip() and line.strip()[0] != "!")


def diagnostics(path: Path) -> str:
    return "".join(f"{each.line}:{each.column}: {each.severity} {each.code} {each.message}\n" for each in validate(path))


def generator() -> ModuleType:
    """The script that makes the very large sample."""
    spec = importlib.util.spec_from_file_location("make_very_large", FOLDER / "make_very_large.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_valid(path: Path) -> None:
    found = [each for each in validate(path) if each.severity != "info" or each.code == "verbatim"]
    assert [str(each) for each in found] == []


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_gives_its_infos(path: Path, request: pytest.FixtureRequest) -> None:
    expected = INFOS / f"{path.stem}.expected"
    found = diagnostics(path)
    if request.config.getoption("--accept"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_comes_back_the_same(path: Path) -> None:
    printed = Router.from_file(path).running_config
    assert Router.from_text(printed).running_config == printed
    assert printed.startswith("version ")
    assert printed.endswith("\nend\n")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_printed_line_for_line(path: Path) -> None:
    router = Router.from_file(path, cme_version=VERSIONS.get(path.stem, NEWEST))
    assert commands(router.running_config) == commands(path.read_text())


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_has_a_faulty_twin(path: Path) -> None:
    twin = FOLDER / "faulty" / path.name
    assert twin.exists()
    assert twin.with_suffix(".expected").exists()


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_a_faulty_twin_gives_its_diagnostics(path: Path, request: pytest.FixtureRequest) -> None:
    expected = path.with_suffix(".expected")
    found = diagnostics(path)
    if request.config.getoption("--accept"):
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", TWINS, ids=lambda path: path.stem)
def test_a_faulty_twin_can_still_be_loaded(path: Path) -> None:
    printed = Router.from_file(path).running_config
    assert Router.from_text(printed).running_config == printed


def test_the_very_large_sample_is_what_its_script_makes() -> None:
    script = generator()
    text = script.configuration()
    assert (FOLDER / "very-large.cfg").read_text() == text
    assert (FOLDER / "faulty" / "very-large.cfg").read_text() == script.faulty(text)
