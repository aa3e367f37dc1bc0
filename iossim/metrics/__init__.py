"""Metrics for Prometheus and a check of health, on a port of their own (`iossim serve --metrics-port`)."""

from iossim.metrics.server import MetricsServer

__all__ = ["MetricsServer"]
