"""The texts of a leg of a call, as show call active and show call history print them."""

from __future__ import annotations

from collections.abc import Iterator

from iossim.exec.text import lines_of
from iossim.router.voice import TELEPHONY, CallLeg

_LEGEND = """\
 IP <ip>:<udp> rtt:<time>ms pl:<play>/<gap>ms lost:<lost>/<early>/<late>
  delay:<last>/<min>/<max>ms <codec> <textrelay> <transcoded

  media inactive detected:<y/n> media cntrl rcvd:<y/n> timestamp:<time>

  long duration call detected:<y/n> long duration call duration :<sec> timestamp:<time>
  MODEMPASS <method> buf:<fills>/<drains> loss <overall%> <multipkt>/<corrected>
   last <buf event time>s dur:<Min>/<Max>s
 FR <protocol> [int dlci cid] vad:<y/n> dtmf:<y/n> seq:<y/n>
  <codec> (payload size)
 ATM <protocol> [int vpi/vci cid] vad:<y/n> dtmf:<y/n> seq:<y/n>
  <codec> (payload size)
 Tele <int> (callID) [channel_id] tx:<tot>/<v>/<fax>ms <codec> noise:<l> acom:<l> i/o:<l>/<l> dBm
  MODEMRELAY info:<rcvd>/<sent>/<resent> xid:<rcvd>/<sent> total:<rcvd>/<sent>/<drops>
         speeds(bps): local <rx>/<tx> remote <rx>/<tx>
 Proxy <ip>:<audio udp>,<video udp>,<tcp0>,<tcp1>,<tcp2>,<tcp3> endpt: <type>/<manf>
 bw: <req>/<act> codec: <audio>/<video>
  tx: <audio pkts>/<audio bytes>,<video pkts>/<video bytes>,<t120 pkts>/<t120 bytes>
 rx: <audio pkts>/<audio bytes>,<video pkts>/<video bytes>,<t120 pkts>/<t120 bytes>


"""
#: The lines before a brief list of calls in progress, and before one of calls that are over.
ACTIVE_LEGEND = lines_of(
    "<ID>: <CallID> <start>ms.<index> (<start>) +<connect> pid:<peer_id> <dir> <addr> <state>\n"
    "  dur hh:mm:ss tx:<packets>/<bytes> rx:<packets>/<bytes> dscp:<packets violation> media:<packets violation> "
    "audio tos:<audio tos value> video tos:<video tos value>\n" + _LEGEND
)
HISTORY_LEGEND = lines_of(
    "<ID>: <CallID> <start>ms.<index> (<start>) +<connect> +<disc> pid:<peer_id> <direction> <addr>\n"
    "  dur hh:mm:ss tx:<packets>/<bytes> rx:<packets>/<bytes> <disconnect-cause>(<text>)\n" + _LEGEND
)
#: Milliseconds from the setup of a call to its answer. iossim does not record when a call was answered.
_CONNECT = 2000


def brief_leg(leg: CallLeg, stamp: str) -> Iterator[str]:
    """Yield the lines of a leg in a brief list.

    Args:
        leg: the leg.
        stamp: the time at which its call began, to the millisecond.
    """
    direction = "Answer" if leg.answers else "Originate"
    times = f"+{_CONNECT if leg.answered else -1}" + (f" +{(leg.ended - leg.since) * 1000}" if leg.ended >= 0 else "")
    end = f" {_state(leg)}" if leg.ended < 0 else ""
    yield f"{leg.reference + 0x11E0:X} : {leg.number} {stamp}.1 {times} pid:{leg.peer} {direction} {leg.address}{end}"
    traffic = f"{leg.packets}/{leg.octets}"
    cause = f" {'{}  ({})'.format(*_cause(leg))}" if leg.ended >= 0 else ""
    yield f" dur {_clock(leg.seconds)} tx:{traffic} rx:{traffic}{cause} dscp:0 media:0"
    if leg.kind == TELEPHONY:
        time = leg.seconds * 1000
        yield (
            f" Tele {leg.port} ({leg.number}) [{leg.port}.{leg.channel - 1}] tx:{time}/{time}/0ms {leg.codec} "
            "noise:0 acom:0  i/0:0/0 dBm"
        )
        return
    yield (
        f" IP {leg.remote}:{leg.udp} SRTP: off rtt:0ms pl:0/0ms lost:0/0/0 delay:0/0/0ms {leg.codec} TextRelay: off Transcoded: No"
    )
    yield " media inactive detected:n media contrl rcvd:n/a timestamp:n/a"
    yield " long duration call detected:n long duration call duration:n/a timestamp:n/a"


