"""The agents of ephone-hunt groups."""

from __future__ import annotations

from tests.exec.support import session


def test_when_agents_were_last_on_the_phone() -> None:
    user, time = session("configure terminal", "ephone-hunt 2 longest-idle", "pilot 5960", "list 5001, 5003", "end")
    user.execute("simulate ephone all register")

    def stamps() -> list[str]:
        return [line.strip() for line in user.execute("show ephone-hunt 2").split("\n") if "on-hook" in line]

    user.execute("simulate ephone-dn 1 connected")
    user.execute("simulate ephone-dn 3 ringing")
    time.passes(75)
    user.execute("simulate ephone-dn 1 idle")
    assert stamps() == ["on-hook time stamp 75, off-hook agents=0", "on-hook time stamp 0, off-hook agents=1"]
    user.execute("simulate ephone-dn 3 idle")
    assert stamps()[1] == "on-hook time stamp 0, off-hook agents=0"
    for line in ("configure terminal", "ephone-hunt 2", "from-ring", "end"):
        user.execute(line)
    assert stamps()[1] == "on-hook time stamp 75, off-hook agents=0"
