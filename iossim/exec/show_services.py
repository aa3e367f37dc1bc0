"""show commands of the services around the phones: certificates, DSP farms, CTI, trusted addresses."""

from __future__ import annotations

from iossim.exec.base import Line, Result, exec_command
from iossim.exec.phone_state import tag_of
from iossim.router.fields import field, is_set, mac_of, name_of, number


@exec_command
def show_sdspfarm(line: Line, sdspfarm_view: str = "", units: bool = False) -> Result:
    """The DSP farms that are configured; none is registered with the simulated router."""
    section = line.router.config.section("telephony_service")
    most, streams = number(section, "sdspfarm_units", "units", 0), 2 * number(section, "sdspfarm_transcode_sessions", "sessions", 0)
    lines = []
    if units:
        for command in section.all("sdspfarm_tag") if section is not None else ():
            lines += [
                f"mtp-{command.fields['tag']} Device:{command.fields['device']} TCP socket:[-1]  UNREGISTERED",
                "actual_stream:0 max_stream 0 IP:0.0.0.0  0  Unknown 0 keepalive 0  ",
            ]
        lines.append(f" max-mtps:{most}, max-streams:{streams}, alloc-streams:0, act-streams:0")
    elif sdspfarm_view == "summary":
        lines = [
            f"max-mtps:{most}, max-streams:{streams}, alloc-streams:0, act-streams:0",
            "  ID   MTP  State      CallID confID Usage                         Codec/Duration",
            "==== ===== ====== =========== ====== ============================= ==============",
        ]
    return "".join(f"{each}\n" for each in lines)


@exec_command
def show_capf_server(line: Line, capf_view: str) -> Result:
    """The server for the certificates of phones: its settings, and the strings to be entered at phones."""
    config = line.router.config
    if capf_view == "auth-string":
        rows = [
            (mac_of(phone).replace(".", ""), field(phone, "capf_auth_str", "auth_string")) for phone in config.sections("ephone")
        ]
        head = ["Authentication Strings for configured Ephones", "Mac-Addr        Auth-String", "--------        -----------"]
        return "\n".join([*head, *[f"{mac:<16}{string}" for mac, string in rows if string], ""])
    if capf_view == "sessions":
        return "Active CAPF Sessions\nPhone ID                State\n"
    section = config.section("capf_server")
    mode = {"auth-string": "Auth-String", "null-string": "Null-String"}
    kind = field(section, "auth_mode", "auth_mode_name") or "none"
    return "\n".join(
        [
            "CAPF Server Configuration Details",
            f"        Trustpoint for TLS With Phone: {field(section, 'trustpoint_label', 'trustpoint')}",
            f"        Trustpoint for CA operation: {field(section, 'cert_enroll_trustpoint', 'trustpoint')}",
            f"        Source Address: {field(section, 'source_addr', 'address') or '0.0.0.0'}",
            f"        Listening Port: {number(section, 'port', 'port', 3804)}",
            f"        Phone Key Size: {field(section, 'phone_key_size', 'key_size') or '1024'}",
            f"        Phone KeyGen Retries: {number(section, 'keygen_retry', 'retries', 3)}",
            f"        Phone KeyGen Timeout: {number(section, 'keygen_timeout', 'minutes', 30)} minutes",
            f"        Device Authentication Mode: {mode.get(kind, kind)}",
            "",
        ]
    )


@exec_command
def show_credentials(line: Line) -> Result:
    """The credentials server."""
    section = line.router.config.section("credentials")
    address = field(section, "ip_source_address", "address") or "0.0.0.0"
    port = number(section, "ip_source_address", "port", 2444)
    return f"Credentials IP: {address}\nCredentials PORT: {port}\nTrustpoint: {field(section, 'trustpoint', 'trustpoint')}\n"


@exec_command
def show_ctl_client(line: Line) -> Result:
    """The list of trusted servers."""
    section = line.router.config.section("ctl_client")
    lines = ["CTL Client Information", "-" * 29]
    lines += [
        f"        SAST {place} Certificate Trustpoint: {field(section, f'sast{place}_trustpoint', 'trustpoint')}"
        for place in (1, 2)
    ]
    lines.append("        List of Trusted Servers in the CTL")
    for command in section.all("server") if section is not None else ():
        function = str(command.fields["function"]).upper().removesuffix("-TFTP")
        lines.append(f"                {function:<8}{command.fields['address']!s:<16}{command.fields.get('trustpoint', '')}")
    return "\n".join([*lines, ""])


