"""Until when a sender may hand in documents that the office asked for.

Source: citizen manual for sickness and injury benefit, note 2: who did not hand in his
request himself sends what is missing within 15 days of being told.
"""

from shared.deadlines.counting import days
from shared.model.fact import ProcessId

SAID_FOR = frozenset({ProcessId("ssf-benefit/1")})
"""The processes whose manual says it; of others a receipt does not claim it."""
DAYS = 15
ANSWER = days(DAYS)
"""From the day on which the sender was told."""
