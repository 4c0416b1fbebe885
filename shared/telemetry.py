"""Logs of ids and events, never of people."""

from aws_lambda_powertools import Logger


def logger(station: str) -> Logger:
    """The JSON logger of one station. Log events with ids as keys; never text of a letter."""
    return Logger(service=station, log_uncaught_exceptions=False)
