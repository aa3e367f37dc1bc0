"""The tests of `iossim validate --dask`, in an environment with the extra `dask` (the extra `editors` has it)."""

from __future__ import annotations

from importlib.util import find_spec

#: 2026-11-29: Dask takes 44 MB; the gate installs it in the environment of its step Editors.
collect_ignore_glob = [] if find_spec("distributed") is not None else ["test_*.py"]
