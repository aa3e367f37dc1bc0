"""clear cti and clear voice: counters and sessions that the simulated router does not have."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.command import Line, exec_command


@exec_command
def clear_cti_session(line: Line) -> None:
    """Ends CTI sessions; simulated phones have none."""


@exec_command
def clear_voice_fac_statistics(line: Line) -> None:
    """Clears the counters of calls without a forced authorization code; simulated calls need none."""


@exec_command
def clear_voice_lpcor_statistics(line: Line) -> None:
    """Clears the counters of calls that a policy refused; the simulated router refuses none."""


@exec_command
def clear_voice_moh_group_statistics(line: Line) -> Iterator[str]:
    """Clears the statistics of music on hold groups; the simulated router counts none."""
    yield "All moh group stats are cleared"
