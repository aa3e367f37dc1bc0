"""Text in a file that is not configuration: router output, EXEC commands, prompts before commands, marks that terminals leave."""

from __future__ import annotations

import re
from functools import lru_cache

from iossim.escape import forbidden, without_forbidden

#: Router output: a pattern for the whole line, and a sample of it.
OUTPUT: tuple[tuple[str, str], ...] = (
    (
        r"(\d+: )?([*.]?(\d{4} )?[A-Z][a-z]{2} +\d+ [\d: ]+(\.\d+)?( [A-Za-z]+)?|\d+:\d\d:\d\d|\d+[wd]\d+[dh]): ?"
        r"%[A-Z0-9_-]{1,64}-\d-[A-Z0-9_]{1,64}:.*",
        "*Nov 23 12:00:00.123: %SYS-5-CONFIG_I: Configured from console by console",
    ),
    (r"%[A-Z0-9_-]{1,64}-\d-[A-Z0-9_]{1,64}:.*", "%LINEPROTO-5-UPDOWN: Line protocol on Interface Serial0, changed state to up"),
    (r"Building configuration\.\.\.", "Building configuration..."),
    (r"Current configuration\s*:.*", "Current configuration : 3781 bytes"),
    (r"Using \d+ (out of \d+ )?bytes.*", "Using 3781 out of 262136 bytes"),
    (r"startup-config is not present", "startup-config is not present"),
    (r"Enter configuration commands, one per line\..*", "Enter configuration commands, one per line.  End with CNTL/Z."),
    (r"Configuring from terminal, memory, or network \[.*", "Configuring from terminal, memory, or network [terminal]?"),
    (r"\[OK\]", "[OK]"),
    (r".{0,60}\[confirm\]", "Proceed with reload? [confirm]"),
    (r"Password:.{0,60}", "Password: "),
    (r"login as:.{0,60}", "login as: admin"),
    (r"\S{1,60}'s password:.{0,60}", "admin@192.0.2.1's password:"),
    (r"Using (keyboard-interactive authentication|username \".*\")\.", "Using keyboard-interactive authentication."),
    (
        r"(Keyboard-interactive authentication|End of keyboard-interactive) prompts from server:?.*",
        "End of keyboard-interactive prompts from server",
    ),
    (r"(Further )?authentication required", "Further authentication required"),
    (r"Access denied", "Access denied"),
    (r"Trying \S{1,60}( .*)?", "Trying 192.0.2.1 ... Open"),
    (r"Connected to \S{1,60}", "Connected to 192.0.2.1."),
    (r"Escape character is .*", "Escape character is '^]'."),
    (r"\[?Connection to .{1,60} closed.*", "[Connection to 192.0.2.1 closed by foreign host]"),
    (r".{0,120}\[yes/no\] ?[:?].{0,20}", "% Do you accept this certificate? [yes/no]: yes"),
    (r"Enter the base 64 encoded .*", "Enter the base 64 encoded CA certificate."),
    (r"End with a blank line or the word .quit. .*", 'End with a blank line or the word "quit" on a line by itself'),
    (r"Certificate has the following attributes:", "Certificate has the following attributes:"),
    (r"Fingerprint (MD5|SHA1|SHA256): .*", "Fingerprint MD5: 00112233 44556677 8899AABB CCDDEEFF"),
    (r"(Trustpoint CA certificate accepted|% .{0,40}certificate successfully imported).*", "Trustpoint CA certificate accepted."),
    (r"The name for the keys will be: .*", "The name for the keys will be: R1.example.com"),
    (r"Choose the size of the key modulus .*|(General|Special) Purpose Keys\. .*|a few minutes\.", "a few minutes."),
    (r"How many bits in the modulus \[.*", "How many bits in the modulus [512]: 1024"),
    (r"% (Generating|The key modulus size is) \d+ .*", "% Generating 1024 bit RSA keys, keys will be non-exportable..."),
    (r"\[OK\] \(elapsed time was .*", "[OK] (elapsed time was 2 seconds)"),
    (r"Username: ?", "Username:"),
    (r"User Access Verification", "User Access Verification"),
    (r"% ?(Bad (secrets|passwords)|Login invalid|Authentication failed)", "% Bad passwords"),
    (r"(Destination|Source) filename \[.*", "Destination filename [startup-config]?"),
    (r".* con0 is now available", "Router con0 is now available"),
    (r"Press RETURN to get started.*", "Press RETURN to get started."),
    (r"Translating \".*", 'Translating "conft"...domain server (255.255.255.255)'),
    (r"% ?(Invalid input|Incomplete command|Ambiguous command|Unknown command).*", "% Invalid input detected at '^' marker."),
    (r"(?-i:% ?[A-Z]|%[a-z]).{3,}", "% NOTE: This new crypto map will remain disabled until a peer"),
    (r"default .{1,80} <cr> not allowed on \S+ interface", "default bridge-group 1 <cr> not allowed on Dot11Radio0 interface"),
    (r"(?-i:[a-z])=\S.{0,250}", "c=IN IP4 192.0.2.1"),  # the description of a session in a message of SIP
    (r"(?-i:[A-Z]{3,12}) sips?:\S+ SIP/2\.0|SIP/2\.0 \d{3}.{0,80}", "BYE sip:1001@192.0.2.1:5060 SIP/2.0"),
    (r"(\S+ ){0,4}[a-z_]+:\S+( .{0,40})?( [a-z_]+:\S+){2}.{0,200}", "dur 00:01:02 tx:0/0 rx:0/0 dscp:0 media:0"),
    (r"and a valid access list have been configured\.", "and a valid access list have been configured."),
    (r"(Standby|Active) router is .*", "Standby router is unknown"),
    (r"Virtual (IP|MAC) address is .*", "Virtual IP address is 192.0.2.1"),
    (r"\^[ZC]?", "^"),
    (r"yes|or|and", "yes"),
    (
        r"bash|plaintext|css|kotlin|pgsql|vbnet|arduino|yaml|(copy|edit) code",
        "bash",
    ),  # a page copied with the language of its blocks
    (
        r"(Reply from \S+:|Pinging \S|Request timed out|Ping statistics for|Packets: Sent =|Minimum =|Approximate round).*",
        "Reply from 192.0.2.1: bytes=32 time<1ms TTL=255",
    ),
    (r"[A-Z]:\\[^>]{0,60}>.*", "C:\\>ping 192.0.2.1"),
    (r"via \S+, .*", "via 192.0.2.1, GigabitEthernet0/0"),
    (r"ephone-\d+(\[\d+\])? .*Mac:.*", "ephone-1[0] Mac:0011.2233.4455 TCP socket:[1] activeLine:0"),
    (r"Gateway of last resort .*", "Gateway of last resort is not set"),
    (r"Creating CNF files.*", "Creating CNF files"),
    (r"Interface \S+ set to default configuration", "Interface GigabitEthernet0/0 set to default configuration"),
    (r"(?-i:(Step|Task|Part|Phase|Lab|Exercise|Chapter|Figure|Table|Day|Question)) ?\d.{0,160}", "Step 2 - Configure the phones"),
    (r"[-=_*#~+]{3,}", "----------"),
    (r"(`{3,}|~{3,}) ?[A-Za-z-]{0,20}", "```shell"),
    (
        r"(Cisco IOS Software|Technical Support: http|Copyright \(c\) .* Cisco Systems|Compiled .* by ).*",
        "Cisco IOS Software, Version 15.7(3)M3",
    ),
    # Titles and sentences of a text with commands in it; what follows them, indented or not, is no section of theirs.
    (r"(?-i:[^\W\d_a-z])[^:]{0,160}:", "On the second router:"),
    (r"(?-i:[^\W\d_a-z])\S*( \S+){4,200}[.]", "The phones get their addresses from the router."),
    (r"[^\W\d_\x00-\x7f].*", "Über den zweiten Router:"),
)
_OUTPUT = re.compile("|".join(pattern for pattern, _ in OUTPUT), re.IGNORECASE)

