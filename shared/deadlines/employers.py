"""What employers must report until when.

Source: the office's guide for employers and insured persons. An employer registers himself
and his employees within 30 days of having the first one, and each new employee within 30
days of his starting work. Employees who leave (สปส. 6-09) and particulars that change
(สปส. 6-10) are reported by the 15th of the month after.
"""

from datetime import date

from shared.deadlines.counting import days

REGISTRATION = days(30)
"""From the first employee, and from each new employee's first day."""
LEAVERS_FORM = "สปส. 6-09"
CHANGES_FORM = "สปส. 6-10"
_MONTHLY_DAY = 15
_DECEMBER = 12


def report_by(changed: date) -> date:
    """The last day for reporting a leaver or a change of ``changed``'s month."""
    if changed.month == _DECEMBER:
        return date(changed.year + 1, 1, _MONTHLY_DAY)
    return date(changed.year, changed.month + 1, _MONTHLY_DAY)
