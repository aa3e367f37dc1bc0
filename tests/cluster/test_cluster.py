"""`iossim validate --dask`: the results are those of one process, also when a worker is lost; messages where it cannot work."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from iossim.cli import main
from iossim.errors import ConfigurationError
from iossim.validate import Settings
from iossim.validate import cluster as validate_cluster
from iossim.validate.batches import checked_by
from iossim.validate.checking import checked_files
from iossim.validate.cluster import Cluster, check_packed, identity
from iossim.validate.sources import find_files
from tests.cluster.support import PROJECT, WITH, WITHOUT, LocalCluster, cluster, stop

SAMPLES = PROJECT / "sample-configs"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[LocalCluster]:
    """A cluster with two workers that have iossim."""
    with cluster(tmp_path, WITH, WITH) as local:
        yield local


def test_the_output_is_that_of_this_machine(
    two: LocalCluster, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(PROJECT)  # the workers have another working directory, and do not see the files by these names
    outputs = []
    for where in (["--jobs", "1"], ["--dask", two.address]):
        status = main(["validate", "--verbose", "--strict", *where, "sample-configs", "none.cfg"])
        outputs.append((status, capsys.readouterr()))
    assert outputs[0] == outputs[1]
    assert outputs[0][0] == 2
    assert len(outputs[0][1].out) > 40_000


def test_a_worker_that_is_killed_in_the_middle_costs_nothing(two: LocalCluster) -> None:
    files = [*find_files([SAMPLES])] * 30
    expected = [(file.path, file.lines, file.diagnostics) for file in checked_files(files, lambda _: Settings())]
    with Cluster(two.address) as workers:
        assert workers.count == 2
        checked = checked_by(workers, files, lambda _: Settings())
        results = [next(checked) for _ in range(10)]
        stop(two.workers[0])  # it has batches, and will not return them
        two.workers[0].kill()
        results += checked
    assert [(file.path, file.lines, file.diagnostics) for file in results] == expected
    assert two.workers[0].wait() == -9


def test_a_scheduler_that_is_lost_ends_the_check(two: LocalCluster, capsys: pytest.CaptureFixture[str]) -> None:
    files = [*find_files([SAMPLES])] * 30
    with Cluster(two.address) as workers:
        checked = checked_by(workers, files, lambda _: Settings())
        next(checked)
        two.scheduler.kill()
        two.scheduler.wait()
        with pytest.raises(ConfigurationError, match="was lost"):
            list(checked)
    assert capsys.readouterr().err == ""


def test_workers_without_iossim(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with cluster(tmp_path, WITH, WITHOUT) as local:
        assert main(["validate", "--dask", local.address, str(SAMPLES)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "lacks iossim, or has another version: ModuleNotFoundError: No module named 'iossim'" in shown.err
    assert shown.err.startswith("iossim: the Dask worker tcp://127.0.0.1:")
    assert shown.err.count("\n") == 1


def test_a_worker_without_iossim_that_comes_later(tmp_path: Path) -> None:
    with cluster(tmp_path, WITH) as local, Cluster(local.address) as workers:
        workers._client.run(_forget_iossim)
        with pytest.raises(ConfigurationError, match="a Dask worker lacks iossim"):
            list(checked_by(workers, find_files([SAMPLES]), lambda _: Settings()))


def _forget_iossim() -> None:
    """Makes iossim a package that cannot be imported."""
    import sys

    for name in list(sys.modules):
        if name.partition(".")[0] == "iossim":
            del sys.modules[name]
    sys.path_importer_cache.clear()
    sys.path[:] = [each for each in sys.path if not Path(each, "iossim").is_dir()]


def test_workers_with_another_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text(
        "from importlib import metadata\nof = metadata.version\nmetadata.version = lambda name: '9.9' if name == 'iossim' else of(name)\n"
    )
    with cluster(tmp_path, {"PYTHONPATH": f"{other}:{PROJECT}"}) as local:
        assert main(["validate", "--dask", local.address, str(SAMPLES)]) == 2
    assert f"has iossim 9.9 instead of {identity()[0]}\n" in capsys.readouterr().err


def test_a_worker_compares_versions_itself() -> None:
    version, python, grammars = identity()
    assert check_packed(("9.9", python, grammars), []) == f"has iossim {version} instead of 9.9"
    assert check_packed((version, "2.7", grammars), []) == f"has Python {python} instead of 2.7"
    assert check_packed((version, python, "0"), []) == "has other grammars than iossim here"
    assert isinstance(check_packed(identity(), []), bytes)


def test_a_scheduler_without_workers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with cluster(tmp_path) as local:
        assert main(["validate", "--dask", local.address, str(SAMPLES)]) == 2
        assert capsys.readouterr() == ("", f"iossim: the Dask scheduler {local.address} has no workers\n")


def test_nobody_at_the_address(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(validate_cluster, "_PATIENCE", 1)
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))  # nobody listens
        address = f"tcp://127.0.0.1:{bound.getsockname()[1]}"
        assert main(["validate", "--dask", address, str(SAMPLES)]) == 2
    assert capsys.readouterr().err.startswith(f"iossim: the Dask scheduler {address} does not answer: OSError: ")


@pytest.mark.parametrize("address", ["nonsense", "foo:bar", "tcp://", "http://127.0.0.1:1", "a\nb"])
def test_an_address_that_is_none(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--dask", address, str(SAMPLES)]) == 2
    shown = capsys.readouterr().err
    assert "does not answer: " in shown
    assert shown.count("\n") == 1
