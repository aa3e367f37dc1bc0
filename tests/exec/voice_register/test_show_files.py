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


_PHONES = (
    "configure terminal",
    "voice register global",
    "file text",
    "authenticate credential 3 flash:a.csv",
    "voice register session-server 2",
    "register-id NAME",
    "keepalive 60",
    "voice register dn 7",
    "number 2468",
    "voice register pool 4",
    "id mac 0011.2233.5504",
    "type 7905",
    "number 1 dn 7",
    "end",
)


def test_the_text_profile_of_a_phone() -> None:
    user, _ = session(*_PHONES)
    text = user.execute("show voice register profile text 4")
    assert text.startswith("Pool Tag: 4\n#txt\n AutoLookUp:0\n DirectoriesUrl:0\n CallWaiting:")
    assert "\n CallForwardNumber:0\n Conference:1\n AttendedTransfer:1\n BlindTransfer:1\n" in text
    assert text.endswith(" SIPRegOn:1\n UseTftp:1\n UseLoginID:0\n UIPassword:0\n NTPIP:0.0.0.0\n UID:2468\n")


def test_other_phones_have_no_text_profile() -> None:
    user, _ = session(*_PHONES)
    assert user.execute("show voice register profile text 1") == ""
    assert user.execute("show voice register profile text 99") == ""
    user.run("configure terminal")
    user.run("voice register global")
    user.run("no file text")
    user.run("end")
    assert user.execute("show voice register profile text 4") == ""


def test_credential_files_and_session_servers() -> None:
    user, _ = session(*_PHONES)
    assert user.execute("show voice register credential") == "file index 3, url flash:a.csv\n"
    assert user.execute("show voice register session-server") == "Feature server 2, keepalive 60, register-uri NAME\n"
