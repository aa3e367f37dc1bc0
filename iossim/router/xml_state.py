"""What the XML API keeps of itself: how many requests there were, and how the simulator was told to answer them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class MethodCount:
    """What was asked of one method.

    Attributes:
        requests: how often.
        errors: how many of those were answered with an ISError.
    """

    requests: int = 0
    errors: int = 0


@dataclass(slots=True)
class XmlStatistics:
    """Counters since boot; `router.xml_statistics`.

    Attributes:
        requests: requests whose body was read.
        errors: answered with an ISError.
        refused: answered with an HTTP status other than 200 (wrong credentials, no such path, queue full).
        timeouts: given up because `request timeout` or `response timeout` was over.
        bytes_in: bytes of the bodies.
        bytes_out: bytes of the answers.
        outstanding: long answers being written now; a short one is made in one piece.
        waiting: requests in the queue now.
        peak_waiting: the longest that the queue ever was.
        methods: requests by method.
        last_method: the method asked for last; "" for none.
        last_client: the address that it came from.
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
            method: its name; "" where none could be made out.
            client: the address that it comes from.
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
    """How the simulated XML API behaves where a real one's behaviour depends on what we do not simulate.

    Attributes:
        buffer: bytes that an answer may have; a longer one becomes an ISError, as on a router short of memory. 0: any number.
        strict_save: ISSaveConfig waits for every open terminal session, not only for those that configure.
        save_pending: ISSaveConfig answered `delay`: the configuration is saved when nobody is in the way any more.
    """

    buffer: int = 0
    strict_save: bool = False
    save_pending: bool = False
