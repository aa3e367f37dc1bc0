"""The files for continuous integration: checked by the schemas of their forges; the hooks run by pre-commit itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from docs.recordings import RECORD, pre_commit_run
from tests.cluster.support import PROJECT

PROGRAMS = Path(sys.executable).parent


@pytest.mark.parametrize(("schema", "file"), [("github-actions", "action.yml"), ("gitlab-ci", "ci/gitlab.yml")])
def test_a_file_for_a_forge_fits_its_schema(schema: str, file: str, tmp_path: Path) -> None:
    command = [str(PROGRAMS / "check-jsonschema"), "--builtin-schema", f"vendor.{schema}"]
    assert subprocess.run([*command, str(PROJECT / file)]).returncode == 0
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((PROJECT / file).read_text().replace("runs:", "run:").replace("script:", "scripts:"))
    assert subprocess.run([*command, str(wrong)]).returncode == 1


def test_the_hooks_fit_the_schema_of_pre_commit() -> None:
    ended = subprocess.run([PROGRAMS / "pre-commit", "validate-manifest", PROJECT / ".pre-commit-hooks.yaml"])
    assert ended.returncode == 0


@pytest.mark.skipif(not (PROJECT / ".git").exists(), reason="2026-11-29: pre-commit clones a repository; a source archive is none")
def test_pre_commit_runs_the_hooks_as_the_page_shows(tmp_path: Path) -> None:
    status, output = pre_commit_run(tmp_path)
    if "CalledProcessError" in output and ("Could not find a version" in output or "ConnectionError" in output):
        pytest.skip("2026-11-29: pre-commit installs by pip, which needs a network")
    assert status == 1
    assert f"$ pre-commit run --all-files\n{output}" == RECORD.read_text(encoding="utf-8")
    assert (tmp_path / "branch.cfg").read_text(encoding="utf-8").startswith("hostname Branch\n!\ntelephony-service\n")
