"""Counters and options of the XML API."""

from __future__ import annotations

from dataclasses import dataclass, field

from iossim.language import Command


@dataclass(slots=True)
class MethodCount:
    """The requests for one method.

    Attributes:
        requests: the number of requests.
        errors: the number of requests that were answered with an ISError.
    """

    requests: int = 0
    errors: int = 0


@dataclass(slots=True)
class XmlStatistics:
    """Counters since boot; `router.xml_statistics`.

    Attributes:
        requests: requests whose body was read.
        errors: requests answered with an ISError.
        refused: requests answered with an HTTP status other than 200 (wrong credentials, no such path, queue full).
        timeouts: requests ended by `request timeout` or `response timeout`.
        bytes_in: bytes of the requests' bodies.
        bytes_out: bytes of the answers.
        outstanding: long answers in progress; a short answer is written in one piece and not counted.
        waiting: requests in the queue.
        peak_waiting: the most requests that were in the queue at one time.
        methods: requests by method.
        last_method: the method of the last request; "" for none.
        last_client: the client's address of the last request.
    """

    requests: int = 0
    errors: int = 0
    refused: int = 0
    timeouts: int = 0
    bytes_in: int = 0
    bytes_out: int = 0
    outstanding: int = 0
    waiting: int = 0
    peak_waiting: int = 0
    methods: dict[str, MethodCount] = field(default_factory=dict)
    last_method: str = ""
    last_client: str = ""

    def asked(self, method: str, client: str, size: int) -> MethodCount:
        """Counts a request; returns the counters of its method.

        Args:
            method: its name; "" if the request names none.
            client: the client's address.
            size: bytes of its body.
        """
        self.requests += 1
        self.bytes_in += size
        self.last_method, self.last_client = method, client
        count = self.methods.get(method)
        if count is None:
            count = self.methods[method] = MethodCount()
        count.requests += 1
        return count


@dataclass(slots=True)
class XmlOptions:
    """The behaviour of the XML API that depends on parts of a router that are not simulated.

    Attributes:
        buffer: the most bytes of an answer; a longer one becomes an ISError, as on a router short of memory. 0 for no limit.
        strict_save: ISSaveConfig waits for every open terminal session, not only for sessions in configuration mode.
        save_pending: ISSaveConfig has answered `delay`; the configuration is saved when no session is in the way.
        reported_user: the `xml user` whose encrypted password the log has reported; None for none.
    """

    buffer: int = 0
    strict_save: bool = False
    save_pending: bool = False
    reported_user: Command | None = None
