"""What users may import: `iossim.__all__` and nothing else, and the library as its users call it."""

from __future__ import annotations

import base64
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import iossim
from iossim import IossimError, Router, validate

XML = "<request><ISgetExtension><ISKeyword>allTag</ISKeyword></ISgetExtension></request>"
OFFICE = """hostname Office
ip http server
ixi transport http
 no shutdown
ixi application cme
 no shutdown
telephony-service
 max-dn 5
 xml user ann password secret 15
ephone-dn 1
 number 5001
end
"""


def _importable() -> set[str]:
    """The public names that `from iossim import …` can give, submodules excluded."""
    modules = {module.name for module in pkgutil.iter_modules(iossim.__path__)}
    # A name that is no identifier cannot be imported: pytest adds such names to packages with a plugin.
    names = {name for name in {*vars(iossim), *iossim.__all__} if name.isidentifier() and not name.startswith("_")}
    return {name for name in names if name in iossim.__all__ or name not in modules | {"TYPE_CHECKING", "Any"}}


def test_all_names_what_can_be_imported_and_nothing_else() -> None:
    assert sorted(iossim.__all__) == list(iossim.__all__)
    assert set(iossim.__all__) == _importable()
    for name in iossim.__all__:
        assert getattr(iossim, name) is not None


def test_every_public_name_has_its_module_and_nothing_else_is_listed() -> None:
    assert sorted(iossim._MODULES) == iossim.__all__
    assert dir(iossim) == iossim.__all__


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        iossim.Nothing  # type: ignore[attr-defined]  # noqa: B018


def test_every_public_name_says_its_contract() -> None:
    for name in iossim.__all__:
        assert inspect.getdoc(getattr(iossim, name)), name
    for name, member in inspect.getmembers(Router):
        if not name.startswith("_"):
            assert inspect.getdoc(member), name


def test_everything_that_is_raised_has_one_root() -> None:
    errors = importlib.import_module("iossim.errors")
    for name, error in vars(errors).items():
        if inspect.isclass(error) and issubclass(error, Exception):
            assert error is IossimError or issubclass(error, IossimError), name
        elif inspect.isclass(error):
            assert not issubclass(error, BaseException), name


def test_the_library_as_it_is_documented(tmp_path: Path) -> None:
    path = tmp_path / "office.cfg"
    path.write_text(OFFICE)
    bare, from_file, from_text = Router(), Router.from_file(path), Router.from_text(OFFICE)
    assert from_file.running_config == from_text.running_config
    assert bare.running_config.endswith("end\n")
    session = from_file.session(privilege=15)
    output: str = session.execute("show clock")
    assert output.startswith("*")
    assert output.count(":") == 2
    assert session.prompt == "Office#"
    assert session.execute("configure terminal") == "Enter configuration commands, one per line.  End with CNTL/Z.\n"
    assert session.execute("ephone 1") == ""
    assert session.prompt == "Office(config-ephone)#"
    status, headers, body = from_file.http("POST", "/ios_xml_app/cme", {}, XML.encode())
    assert status == 401
    assert isinstance(headers, dict)
    credentials = {"Authorization": "Basic " + base64.b64encode(b"ann:secret").decode()}
    status, headers, body = from_file.http("POST", "/ios_xml_app/cme", credentials, XML.encode())
    assert status == 200
    answer: bytes = from_file.xml(XML, user="ann", password="secret")
    assert b"<ISExtID>1</ISExtID>" in answer
    assert body == answer
    assert from_file.xml(XML.encode(), user="ann", password="secret") == answer


def test_validation_as_it_is_documented(tmp_path: Path) -> None:
    path = tmp_path / "office.cfg"
    path.write_text(OFFICE.replace("max-dn 5", "max-dn many"))
    for paths in ([path], [str(path)], path, tmp_path):
        (diagnostic,) = [each for each in validate(paths) if each.severity == "error"]
        assert (diagnostic.path, diagnostic.line, diagnostic.column) == (str(path), 8, 9)
        assert (diagnostic.severity, diagnostic.code) == ("error", "wrong-value")
        assert "many" in diagnostic.message
