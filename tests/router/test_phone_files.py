"""create cnf-files: its message and its stamp, before and after somebody sets the clock."""

from __future__ import annotations

from iossim.session import Session
from tests.router.support import office

NOT_SET = "CNF-FILES: Clock is not set or synchronized, retaining old versionStamps\nCNF files updating complete\n"


def _create(session: Session) -> str:
    session.enter_configuration()
    session.execute("telephony-service")
    output = session.execute("create cnf-files")
    session.execute("end")
    return output


def test_before_the_clock_is_set() -> None:
    router, _ = office()
    assert _create(router.session()) == NOT_SET
    assert "\n create cnf-files version-stamp Jan 01 2002 00:00:00\n" in router.running_config


def test_after_the_clock_is_set() -> None:
    router, time = office()
    session = router.session()
    session.execute("clock set 09:05:00 7 May 2026")
    time.passes(3)
    assert _create(session) == "Creating CNF files\n"
    assert "\n create cnf-files version-stamp May 07 2026 09:05:03\n" in router.running_config
    time.passes(60)
    assert _create(session) == "Creating CNF files\n"
    assert router.running_config.count("version-stamp") == 1
    assert "\n create cnf-files version-stamp May 07 2026 09:06:03\n" in router.running_config


def test_no_files() -> None:
    router, _ = office()
    session = router.session()
    _create(session)
    session.enter_configuration()
    session.execute("telephony-service")
    assert session.execute("no create cnf-files") == ""
    assert "version-stamp" not in router.running_config


def test_the_setup_dialogue_says_the_same() -> None:
    router, _ = office("hostname R1\nend\n")
    session = router.session()
    session.execute("clock set 09:05:00 7 May 2026")
    session.enter_configuration()
    session.execute("telephony-service setup")
    for answer in ("no", "yes", "10.1.0.1", "", "0", "no", "", "", "", "no", "no"):
        session.execute(answer)
    assert session.execute("no") == "\nCreating CNF files\n---- Setup completed config ----\n\n"