#: EXEC commands, with their abbreviations, of a person who configures by hand: a pattern for the whole line, and a sample of it.
EXEC: tuple[tuple[str, str], ...] = (
    (r"conf(i(g(u(re?)?)?)?)?( +t(e(r(m(i(n(al?)?)?)?)?)?)?)?( +- +[^\W\d_].*)?", "conf t"),
    (r"en(a(b(le?)?)?)?( +1?\d)?", "enable 15"),
    (r"disa(b(le?)?)?", "disable"),
    (r"wr(i(te?)?)?( +(m(em(o(ry?)?)?)?|t(er(m(inal)?)?)?))?", "write memory"),
    (r"logout|tclsh|tclquit", "logout"),
    (r"copy +(run|start|flash|nvram|tftp|ftp|scp|https?|usb|null|system)\S*( .*)?", "copy run start"),
    (r"(clear|erase|trace(r(o(u(te?)?)?)?)?|debug|telnet|clock +set) +\S.*", "clear counters"),
    (r"(dir|more|delete|verify|format)( +/\S+)* +\S+:\S*", "dir flash:"),
    (r"sh(ow?)? +\S.*", "show version"),
    (r"term(inal)? +(length|width|monitor|history)\b.*", "terminal length 0"),
    (r"(no +)?mon(itor)? +capture +\S.*", "monitor capture point start PORT"),
    (r"reload( +(in|at|cancel)\b.*)?", "reload"),
    (r"test +(voice|call|cable-diagnostics|aaa|crypto|isdn) +\S.*", "test voice port 0/1/0 detector m-lead on"),
    (r"ping( +\S.*)?|traceroute", "ping 192.0.2.1"),
    (r"(tracert|nslookup|ipconfig|arp -a|openssl)( +\S.*)?", "tracert 192.0.2.1"),
    (r"(un|no +)?debug +\S.*", "undebug all"),
)
_EXEC = re.compile("|".join(pattern for pattern, _ in EXEC), re.IGNORECASE)

