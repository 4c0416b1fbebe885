"""How long a function waits for AWS before it asks again.

botocore waits 60 seconds for a word, as long as a station may run at all: one silent connection
would cost the whole run, and its letters a visibility timeout. AWS answers in milliseconds.
"""

from botocore.config import Config

CONNECT, READ, SEND = 3.0, 10.0, 20.0
"""Seconds for a connection; for the next bytes of an answer; the same of SES, which must not be
asked twice lightly: who did not hear its answer does not know whether the mail went out."""

PATIENCE = Config(connect_timeout=CONNECT, read_timeout=READ)
SENDING = Config(connect_timeout=CONNECT, read_timeout=SEND)
BY_NAME = PATIENCE.merge(Config(signature_version="s3v4", s3={"addressing_style": "virtual"}))
"""Of S3 where it signs for others: what it signs names the bucket's own host in its region; the
global one would only redirect."""