def _state(leg: CallLeg) -> str:
    return "active" if leg.state in ("connected", "hold") else "connecting"


def _cause(leg: CallLeg) -> tuple[str, str]:
    """The cause of the end of a call: its number in hexadecimal digits, and its text."""
    return ("10", "normal call clearing (16)") if leg.answered else ("13", "no user answer (19)")


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def full_leg(leg: CallLeg) -> Iterator[str]:
    """Yield the lines of a leg in a full list. Times are in hundredths of a second since boot."""
    setup = leg.since * 100
    yield "GENERIC:"
    yield f"SetupTime={setup * 10} ms"
    yield "Index=1"
    yield f"PeerAddress={leg.address}"
    yield "PeerSubAddress="
    yield f"PeerId={leg.peer}"
    yield "PeerIfIndex=0"
    yield "LogicalIfIndex=0"
    if leg.ended >= 0:
        cause, text = _cause(leg)
        yield f"DisconnectCause={cause}"
        yield f"DisconnectText={text}"
    yield f"ConnectTime={setup * 10 if leg.answered else 0} ms"
    if leg.ended >= 0:
        yield f"DisconnectTime={leg.ended * 1000} ms"
    yield f"CallDuration={_clock(leg.seconds)} sec"
    yield f"CallOrigin={2 if leg.answers else 1}"
    if leg.ended < 0:
        yield f"CallState={4 if leg.answered else 2}"
    yield "ChargedUnits=0"
    yield "InfoType=speech"
    yield f"TransmitPackets={leg.packets}"
    yield f"TransmitBytes={leg.octets}"
    yield f"ReceivePackets={leg.packets}"
    yield f"ReceiveBytes={leg.octets}"
    yield "TELE:" if leg.kind == TELEPHONY else "VOIP:"
    identity = f"[0x{leg.reference:X} 0x0 0x0 0x{leg.reference:X}]"
    yield f"ConnectionId={identity}"
    yield f"IncomingConnectionId={identity}"
    yield f"CallID={leg.number}"
    if leg.kind == TELEPHONY:
        yield f"Port={leg.port} ({leg.number})"
        yield f"BearerChannel={leg.port}.{leg.channel - 1}"
        yield f"TxDuration={leg.seconds * 1000} ms"
        yield f"VoiceTxDuration={leg.seconds * 1000} ms"
        yield "FaxTxDuration=0 ms"
        yield f"CoderTypeRate={leg.codec}"
        yield "NoiseLevel=0"
        yield "ACOMLevel=0"
        yield "OutSignalLevel=0"
        yield "InSignalLevel=0"
        return
    yield f"RemoteIPAddress={leg.remote}"
    yield f"RemoteUDPPort={leg.udp}"
    yield "RoundTripDelay=0 ms"
    yield "SelectedQoS=best-effort"
    yield "tx_DtmfRelay=inband-voice"
    yield f"SessionProtocol={'sipv2' if leg.kind == 'sip' else 'cisco'}"
    yield f"SessionTarget={leg.remote}"
    yield "OnTimeRvPlayout=0"
    yield "LostPackets=0"
    yield "EarlyPackets=0"
    yield "LatePackets=0"
    yield "VAD = disabled"
    yield f"CoderTypeRate={leg.codec}"
