"""After the lines of `iossim diff` were typed, hier_config finds nothing more to do, but for what a router refuses."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.validate.comparison import compare
from tests.interop.support import sample
from tests.interop.test_hier_config import PAIRS, lines, remediation

#: The beginnings of what one of the sample routers has in its hardware and another has not.
_HARDWARE = ("interface ", "no interface ", "voice-port ", "no voice-port ", "network-clock-participate", "voice-card")


def _typed(old: str, typed: list[str]) -> Router:
    router = Router.from_text(old)
    session = router.session()
    session.execute("configure terminal")
    for line in typed:
        session.run(line)
    return router


@pytest.mark.parametrize("pair", PAIRS, ids=" to ".join)
def test_hier_config_finds_nothing_more_to_do(pair: tuple[str, str]) -> None:
    old, new = (sample(name).running_config for name in pair)
    comparison = compare(old, new)
    router, wanted = _typed(old, comparison.lines), Router.from_text(new)
    if not comparison.left:
        assert lines(router) == lines(wanted)
        assert [line for line in remediation(router, wanted) if line.strip()] == []
    else:
        headers = [line for line in comparison.left if not line.startswith(" ") and "dial-peer" not in line]
        assert [line for line in headers if not line.startswith(_HARDWARE)] == []


def test_the_lines_are_not_more_than_those_of_hier_config() -> None:
    ours = theirs = 0
    for first, second in PAIRS:
        old, new = sample(first), sample(second)
        ours += sum(line.strip() not in ("", "exit") for line in compare(old.running_config, new.running_config).lines)
        theirs += len(remediation(old, new))
    assert ours < 1.1 * theirs
