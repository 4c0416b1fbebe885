"""The stores, queues and post on AWS: they keep the promises of ``shared.ports``."""
