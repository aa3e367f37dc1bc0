"""MkDocs is not in the environment of the other tests: `pip install -e ".[site]"`, then `pytest tests/site`."""

from importlib.util import find_spec

collect_ignore = [] if all(find_spec(name) for name in ("mkdocs", "material", "mkdocstrings", "playwright")) else ["test_site.py"]
