"""setup: the System Configuration Dialog."""

from __future__ import annotations

import pytest

from iossim import Router
from iossim.session import Session

CONTINUE = "Continue with configuration dialog? [yes/no]: "
SELECTION = "Enter your selection [2]: "
PASSWORDS = ("Lantern42", "Rope17", "Beacon9")
INTERFACE = "management network from the above interface summary: "


def asked(*answers: str, text: str | None = None) -> Session:
    """A session that has begun the dialogue and given some answers."""
    user = (Router() if text is None else Router.from_text(text)).session()
    user.execute("setup")
    for answer in answers:
        user.execute(answer)
    return user


def test_it_may_be_given_up() -> None:
    user = Router().session()
    assert "--- System Configuration Dialog ---" in user.execute("setup")
    assert user.prompt == CONTINUE
    assert user.execute("perhaps") == "% Please answer 'yes' or 'no'.\n"
    assert user.execute("") == "% Please answer 'yes' or 'no'.\n"
    assert user.execute("no") == ""
    assert user.prompt == "Router#"
    assert not user.router.modified


def test_the_basic_setup_is_saved() -> None:
    user = asked("yes", "yes", "Quay", *PASSWORDS, "no", "gigabitethernet0/1", "", "10.1.2.3")
    shown = user.execute("255.255.255.0")
    assert shown.startswith(
        "    Class A network is 10.0.0.0, 24 subnet bits; mask is /24\n\nThe following configuration command script"
    )
    secret = next(line for line in shown.splitlines() if line.startswith("enable secret 5 $1$"))
    assert "Lantern42" not in shown
    assert (
        f"hostname Quay\n{secret}\nenable password Rope17\nline vty 0 4\npassword Beacon9\nno snmp-server\n!\n!\n"
        "interface Embedded-Service-Engine0/0\nshutdown\nno ip address\n!\ninterface GigabitEthernet0/0\nshutdown\nno ip address\n!\n"
        "interface GigabitEthernet0/1\nno shutdown\nip address 10.1.2.3 255.255.255.0\nno mop enabled\n!\n"
        "interface GigabitEthernet0/2\nshutdown\nno ip address\n!\nend\n"
    ) in shown
    assert user.prompt == SELECTION
    assert user.execute("") == (
        "Building configuration...\n[OK]\nUse the enabled mode 'configure' command to modify this configuration.\n"
    )
    text = user.router.nvram.read() or ""
    for line in ("hostname Quay", secret, "enable password Rope17", " password Beacon9", " ip address 10.1.2.3 255.255.255.0"):
        assert f"\n{line}\n" in text
    assert user.prompt == "Quay#"


def test_the_name_has_a_default_and_the_secret_has_none() -> None:
    user = asked("y", "y", "")
    assert user.prompt == "  Enter enable secret: "
    assert user.execute("") == "% No defaulting allowed\n"
    assert user.prompt == "  Enter enable secret: "


def test_the_password_should_differ_from_the_secret() -> None:
    user = asked("y", "y", "", "same")
    assert user.execute("same") == "% Please choose a password that is different from the enable secret\n"
    user.execute("same")
    assert user.prompt == "  Enter virtual terminal password: "
    for answer in ("vty", "n", "GigabitEthernet0/0", "n"):
        user.execute(answer)
    assert user.execute("2").startswith(
        "The enable password you have chosen is the same as your enable secret.\n"
        "This is not recommended.  Re-enter the enable password.\nBuilding configuration...\n"
    )


@pytest.mark.parametrize(("answers", "community"), [(("", ""), "public"), (("yes", "quay-ro"), "quay-ro")])
def test_snmp(answers: tuple[str, ...], community: str) -> None:
    user = asked("y", "y", "", *PASSWORDS, *answers, "GigabitEthernet0/0")
    assert f"\nsnmp-server community {community}\n" in user.execute("no")


def test_an_interface_must_be_one_of_the_router() -> None:
    user = asked("y", "y", "", *PASSWORDS, "no")
    assert user.prompt == INTERFACE
    assert user.execute("") == "% No defaulting allowed\n\nEnter interface name used to connect to the\n"
    for name in ("GigabitEthernet9/9", "Loopback0", "GigabitEthernet0/0.10", "x" * 400):
        assert user.execute(name) == "% Invalid interface name\n\nEnter interface name used to connect to the\n"
    assert user.prompt == INTERFACE
    assert "Configuring interface GigabitEthernet0/2:\n" in user.execute("GigabitEthernet0/2")


@pytest.mark.parametrize("address", ["1203210321", "255.255.255.128", "224.0.0.1", "127.0.0.1", "0.0.0.1", "10.1.1", "x"])
def test_a_bad_address(address: str) -> None:
    user = asked("y", "y", "", *PASSWORDS, "no", "GigabitEthernet0/0", "yes")
    assert user.execute("") == ""
    assert user.execute(address).startswith("% Bad Internet address.\n")
    assert user.prompt == "    IP address for this interface: "


