"""Whom to ask first: for each kind of matter the groups of witnesses, the strongest first."""

from collections.abc import Mapping

from functions.router.matters import GoesBy
from functions.router.witnesses import Group

_SOMEWHERE = (Group.HERE, Group.UNKNOWN)
_AT_WORK = (Group.ESTABLISHMENT, Group.OTHER_EMPLOYER, Group.HEAD_OFFICE)
_INJURY = (
    (Group.HEAD_OFFICE,),
    (Group.ESTABLISHMENT,),
    _SOMEWHERE,
    (Group.NAMED,),
    (Group.MAILBOX,),
)
ORDER: Mapping[GoesBy, tuple[tuple[Group, ...], ...]] = {
    GoesBy.EMPLOYER: (
        (Group.HEAD_OFFICE,),
        (Group.ESTABLISHMENT, Group.CLINIC),
        _SOMEWHERE,
        (Group.NAMED,),
        (Group.MAILBOX,),
        (Group.HOME,),
        (Group.HOSPITAL,),
    ),
    GoesBy.ESTABLISHMENT: (*_INJURY, (Group.HOME,)),
    GoesBy.CENTRE: ((Group.CENTRE,), *_INJURY, (Group.HOME,)),
    GoesBy.MOVE: (
        (Group.NAMED, Group.HOME, *_SOMEWHERE, *_AT_WORK),
        (Group.MAILBOX,),
    ),
    GoesBy.CLAIMANT: (
        (Group.NAMED,),
        (Group.HOME, *_SOMEWHERE),
        _AT_WORK,
        (Group.MAILBOX,),
    ),
}
"""Whom to ask, first to last; those in one bracket are asked together."""
