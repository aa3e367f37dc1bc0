"""ntc-templates reads show version, show clock and show users."""

from __future__ import annotations

import pytest

from tests.interop.support import SAMPLES, rows, sample


@pytest.mark.parametrize("name", SAMPLES)
def test_show_version(name: str) -> None:
    router = sample(name)
    (row,) = rows(router, "show version")
    assert row["hostname"] == router.hostname
    assert row["version"] == "15.7(3)M8"
    assert row["config_register"] == "0x2102"
