"""The rows of ``make bench``: each measure of ours beside what one would use instead."""
