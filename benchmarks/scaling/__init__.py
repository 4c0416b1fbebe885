"""A national relief day, on paper: what binds, and how long the queues become."""
