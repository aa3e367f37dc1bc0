"""Warnings of other people's libraries are their own affair."""

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

# Ansible has an environment of its own (extra `interop-ansible`), because it is larger than all other tools together.
_OTHERS = [file.name for file in Path(__file__).parent.glob("test_*.py") if file.name != "test_ansible.py"]
collect_ignore = [
    *([] if find_spec("ntc_templates") else _OTHERS),
    *([] if shutil.which("ansible-playbook") else ["test_ansible.py"]),
]
_FOLDER = Path(__file__).parent


def pytest_configure(config: pytest.Config) -> None:
    """Loads the plugin of this checkout where iossim is not installed."""
    if not config.pluginmanager.has_plugin("iossim"):
        config.pluginmanager.import_plugin("iossim.pytest_plugin")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if _FOLDER in item.path.parents:
            item.add_marker(pytest.mark.filterwarnings("ignore"))