#: `Router(config-line)#command`: the mode and the command; the name may be cut off, or end with the `#` of the EXEC.
_PROMPT = re.compile(
    r"(?:[A-Za-z0-9_.\-/:]{1,63}(?:[ #](?=\((?:conf|cfg)))?|(?=\((?:conf|cfg)))(\([A-Za-z0-9 _./:+-]{1,40}\))?[>#]\s*(.*)"
)
#: Prompts as people write them from memory, and those that a router has; `(conf-if0)` is one of an interface.
_SLIPS = {
    "(conf)": "(config)",
    "(config-range-if)": "(config-if-range)",
    "(config-int)": "(config-if)",
    "(conf-line)": "(config-line)",
}
_INTERFACE = re.compile(r"\(conf-if(?=[\d)])\d*|\(config-if\d+(?=\))")
#: `- **Router(config-line)#** command`: a prompt in a text with Markdown; the marks before it.
_MARKDOWN = re.compile(r"(?:(?:[-*+>|]|[^\x00-\x7f]+|\d{1,3}[.)]|[a-z][.)])\s+)*(?=[A-Za-z0-9_.\-/:]{1,63}(?:\([^()]{1,40}\))?#)")
#: EXEC commands whose output is a configuration, and not single lines of it.
_CONFIGURATION = re.compile(
    r"(?!.*\| *(inc?l?u?d?e?|exc?l?u?d?e?|count)\b)(do +)?(sh(ow?)? +(run|start|conf|arch\S* +conf)|wr(i(te?)?)? +t|more +\S+:).*",
    re.IGNORECASE,
)
#: The first and the last line of a block of base 64 text.
_PEM_BEGINS, _PEM_ENDS = re.compile(r"-----BEGIN [A-Z0-9 ]{1,40}-----"), re.compile(r"-----END [A-Z0-9 ]{1,40}-----")
_BASE64 = re.compile(r"(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])[A-Za-z0-9+/]{40,80}={0,2}")
#: The pager's prompt: ` --More-- `, `<--- More --->`.
_MORE = re.compile(r"\s*<?-+ ?More ?-+>?")
#: In files that have lost the backspaces: the number of blanks with which the router wiped the pager's prompt.
_WIPED = 9
#: A line in bold or italic letters, in a text with Markdown.
_EMPHASIS = re.compile(r"(\s*)(\*\*|[*_`])(?=[^\s*_`])(.*[^\s*_`])\2\s*")
#: Marks of a page in HTML before and after a line of a session.
_TAGS = r"(?:</?(?:pre|code|strong|b|em|span|p|br)(?: [^<>]{0,80})?/?>)+"
_TAG = re.compile(r"</?(?:pre|code|strong|b|em|span|p|br)\b")
_TAGGED = re.compile(rf"(\s*)(?:{_TAGS})?(.*?)(?:{_TAGS})?\s*")
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]+( +[0-9A-Fa-f]+)*")
_BYTE_ORDER_MARK = "\ufeff"
#: How a terminal shows the key Ctrl-Z, which ends configuration as `end` does.
_CTRL_Z = "^Z"
#: Lines of which it is remembered whether they are output, or have a prompt: a line is looked at as the line after another, too.
_REMEMBERED = 16