@pytest.mark.parametrize(
    ("address", "usual", "bad"),
    [
        ("10.0.0.1", "255.0.0.0", "255.0.255.0"),
        ("172.16.0.1", "255.255.0.0", "255.0.0.0"),
        ("192.168.0.2", "255.255.255.0", "255.255.255.255"),
        ("192.168.0.2", "255.255.255.0", "24"),
    ],
)
def test_a_bad_mask(address: str, usual: str, bad: str) -> None:
    user = asked("y", "y", "", *PASSWORDS, "no", "GigabitEthernet0/0", "yes", address)
    assert user.prompt == f"    Subnet mask for this interface [{usual}] : "
    assert user.execute(bad).startswith("% Bad subnet mask.\n")
    user.execute(address)
    assert f"ip address {address} {usual}\n" in user.execute("")


def test_the_old_address_is_the_default() -> None:
    text = "interface GigabitEthernet0/0\n ip address 10.9.0.1 255.255.255.128\ninterface GigabitEthernet0/0.5\ninterface Loopback0\nend\n"
    user = asked("y", "n", "y", "", *PASSWORDS, "no", "", "", "", text=text)
    assert user.prompt == "Do you want to configure GigabitEthernet0/0  interface? [yes]: "
    user.execute("")
    assert user.prompt == "  Configure IP on this interface? [yes]: "
    user.execute("")
    assert user.prompt == "    IP address for this interface [10.9.0.1]: "
    user.execute("")
    assert user.prompt == "    Subnet mask for this interface [255.255.255.128] : "
    assert "ip address 10.9.0.1 255.255.255.128\n" in user.execute("")
    assert user.prompt == SELECTION


def test_the_extended_setup_asks_about_every_interface_and_protocols() -> None:
    user = asked("y", "n")
    assert "Interface                  IP-Address" in user.execute("")
    for answer in ("", *PASSWORDS, "no", "y", "y", "y"):
        user.execute(answer)
    assert user.prompt == "Do you want to configure Embedded-Service-Engine0/0  interface? [no]: "
    for answer in ("", "yes", "yes", "172.16.5.1", "255.255.255.0", "yes", "yes", "no", "yes"):
        user.execute(answer)
    shown = user.execute("no")
    assert "no snmp-server\n!\nip routing\nbridge 1 protocol ieee\n!\n" in shown
    assert "no shutdown\nip address 172.16.5.1 255.255.255.0\nbridge-group 1\nno mop enabled\n" in shown
    assert "interface GigabitEthernet0/1\nno shutdown\nno ip address\nbridge-group 1\nno mop enabled\n" in shown
    assert "router rip\nnetwork 172.16.0.0\n!\nend\n" in shown
    user.execute("2")
    assert "router rip\n network 172.16.0.0\n" in user.router.running_config


def test_without_ip_no_interface_is_asked_for_an_address() -> None:
    user = asked("y", "n", "n", "", *PASSWORDS, "no", "no", "no", "yes", "yes", "yes")
    shown = user.execute("no")
    assert "no ip routing\nno bridge 1\n" in shown
    assert "ip address 1" not in shown
    assert "router rip" not in shown


def test_an_address_that_overlaps_is_refused_when_it_is_entered() -> None:
    user = asked("y", "n", "n", "", *PASSWORDS, "no", "yes", "no", "no", "no")
    for answer in ("y", "y", "192.168.3.200", "", "y", "y", "192.168.3.201", "", "n"):
        user.execute(answer)
    assert user.execute("2").startswith("% 192.168.3.0 overlaps with GigabitEthernet0/0\n")
    assert "192.168.3.201" not in user.router.running_config


@pytest.mark.parametrize(("choice", "prompt"), [("0", "Router#"), ("1", CONTINUE), ("7", SELECTION), ("22", SELECTION)])
def test_other_choices_save_nothing(choice: str, prompt: str) -> None:
    user = asked("yes", "yes", "Quay", *PASSWORDS, "no", "GigabitEthernet0/0", "no", choice)
    assert user.prompt == prompt
    assert not user.router.modified
    assert user.router.nvram.read() is None


def test_ctrl_c_leaves_it_at_any_prompt() -> None:
    user = asked("yes", "yes", "Quay", "secret")
    assert user.interrupt() == ""
    assert user.prompt == "Router#"
    assert not user.router.modified


def test_over_http_nobody_is_asked() -> None:
    user = Router().session(line="http")
    assert "--- System Configuration Dialog ---" not in user.execute("setup")
    assert not user.asking
