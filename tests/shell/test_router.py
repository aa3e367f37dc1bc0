"""The shell on a real router: from user EXEC into configuration and out again."""

from pathlib import Path

import pytest

from iossim import Router
from iossim.shell import run

TYPED = """enable
configure terminal
hostname R1
telephony-ser?
banner motd #
Who are you?
#
enable secret cisco^Z
disable
enable
cisco
show privilege
show version | include ^Z
exit
"""

SHOWN = """Router>enable
Router#configure terminal
Enter configuration commands, one per line.  End with CNTL/Z.
Router(config)#hostname R1
R1(config)#telephony-ser?
telephony-service

R1(config)#telephony-ser
R1(config)#banner motd #
Enter TEXT message.  End with the character '#'.
Who are you?
#
R1(config)#enable secret cisco^Z
R1#disable
R1>enable
Password:{blank}
R1#show privilege
Current privilege level is 15
R1#show version | include ^Z
R1#exit

R1 con0 is now available

Press RETURN to get started.

""".replace("{blank}", " ")


def test_a_session_on_the_console(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "session.txt"
    script.write_text(TYPED)
    assert run(Router(), script=str(script)) == 0
    lines = capsys.readouterr().out.splitlines(keepends=True)
    messages = [line for line in lines if "%SYS-5-CONFIG_I: Configured from console by console" in line]
    assert len(messages) == 1
    assert "".join(line for line in lines if line not in messages) == SHOWN