@lru_cache(maxsize=_REMEMBERED)
def is_noise(text: str) -> bool:
    """True if a line is output of a router, or a rule of dashes, and no command."""
    return _OUTPUT.fullmatch(text) is not None


def is_exec_command(text: str) -> bool:
    """True if a line is an EXEC command of a person who configures by hand (`enable`, `conf t`, `write memory`)."""
    return _EXEC.fullmatch(text) is not None


def is_certificate(text: str) -> bool:
    """True if a line may be one of a certificate: hexadecimal words."""
    return _HEXADECIMAL.fullmatch(text) is not None


@lru_cache(maxsize=_REMEMBERED)
def command_of(text: str) -> tuple[str, str] | None:
    """The mode in a prompt (`(config)`, "" in EXEC) and the command after it (`end` for Ctrl-Z); None if the line has no prompt."""
    if "#" not in text and ">" not in text:
        return None
    match = _PROMPT.fullmatch(text)
    if (
        match is None
        and "#" in text
        and (text[0] in "-*+>|`_" or text[1:2] in (")", ".") or text[0].isdigit() or not text[0].isascii())
    ):
        plain = text.replace("**", "").replace("`", "")
        marks = _MARKDOWN.match(plain)
        match = _PROMPT.fullmatch(plain, marks.end()) if marks is not None else None
    if match is None:
        return None
    mode = match[1] or ""
    command = match[2].rstrip()
    emphasis = _EMPHASIS.fullmatch(command) if command[:2] == "**" else None
    command = emphasis[3] if emphasis is not None else command
    return _SLIPS.get(mode) or _INTERFACE.sub("(config-if", mode), "end" if command == _CTRL_Z and mode else command


def prints_configuration(text: str) -> bool:
    """True if an EXEC command prints a configuration (`show running-config`), so that the lines after it are commands."""
    return _CONFIGURATION.fullmatch(text) is not None


def begins_pem(text: str) -> bool:
    """True if a line is the header of a certificate or key in base 64."""
    return _PEM_BEGINS.fullmatch(text) is not None


def is_base64(text: str) -> bool:
    """True if a line is one long word in base 64."""
    return _BASE64.fullmatch(text) is not None


def ends_pem(text: str) -> bool:
    """True if a line is the last one of a certificate or key in base 64."""
    return _PEM_ENDS.fullmatch(text) is not None


def without_marks(line: str) -> str:
    """The line as a terminal would show it: without byte-order mark, `--More--`, escapes and control characters."""
    emphasis = _EMPHASIS.fullmatch(line) if line.lstrip()[:1] in ("*", "_", "`") else None
    if emphasis is not None:
        line = emphasis[1] + emphasis[3]
    line = without_tags(line)
    if _is_clean(line):
        return line
    line = _ESCAPE.sub("", line.rstrip("\r")).replace("\t", " ")
    while "More" in line and (more := _MORE.match(line)) is not None:
        line = _after_pager(line[more.end() :])
    if "\x08" in line:
        line = _with_backspaces(line)
    return without_forbidden(line.replace(_BYTE_ORDER_MARK, ""))


def without_tags(line: str) -> str:
    """The line without marks of HTML around its text."""
    tagged = _TAGGED.fullmatch(line) if "<" in line and ">" in line else None
    return tagged[1] + tagged[2] if tagged is not None else line


def has_tags(text: str) -> bool:
    """True if a text has marks of HTML around lines."""
    return "<" in text and _TAG.search(text) is not None


def has_marks(line: str) -> bool:
    """True if a line has marks of a terminal, or control characters, before its end."""
    return "More" in line or forbidden(line.rstrip("\r")) >= 0


def _is_clean(line: str) -> bool:
    return line.isascii() and line.isprintable() and "More" not in line


def _after_pager(rest: str) -> str:
    """The line that the router printed after it had wiped its pager's prompt with backspaces or a carriage return, and blanks."""
    for mark in "\x08\r":
        if mark in rest:
            return rest.rpartition(mark)[2]
    text = rest.lstrip()
    return " " * max(0, len(rest) - len(text) - _WIPED) + text


def _with_backspaces(line: str) -> str:
    """The line that a terminal shows when backspaces move the cursor and later characters overwrite earlier ones."""
    cells: list[str] = []
    at = 0
    for character in line:
        if character == "\x08":
            at = max(0, at - 1)
        else:
            cells[at : at + 1] = [character]
            at += 1
    return "".join(cells)
