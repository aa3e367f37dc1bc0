"""The Tcl shell: EXEC commands, texts, files, and lines that are none of these."""

from __future__ import annotations

from iossim import Router
from iossim.session import Session


def shell() -> tuple[Router, Session]:
    """A session in the Tcl shell."""
    router = Router()
    session = router.session()
    assert session.execute("tclsh") == ""
    assert session.prompt == "Router(tcl)#"
    return router, session


def test_exec_commands_and_the_way_out() -> None:
    _, session = shell()
    assert session.execute("show privilege") == "Current privilege level is 15\n"
    assert session.execute("") == ""
    assert session.prompt == "Router(tcl)#"
    assert session.execute("tclquit") == ""
    assert session.prompt == "Router#"


def test_puts() -> None:
    _, session = shell()
    assert session.execute('puts "two words"') == "two words\n"
    assert session.execute("puts {two words}") == "two words\n"
    assert session.execute("puts word") == "word\n"


def test_a_file_of_several_lines() -> None:
    router, session = shell()
    assert session.execute('puts [open "flash:a.cfg" w+] {hostname R1') == ""
    assert session.prompt == "+>"
    session.execute("banner motd {")
    session.execute("in braces }")
    assert session.prompt == "+>"
    assert session.execute("end}") == ""
    assert session.prompt == "Router(tcl)#"
    assert router.flash.read(("a.cfg",)) == b"hostname R1\nbanner motd {\nin braces }\nend\n"


def test_a_file_is_replaced_or_added_to() -> None:
    router, session = shell()
    for how, text in (("w", "one"), ("a", "two"), ("w+", "three"), ("a+", "four")):
        session.execute(f'puts [open "flash:x" {how}] {text}')
    assert router.flash.read(("x",)) == b"three\nfour\n"


def test_a_file_that_cannot_be_written() -> None:
    _, session = shell()
    assert session.execute('puts [open "tftp://10.0.0.1/x" w+] text').startswith("couldn't open")
    assert session.execute('puts [open "flash:../x" w+] text').startswith("couldn't open")
    assert session.prompt == "Router(tcl)#"


def test_a_question_of_a_command_comes_first() -> None:
    router, session = shell()
    session.execute("copy running-config flash:y")
    assert session.prompt == "Destination filename [y]? "
    session.execute("")
    assert session.prompt == "Router(tcl)#"
    assert router.flash.find(("y",)) is not None


def test_what_is_no_command() -> None:
    _, session = shell()
    assert session.execute("set x 1") == 'invalid command name "set"\n'
    assert session.execute("}}}") == 'invalid command name "}}}"\n'
    assert session.prompt == "Router(tcl)#"


def test_ctrl_c_leaves() -> None:
    _, session = shell()
    session.execute("puts {open")
    session.interrupt()
    assert session.prompt == "Router#"


def test_a_text_without_end_is_dropped() -> None:
    _, session = shell()
    session.execute("puts {")
    for _ in range(1100):
        session.execute("x" * 1000)
        if session.prompt != "+>":
            break
    assert session.prompt == "Router(tcl)#"
