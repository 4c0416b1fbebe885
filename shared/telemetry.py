"""Logs and numbers of ids and events, never of people."""

from aws_lambda_powertools import Logger, Metrics


def logger(station: str) -> Logger:
    """The JSON logger of one station. Log events with ids as keys; never text of a letter."""
    return Logger(service=station, log_uncaught_exceptions=False)


def meter(station: str, namespace: str) -> Metrics:
    """The numbers of one station, which CloudWatch reads from its log (EMF)."""
    return Metrics(service=station, namespace=namespace)
