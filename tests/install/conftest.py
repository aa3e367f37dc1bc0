"""pipx and uv are not in the environment of the other tests: `pip install ".[install]"`, then `pytest tests/install`."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("pipx") and find_spec("uv") else ["test_without_a_clone.py"]
