"""The metrics of routers, read when somebody asks for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.registry import Collector

from iossim.router import RouterCore
from iossim.router.phones.device import DECEASED, REGISTERED, UNREGISTERED

_ROUTER = "router"
#: Counters of the XML API: name, help, and the attribute of `XmlStatistics`.
_COUNTERS = (
    ("iossim_xml_errors", "Requests answered with an ISError.", "errors"),
    ("iossim_http_refused", "Requests answered with an HTTP status other than 200.", "refused"),
    ("iossim_xml_timeouts", "Requests ended by a timeout of the configuration.", "timeouts"),
    ("iossim_xml_received_bytes", "Bytes of the bodies of requests.", "bytes_in"),
    ("iossim_xml_sent_bytes", "Bytes of answers.", "bytes_out"),
)


class RouterCollector(Collector):
    """Collects the metrics of routers.

    Args:
        routers: the routers by name.
    """

    def __init__(self, routers: Mapping[str, RouterCore]) -> None:
        self._routers = routers

    def collect(self) -> Iterator[Metric]:
        """All metrics of all routers."""
        yield self._info()
        yield self._gauge("iossim_up", "1 while the ports of the router are open.", lambda router: not router.is_down)
        yield self._gauge("iossim_uptime_seconds", "Seconds since the router's last start.", lambda router: router.clock.uptime())
        yield self._gauge(
            "iossim_unsaved", "1 if the running-config has changed since it was saved.", lambda router: router.modified
        )
        yield self._gauge("iossim_events", "Events in the event table.", lambda router: len(router.phones.events.devices()))
        yield self._phones()
        yield self._sessions()
        yield self._requests()
        for name, text, attribute in _COUNTERS:
            family = CounterMetricFamily(name, text, labels=[_ROUTER])
            for router, core in self._routers.items():
                family.add_metric([router], getattr(core.xml_statistics, attribute))
            yield family

    def _info(self) -> Metric:
        family = InfoMetricFamily("iossim_router", "The router.", labels=[_ROUTER])
        for name, router in self._routers.items():
            family.add_metric([name], {"hostname": router.hostname, "cme_version": str(router.cme_version)})
        return family

    def _gauge(self, name: str, text: str, value: Callable[[RouterCore], float]) -> Metric:
        family = GaugeMetricFamily(name, text, labels=[_ROUTER])
        for router, core in self._routers.items():
            family.add_metric([router], value(core))
        return family

    def _phones(self) -> Metric:
        family = GaugeMetricFamily("iossim_phones", "Configured phones by state.", labels=[_ROUTER, "protocol", "state"])
        for name, router in self._routers.items():
            for protocol, registry in (("sccp", router.phones.sccp), ("sip", router.phones.sip)):
                for state in (REGISTERED, UNREGISTERED, DECEASED):
                    family.add_metric([name, protocol, state], registry.count(state))
        return family

    def _sessions(self) -> Metric:
        family = GaugeMetricFamily("iossim_sessions", "Open sessions by kind of line.", labels=[_ROUTER, "line"])
        for name, router in self._routers.items():
            lines = [line.name for line in router.lines]
            for kind in ("console", "vty"):
                family.add_metric([name, kind], lines.count(kind))
        return family

    def _requests(self) -> Metric:
        family = CounterMetricFamily("iossim_xml_requests", "Requests to the XML API by method.", labels=[_ROUTER, "method"])
        for name, router in self._routers.items():
            for method, count in sorted(router.xml_statistics.methods.items()):
                family.add_metric([name, method or "unknown"], count.requests)
        return family
