"""Dial peers, voice ports, translation rules and calls of a router, derived from its configuration and its phones."""

from iossim.router.voice.calls import H323, SIP, TELEPHONY, CallLeg, active_legs, ended_legs
from iossim.router.voice.dial_peers import DialPeer, all_peers, configured_peers, telephone_peers
from iossim.router.voice.dialplan import Match, expanded, matches
from iossim.router.voice.patterns import NumberPattern, pattern_of
from iossim.router.voice.ports import EFXS, FXO, VoicePort, all_ports
from iossim.router.voice.translation import Translation, between_slashes, translate

__all__ = [
    "EFXS",
    "FXO",
    "H323",
    "SIP",
    "TELEPHONY",
    "CallLeg",
    "DialPeer",
    "Match",
    "NumberPattern",
    "Translation",
    "VoicePort",
    "active_legs",
    "all_peers",
    "all_ports",
    "between_slashes",
    "configured_peers",
    "ended_legs",
    "expanded",
    "matches",
    "pattern_of",
    "telephone_peers",
    "translate",
]
