"""Section 39: who leaves work may stay insured of his own will.

Source: handbook on insured persons: after at least 12 months of contributions, within six
months of the day of leaving work (form สปส. 1-20).
"""

from shared.deadlines.counting import months

SECTION_39 = months(6)
"""From the day of leaving work."""