@exec_command
def show_cti(line: Line, cti_view: str) -> Result:
    """Computer telephony, of which simulated phones have none: no session, and no call that it follows."""
    config = line.router.config
    watched = [field(dn, "number", "number") for dn in config.sections("ephone_dn") if is_set(dn, "cti_watch")]
    match cti_view:
        case "gcid":
            return f"GCID                                 callIDs\n{'=' * 35}  {'=' * 17}\nno active GCID\n"
        case "call":
            columns = "DN         CallID GCID                                Calling    Called     State"
            ruler = "=========  ====== =================================== ========== ========== ====="
            return "\n".join([columns, ruler, *watched, ""])
        case "line-node":
            head = ["line dn             number of call instance", "================    ======================="]
            return "\n".join([*head, *[f"{each:<20}0" for each in watched], ""])
        case _:
            return ""


@exec_command
def show_ip_address_trusted_list(line: Line) -> Result:
    """Where calls are accepted from: dial peers with an address, and the list."""
    config = line.router.config
    service = config.section("voice_service_voip")
    state = "UP" if service is None or is_set(service, "ip_address_trusted_authenticate") else "DOWN"
    lines = [
        "IP Address Trusted Authentication",
        f" Administration State: {state}",
        f" Operation State:      {state}",
        "IP Address Trusted Call Block Cause: call-reject (21)",
        "VoIP Dial-peer IPv4 Session Targets:",
        "Peer Tag        Oper State      Session Target",
        "--------        ----------      --------------",
    ]
    for peer in config.sections("dial_peer_voice"):
        target = field(peer, "session_target", "target")
        if target.startswith("ipv4:"):
            lines.append(f"{tag_of(peer):<16}{'DOWN' if is_set(peer, 'shutdown') else 'UP':<16}{target}")
    lines.append("IP Address Trusted List:")
    trusted = service.section("ip_address_trusted_list") if service is not None else None
    lines += [f" {command.text}" for command in (trusted.entries.values() if trusted is not None else ())]
    return "\n".join([*lines, ""])


@exec_command
def show_voice_fac_statistics(line: Line) -> Result:
    """Calls that failed for want of an authorization code: none with simulated phones."""
    return "Voice FAC statistics for failure calls:\n  Total basic calls:             0\n  Total forward calls:           0\n"


@exec_command
def show_voice_register_hfs(line: Line) -> Result:
    """The server for the files of phones."""
    config = line.router.config
    service = config.section("telephony_service")
    on = is_set(service, "hfs_enable")
    port = number(service, "hfs_enable", "port", 6970)
    files = sum(1 for pool in config.sections("voice_register_pool") if name_of(pool))
    lines = [
        f"Fetch Service Enabled = {'Y' if on else 'N'}",
        f"   App enabled port = {port if on else 0}",
        f"   Use default port = {'Y' if port == 6970 else 'N'}",
        f"   Registered session-id = {19 if on else 0}",
        " ",
        f"Default home path = {field(service, 'hfs_home_path', 'path') or 'flash:/'}",
        "   Ongoing fetches from home = 0",
        " ",
        "HTTP File Server Bindings",
        f"   No. of bindings = {files}",
        f"   No. of url table entries = {files}",
        f"   No. of alias table entries = {files}",
    ]
    return "\n".join([*lines, ""])


@exec_command
def show_voice_register_credential(line: Line) -> Result:
    """The credential files; the simulated router does not read them, so that no user is in them."""
    section = line.router.config.section("voice_register_global")
    commands = section.all("authenticate_credential") if section is not None else []
    return "".join(f"file index {command.fields['tag']}, url {command.fields['url']}\n" for command in commands)


@exec_command
def show_voice_register_session_server(line: Line) -> Result:
    """The session servers; none has registered with the simulated router."""
    lines = []
    for section in line.router.config.sections("voice_register_session_server"):
        keepalive = number(section, "keepalive", "seconds", 300)
        lines.append(
            f"Feature server {tag_of(section)}, keepalive {keepalive}, register-uri {field(section, 'register_id', 'register_id')}"
        )
    return "".join(f"{each}\n" for each in lines)
