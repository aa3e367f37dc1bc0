"""The settings of a dial peer, as show dial-peer voice and show dialplan number print them."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.text import enabled
from iossim.router.fields import field, is_set, number
from iossim.router.voice import DialPeer

#: The bytes of voice in a packet, by codec.
_PAYLOADS = {"g711ulaw": 160, "g711alaw": 160, "g722-64": 160, "ilbc": 38, "g723r53": 20, "g723r63": 24, "gsmfr": 33}
_DEFAULT_PAYLOAD = 20
#: Settings of SIP for a dial peer that are left to the voice service.
_VOICE_CLASS_SIP = (
    "url", "tel-config url", "rel1xx", "anat", "outbound-proxy", "associate registered-number", "asserted-id", "privacy",
    "e911", "history-info", "pass-thru headers", "pass-thru content unsupp", "pass-thru content sdp", "copy-list",
    "g729 annexb-all", "early-offer forced", "negotiate cisco", "reset timer expires 183", "block 180", "block 181", "block 183",
    "preloaded-route", "random-contact", "random-request-uri validate", "call-route p-called-party-id",
    "call-route history-info", "call-route url", "privacy-policy send-always", "privacy-policy passthru", "map resp-code 181",
    "bind control", "bind media", "bandwidth audio", "bandwidth video", "encap clear-channel",
    "error-code-override options-keepalive failure",
    "calltype-video", "registration passthrough", "authenticate redirecting-number", "referto-passing", "extension",
)  # fmt: skip
_STATISTICS = (
    "Time elapsed since last clearing of voice call statistics never",
    "Connect Time = 0, Charged Units = 0,",
    "Successful Calls = 0, Failed Calls = 0, Incomplete Calls = 0",
    "Accepted Calls = 0, Refused Calls = 0,",
    'Last Disconnect Cause is "",',
    'Last Disconnect Text is "",',
    "Last Setup Time = 0.",
    "Last Disconnect Time = 0.",
)


def dial_peer_text(peer: DialPeer) -> Iterator[str]:
    """Yield the lines of a dial peer."""
    yield f"Voice{'Encap' if peer.kind == 'pots' else 'OverIp'}Peer{peer.tag}"
    parts = (_identity, _state, _application, _pots if peer.kind == "pots" else _voip)
    for part in parts:
        yield from (f"        {text}" for text in part(peer))
    yield from (f"        {text}" for text in _STATISTICS)


def _identity(peer: DialPeer) -> Iterator[str]:
    section = peer.section
    yield "peer type = voice, system default peer = FALSE, information type = voice,"
    yield f"description = `{field(section, 'description', 'description')}',"
    yield f"tag = {peer.tag}, destination-pattern = `{peer.pattern}',"
    yield "voice reg type = 0, corresponding tag = 0,"
    yield "allow watch = FALSE"
    yield f"answer-address = `{field(section, 'answer_address', 'pattern')}', preference={peer.preference},"
    yield f"CLID Restriction = {'Restrict' if is_set(section, 'clid_restrict') else 'None'}"
    yield f"CLID Network Number = `{field(section, 'clid_network_number', 'number')}'"
    yield "CLID Second Number sent "
    yield f"CLID Override RDNIS = {enabled(is_set(section, 'clid_override_rdnis'))},"
    yield "rtp-ssrc mux = system"
    source, target = (field(section, "carrier_id", "carrier", end) for end in ("source", "target"))
    yield f"source carrier-id = `{source}', target carrier-id = `{target}',"
    yield "source trunk-group-label = `',  target trunk-group-label = `',"
    yield "numbering Type = `unknown'"


def _state(peer: DialPeer) -> Iterator[str]:
    section, voip = peer.section, peer.kind != "pots"
    administrative, operational = ("up" if on else "down" for on in (peer.administrative, peer.operational))
    yield f"group = {peer.tag}, Admin state is {administrative}, Operation state is {operational},"
    if peer.physical:
        yield f"Outbound state is {operational},"
    incoming = field(section, "incoming_called_number", "pattern")
    maximum = field(section, "max_conn", "number") or "unlimited"
    yield f"incoming called-number = `{incoming}', connections/maximum = 0/{maximum},"
    if voip:
        yield f"bandwidth/maximum = 0/{field(section, 'max_bandwidth', 'bandwidth') or 'unlimited'},"
    relay = section.get("dtmf_relay") if section is not None else None
    yield f"DTMF Relay = {'enabled' if relay is not None and not relay.negative else 'disabled'},"
    if voip:
        yield "modem transport = system,"
    yield "URI classes:"
    if voip:
        for title, part in (("Request", "request"), ("Via", "via"), ("To", "to"), ("From", "from")):
            yield f"    Incoming ({title}) = {field(section, 'incoming_uri', 'uri', part)}"
    yield f"    Destination = {field(section, 'destination_uri', 'uri')}"


def _application(peer: DialPeer) -> Iterator[str]:
    section = peer.section
    yield f"huntstop = {enabled(hunts_not(peer))},"
    service = field(section, "service", "service_name") or field(section, "application", "name")
    yield f"in bound application associated: '{service or 'DEFAULT'}'"
    yield "out bound application associated: ''"
    yield "dnis-map = "
    yield f"permission :{field(section, 'permission', 'permission_kind') or 'both'}"
    yield f"incoming COR list:{field(section, 'corlist', 'name', 'incoming') or 'maximum capability'}"
    yield f"outgoing COR list:{field(section, 'corlist', 'name', 'outgoing') or 'minimum requirement'}"
    yield f"outgoing LPCOR: {field(section, 'lpcor_outgoing', 'lpcor_group')}"
    for title, direction in (("Incoming", "incoming"), ("Outgoing", "outgoing")):
        profile = field(section, "translation_profile", "name", direction)
        yield f"Translation profile ({title}):{f' {profile}' if profile else ''}"
    yield "incoming call blocking:"
    yield f"translation-profile = `{field(section, 'call_block_translation_profile', 'name')}'"
    yield f"disconnect-cause = `{field(section, 'call_block_disconnect_cause', 'cause') or 'no-service'}'"
    yield "advertise 0x40 capacity_update_timer 25 addrFamily 4 oldAddrFamily 4"
    yield f"mailbox selection policy: {field(section, 'mailbox_selection', 'mailbox') or 'none'}"


def hunts_not(peer: DialPeer) -> bool:
    """True if the router does not try another dial peer after this one: as configured, or as the ephone-dn has it."""
    owner = peer.section if peer.section is not None else peer.extension.section if peer.extension is not None else None
    return is_set(owner, "huntstop")


def _pots(peer: DialPeer) -> Iterator[str]:
    section = peer.section
    yield f"type = pots, prefix = `{field(section, 'prefix', 'prefix')}',"
    forward = section.get("forward_digits") if section is not None else None
    yield f"forward-digits {forward.words[-1] if forward is not None and not forward.negative else '0'}"
    yield f"session-target = `', voice-port = `{peer.port}',"
    yield f"direct-inward-dial = {enabled(is_set(section, 'direct_inward_dial'))},"
    yield f"digit_strip = {enabled(section is None or is_set(section, 'digit_strip'))},"
    register = section is None or is_set(section, "register_e164")
    yield f"register E.164 number with H323 GK and/or SIP Registrar = {str(register).upper()}"
    yield "fax rate = system,   payload size =  20 bytes"
    yield "supported-language = ''"
    yield "preemption level = `routine'"
    yield "bandwidth:"
    yield "    maximum = 64 KBits/sec, minimum = 64 KBits/sec"
    yield "voice class called-number:"
    yield "    inbound = `', outbound = `'"
    yield "dial tone generation after remote onhook = enabled"
    yield "mobility=0, snr=, snr_noan=, snr_delay=0, snr_timeout=0"


def _voip(peer: DialPeer) -> Iterator[str]:
    section = peer.section
    protocol = field(section, "session_protocol", "protocol") or ("sipv2" if section is None else "cisco")
    transport = section.get("session_transport") if section is not None else None
    yield f"type = voip, session-target = `{peer.target}',"
    yield f"technology prefix: {field(section, 'tech_prefix', 'digits')}"
    yield "settle-call = disabled"
    yield "ip media DSCP = ef, ip media rsvp-pass DSCP = ef"
    yield "ip media rsvp-fail DSCP = ef, ip signaling DSCP = af31,"
    yield "ip video rsvp-none DSCP = af41,ip video rsvp-pass DSCP = af41"
    yield "ip video rsvp-fail DSCP = af41,"
    yield "ip defending Priority = 0, ip preemption priority = 0"
    yield "ip policy locator voice: "
    yield "ip policy locator video: "
    yield "UDP checksum = disabled,"
    words = " ".join(transport.words[2:]) if transport is not None and not transport.negative else "system"
    yield f"session-protocol = {protocol}, session-transport = {words},"
    yield "req-qos = best-effort, acc-qos = best-effort,"
    yield "RTP dynamic payload type values: NTE = 101"
    yield "Cisco: NSE=100, fax=96, fax-ack=97, dtmf=121, fax-relay=122"
    yield "       CAS=123, TTY=119, ClearChan=125, PCM switch over u-law=0,"
    yield "       A-law=8, GSMAMR-NB=117 iLBC=116, AAC-ld=114, iSAC=124"
    yield "RTP comfort noise payload type = 19"
    yield "fax rate = voice,   payload size =  20 bytes"
    yield "fax protocol = system"
    yield "fax-relay ecm enable"
    yield "fax NSF = 0xAD0051 (default)"
    yield from _codec(peer)
    yield "text relay = disabled"
    yield "Media Setting = flow-through (global)"
    yield "Expect factor = 10, Icpif = 20,"
    yield "Playout Mode is set to adaptive,"
    yield "Initial 60 ms, Max 1000 ms"
    yield "Playout-delay Minimum mode is set to default, value 40 ms "
    yield "Fax nominal 300 ms"
    yield f"Max Redirects = {number(section, 'max_redirects', 'number', 1)}, signaling-type = cas,"
    yield f"VAD = {enabled(section is None or is_set(section, 'vad'))}, Poor QOV Trap = disabled, "
    yield "Source Interface = NONE"
    yield from (f"voice class sip {setting} = system," for setting in _VOICE_CLASS_SIP)
    yield f"redirect ip2ip = {enabled(is_set(section, 'redirect_ip2ip'))}"
    yield "local peer = false"
    yield "probe disabled,"
    yield "Secure RTP: system (use the global setting)"
    yield "voice class perm tag = `'"


def _codec(peer: DialPeer) -> Iterator[str]:
    """The codec, and the voice class in its place."""
    command = peer.section.get("codec") if peer.section is not None else None
    codec = command.words[1] if command is not None and not command.negative else "g711ulaw" if peer.section is None else "g729r8"
    size = str(command.fields.get("bytes", "")) if command is not None else ""
    yield f"codec = {codec},   payload size =  {size or _PAYLOADS.get(codec, _DEFAULT_PAYLOAD)} bytes,"
    yield "video codec = None"
    yield f"voice class codec = `{field(peer.section, 'voice_class_codec', 'tag')}'"
