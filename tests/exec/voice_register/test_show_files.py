"""The files that SIP phones fetch."""

from __future__ import annotations

from tests.exec.support import session


def test_the_files_of_sip_phones() -> None:
    user, _ = session()
    assert "\n  Generate text file is disabled\n  OS79XX.TXT is not created\n" in user.execute("show voice register global")
    for line in ("configure terminal", "voice register global", "create profile", "end"):
        user.execute(line)
    stamp = "0001795435200000"
    assert f"\n  Tftp files are created, current syncinfo {stamp}\n" in user.execute("show voice register global")
    assert f"\n create profile sync {stamp}\n" in user.router.running_config
    for line in ("configure terminal", "voice register global", "no create profile", "end"):
        user.execute(line)
    assert "create profile" not in user.router.running_config
