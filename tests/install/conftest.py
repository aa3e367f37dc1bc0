"""pipx, pre-commit and uv are not in the environment of the other tests: `pip install ".[install]"`, then `pytest tests/install`."""

from importlib.util import find_spec

collect_ignore = [] if all(find_spec(name) for name in ("pipx", "pre_commit", "uv")) else ["test_without_a_clone.py"]
