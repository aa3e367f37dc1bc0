"""Fixed texts of show sip-ua: the end of the status, counters, and the maps of causes and statuses."""

from __future__ import annotations

from collections.abc import Iterator

STATUS_END = (
    "SDP application configuration:",
    " Version line (v=) required",
    " Owner line (o=) required",
    " Timespec line (t=) required",
    " Media supported: audio video image ",
    " Network types supported: IN ",
    " Address types supported: IP4 IP6 ",
    " Transport types supported: RTP/AVP udptl ",
)
CONNECTIONS = (
    "Total active connections      : 0",
    "No. of send failures          : 0",
    "No. of remote closures        : 0",
    "No. of conn. failures         : 0",
    "No. of inactive conn. ageouts : 0",
)
#: Statuses of SIP for the causes of the telephone network (SIP configuration guide); every other cause is 500.
_STATUSES = {
    1: 404, 2: 404, 3: 404, 17: 486, 18: 480, 19: 480, 20: 480, 21: 403, 22: 410, 26: 404, 27: 404, 28: 484, 29: 501, 31: 404,
    34: 503, 38: 503, 41: 503, 42: 503, 47: 503, 55: 403, 57: 403, 58: 501, 65: 501, 79: 501, 87: 503, 88: 400, 95: 400, 102: 408,
    111: 400, 127: 500,
}  # fmt: skip
#: Causes of the telephone network for the statuses of SIP (SIP configuration guide).
_CAUSES = {
    400: 127, 401: 57, 402: 21, 403: 57, 404: 1, 405: 127, 406: 127, 407: 21, 408: 102, 409: 41, 410: 1, 411: 127, 413: 127, 414: 127,
    415: 79, 420: 127, 480: 18, 481: 127, 482: 127, 483: 127, 484: 28, 485: 1, 486: 17, 487: 127, 488: 127, 500: 41, 501: 79, 502: 38,
    503: 63, 504: 102, 505: 127, 580: 47, 600: 17, 603: 21, 604: 1, 606: 58,
}  # fmt: skip
#: The heads of a map, the command that changes it with the field of the new value, and the default of each code.
MAPS = {
    "pstn-sip": (
        (
            "The PSTN Cause to SIP Status code mapping table:-",
            "PSTN-Cause      Configured       Default",
            "                SIP-Status       SIP-Status",
        ),
        "set_pstn_cause",
        "status",
        _STATUSES,
    ),
    "sip-pstn": (
        (
            "The SIP Status code to PSTN Cause mapping table:-",
            "SIP-Status      Configured       Default",
            "                PSTN-Cause       PSTN-Cause",
        ),
        "set_sip_status",
        "cause",
        _CAUSES,
    ),
}
#: Counters of responses, inbound and outbound, in the lines in which they are printed.
_RESPONSES = (
    ("Informational:", ("Trying, Ringing", "Forwarded, Queued", "SessionProgress")),
    (
        "Success:",
        (
            "OkInvite, OkBye", "OkCancel, OkOptions", "OkPrack, OkRegister", "OkSubscribe, OkNotify, OkPublish", "OkInfo, OkUpdate",
            "202Accepted, OkRefer",
        ),
    ),
    (
        "Redirection (Inbound only except for MovedTemp(Inbound/Outbound)) :",
        ("MultipleChoice, MovedPermanently", "MovedTemporarily, UseProxy"),
    ),
    (
        "Client Error:",
        (
            "BadRequest, Unauthorized", "PaymentRequired, Forbidden", "NotFound, MethodNotAllowed", "NotAcceptable, ProxyAuthReqd",
            "ReqTimeout, Conflict, Gone", "ConditionalRequestFailed", "ReqEntityTooLarge, ReqURITooLarge",
            "UnsupportedMediaType, UnsupportedURIScheme", "BadExtension, IntervalTooBrief", "TempNotAvailable, CallLegNonExistent",
            "LoopDetected, TooManyHops", "AddrIncomplete, Ambiguous", "BusyHere, RequestCancel", "NotAcceptableMedia, BadEvent",
            "SETooSmall, RequestPending", "UnsupportedResourcePriority",
        ),
    ),
    ("Server Error:", ("InternalError, NotImplemented", "BadGateway, ServiceUnavail", "GatewayTimeout, BadSipVer", "PreCondFailure")),
    ("Global Failure:", ("BusyEverywhere, Decline", "NotExistAnywhere, NotAcceptable")),
)  # fmt: skip
_TRAFFIC = ("Invite, Ack, Bye", "Cancel, Options", "Prack, Update", "Subscribe, Notify, Publish", "Refer, Info", "Register")
_RETRIES = ("Invite, Bye, Cancel, Response", "Prack, Comet, Reliable1xx, Notify", "Register, Subscribe, Update, Options", "Publish")
#: Counters of which only the inbound number is printed.
_INBOUND_ONLY = ("MultipleChoice", "MovedPermanently", "UseProxy")


def statistics(requests: int, successes: int, failures: int) -> Iterator[str]:
    """Yield the counters of messages. Only registrations of phones are simulated.

    Args:
        requests: requests to register, and to end a registration.
        successes: requests that were granted.
        failures: requests that were refused.
    """
    counts = {"OkRegister": f"0/{successes}", "NotFound": f"0/{failures}", "Register": f"{requests}/0"}
    yield "SIP Response Statistics (Inbound/Outbound)"
    for title, lines in _RESPONSES:
        yield f"    {title}"
        yield from _counters(lines, counts)
    yield "    Miscellaneous counters:"
    yield "      RedirectRspMappedToClientErr 0"
    yield ""
    yield "SIP Total Traffic Statistics (Inbound/Outbound)"
    yield from _counters(_TRAFFIC, counts)
    yield ""
    yield "Retry Statistics"
    yield from _counters(_RETRIES, dict.fromkeys(", ".join(_RETRIES).split(", "), "0"))
    yield ""
    yield "SDP application statistics:"
    yield " Parses: 0,  Builds 0"
    yield " Invalid token order: 0,  Invalid param: 0"
    yield " Not SDP desc: 0,  No resource: 0"
    yield ""
    yield "Last time SIP Statistics were cleared: <never>"


def _counters(lines: tuple[str, ...], counts: dict[str, str]) -> Iterator[str]:
    """Lines of counters; all but the last line of a group end in a comma."""
    for place, line in enumerate(lines, 1):
        parts = [f"{name} {counts.get(name, '0' if name in _INBOUND_ONLY else '0/0')}" for name in line.split(", ")]
        yield f"      {', '.join(parts)}{',' if place < len(lines) else ''}"
