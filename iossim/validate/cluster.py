"""The workers of a Dask cluster, which check files like the processes of this machine.

The workers need iossim, in the same version; the scheduler needs Dask alone, since it only passes bytes on. Dask gives the work of a worker
that is lost to another one. This is the only module that knows Dask (the package `distributed`, extra `dask`).
"""

from __future__ import annotations

import logging
import pickle
import platform
from collections.abc import Callable
from types import TracebackType
from typing import Any

from iossim.errors import ConfigurationError
from iossim.escape import escaped
from iossim.failures import described
from iossim.language.grammars import grammar_folder
from iossim.language.index import texts_hash
from iossim.release import version
from iossim.validate.batches import Batch, Findings, check_batch

#: Seconds to wait for the scheduler.
_PATIENCE = 10
#: Results and their checks are pickled, which depends on the version of Python and of iossim, and on its grammars.
Identity = tuple[str, str, str]


def identity() -> Identity:
    """The versions of iossim and Python, and a hash of the grammars."""
    return version(), ".".join(platform.python_version_tuple()[:2]), texts_hash(grammar_folder())


def check_packed(client: Identity, batch: Batch) -> bytes | str:
    """Checks a batch in a worker; returns the pickled findings, or how this worker differs from the client."""
    return _difference(client, identity()) or pickle.dumps(check_batch(batch))


def _difference(client: Identity, worker: Identity) -> str:
    """The reason why results would not be equal; "" if they are."""
    for name, here, there in zip(("iossim", "Python"), client, worker, strict=False):
        if here != there:
            return f"has {name} {there} instead of {here}"
    return "has other grammars than iossim here" if client != worker else ""


class _Call:
    """A call that happens where it is unpickled: whoever passes the bytes on needs nothing of it."""

    def __init__(self, function: Callable[..., Any], *arguments: Any) -> None:
        self._function = function
        self._arguments = arguments

    def __reduce__(self) -> tuple[Any, ...]:
        return self._function, self._arguments


class Cluster:
    """The workers of a cluster.

    Life: a `with` statement, in which batches are submitted.

    Args:
        address: of the scheduler, such as `tcp://10.0.0.5:8786`.

    Attributes:
        count: threads of all workers when it was made.

    Raises:
        ConfigurationError: Dask is not installed; nobody answers at the address; there are no workers, or workers that would have
            other results.
    """

    def __init__(self, address: str) -> None:
        try:
            from distributed import Client
            from distributed.comm import resolve_address
        except ModuleNotFoundError as error:
            if error.name not in ("distributed", "dask"):
                raise
            raise ConfigurationError("a cluster needs Dask: install iossim[dask]") from error
        _silence()
        self._name = f"the Dask scheduler {escaped(address)}"
        try:
            resolve_address(address)  # a client that is given a wrong address takes its time to end
            self._client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except Exception as error:  # Dask raises many kinds, and none of them is a mistake of ours
            raise ConfigurationError(f"{self._name} does not answer: {described(error)}") from error
        try:
            self.count = self._ready()
        except BaseException:
            self._client.close(timeout=_PATIENCE)
            raise

    def _ready(self) -> int:
        """The number of threads of the workers, after all workers have been asked for their versions."""
        threads: dict[str, int] = self._client.nthreads()
        if not threads:
            raise ConfigurationError(f"{self._name} has no workers")
        here = identity()
        answers = self._client.run(pickle.loads, pickle.dumps(_Call(identity)), on_error="return")
        for worker, there in sorted(answers.items()):
            reason = _without_iossim(there) if isinstance(there, Exception) else _difference(here, there)
            if reason:
                raise ConfigurationError(f"the Dask worker {worker} {reason}")
        self._identity = here
        return sum(threads.values())

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close(timeout=_PATIENCE)  # the scheduler forgets what is under way

    def submit(self, batch: Batch) -> _Result:
        """Gives a batch to the cluster."""
        data = pickle.dumps(_Call(check_packed, self._identity, batch))
        return _Result(self._client, self._client.submit(pickle.loads, data, pure=False), self._name)

    submit_alone = submit  # Dask itself has tried several workers when it gives up


class _Result:
    """The findings of a batch that a cluster checks."""

    def __init__(self, client: Any, future: Any, name: str) -> None:
        self._client = client
        self._future = future
        self._name = name

    def result(self) -> list[Findings]:
        """Waits for the findings.

        Raises:
            ConfigurationError: the scheduler is lost, or a worker that came later would have other results.
            Exception: the work ended several workers, or has failed.
        """
        from concurrent.futures import CancelledError

        try:
            answer = self._future.result()
        except (ImportError, AttributeError) as error:
            raise ConfigurationError(f"a Dask worker {_without_iossim(error)}") from error
        except CancelledError as error:
            raise ConfigurationError(f"{self._name} was lost") from error
        if isinstance(answer, str):
            raise ConfigurationError(f"a Dask worker {answer}")
        findings: list[Findings] = pickle.loads(answer)
        return findings


def _silence() -> None:
    """Silences the log of Dask: its errors come as ours, in one line."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _without_iossim(error: Exception) -> str:
    return f"lacks iossim, or has another version: {described(error)}"
