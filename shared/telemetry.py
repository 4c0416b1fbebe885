"""Logs and numbers of ids and events, never of people."""

from aws_lambda_powertools import Logger, single_metric
from aws_lambda_powertools.metrics import MetricUnit


def logger(station: str) -> Logger:
    """The JSON logger of one station. Log events with ids as keys; never text of a letter."""
    return Logger(service=station, log_uncaught_exceptions=False)


def count(name: str, number: int = 1, **dimensions: str) -> None:
    """Add to a number that CloudWatch reads from the log (EMF), apart for each dimension.

    Dimensions take few, known values (an outcome, a channel): CloudWatch keeps and bills each
    combination by itself. The namespace is the environment's POWERTOOLS_METRICS_NAMESPACE.
    """
    _note(name, MetricUnit.Count, number, dimensions)


def took(name: str, seconds: float, **dimensions: str) -> None:
    """Add a span of time, of which CloudWatch tells percentiles; else as ``count``."""
    _note(name, MetricUnit.Seconds, seconds, dimensions)


def _note(name: str, unit: MetricUnit, value: float, dimensions: dict[str, str]) -> None:
    with single_metric(name=name, unit=unit, value=value, default_dimensions=dimensions):
        pass
