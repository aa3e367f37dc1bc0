"""The port of metrics: `GET /metrics` and `GET /health`."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import CollectorRegistry

from iossim.errors import ListenError
from iossim.failures import not_listening
from iossim.metrics.collector import RouterCollector
from iossim.router import RouterCore

_HEADERS = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}


class MetricsServer:
    """The server.

    Life: `open`, then `close`.

    Args:
        routers: the routers by name.
        host: the address to listen on.
        port: the port; 0: any free one.
    """

    def __init__(self, routers: Mapping[str, RouterCore], host: str, port: int) -> None:
        self._routers = routers
        self._host = host
        self._port = port
        self._registry = CollectorRegistry(auto_describe=False)
        self._registry.register(RouterCollector(routers))
        ProcessCollector(registry=self._registry)
        application = web.Application()
        application.add_routes([web.get("/metrics", self._metrics), web.get("/health", self._health)])
        self._runner = web.AppRunner(application, access_log=None)

    async def open(self) -> tuple[str, int]:
        """Opens the port; returns its address.

        Raises:
            ListenError: the port cannot be opened.
        """
        await self._runner.setup()
        try:
            await web.TCPSite(self._runner, self._host, self._port).start()
        except OSError as error:
            await self._runner.cleanup()
            raise ListenError(not_listening(error, self._host, self._port, "--metrics-port")) from error
        host, port = self._runner.addresses[0][:2]
        return host, port

    async def close(self) -> None:
        """Closes the port."""
        await self._runner.cleanup()

    async def _metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=generate_latest(self._registry), headers=_HEADERS)

    async def _health(self, _: web.Request) -> web.Response:
        """200 while all routers are up, or else 503 with the names of those that restart."""
        down = sorted(name for name, router in self._routers.items() if router.is_down)
        return web.json_response({"status": "down" if down else "up", "down": down}, status=503 if down else 200)
