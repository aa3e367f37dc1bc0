"""ntc-templates reads show isdn status, its only template for the commands of a voice gateway."""

from __future__ import annotations

import pytest

from tests.interop.support import SAMPLES, rows, sample

#: Routers on which the template reads no row, by command.
REASONS = {"show isdn status": "small-office.cfg and hotel.cfg have no ISDN interface"}


@pytest.mark.parametrize("name", SAMPLES)
def test_isdn_status(name: str) -> None:
    router = sample(name)
    text = router.running_config
    switch = next((line.split()[-1] for line in text.splitlines() if line.startswith("isdn switch-type")), "")
    interfaces = [line.split()[1] for line in text.splitlines() if line.startswith("interface Serial") and line.endswith(":23")]
    if not interfaces:
        assert router.session().execute("show isdn status") == "%No ISDN interfaces\n"
        return
    assert [(row["interface"], row["isdn_switchtype"]) for row in rows(router, "show isdn status")] == [(interfaces[0], switch)]


def test_the_sample_with_a_primary_rate_interface() -> None:
    (row,) = rows(sample("sccp-office.cfg"), "show isdn status")
    assert (row["interface"], row["isdn_switchtype"], row["l1_status"]) == ("Serial0/0/0:23", "primary-ni", "DEACTIVATED")
    assert (row["l2_state"], row["l3_active_calls"], row["l2_discards"]) == ("TEI_ASSIGNED", "0", "0")
    assert row["free_channel_mask"] == "0x800000FF", "the group has the timeslots 1-8; 24 carries signaling"
