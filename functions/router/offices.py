"""Decide which office's desk a letter goes to, and say why."""

from collections.abc import Mapping, Sequence

from functions.router.agencies import meant_by_agency
from functions.router.choosing import (
    Choice,
    choose,
    hints_for,
    suggestions,
    unless_it_differs,
    unless_nearer,
)
from functions.router.decisions import auto, triage
from functions.router.hints import hinted
from functions.router.known_offices import KnownOffices, known
from functions.router.matters import GoesBy, goes_by, may_go_by
from functions.router.named_offices import named_offices
from functions.router.places import addresses
from functions.router.proving import doubt
from functions.router.witnesses import Group, Witness, beside, refused, witnesses
from shared.classification.passages import Passage, passages
from shared.correspondence.official import marked_secret
from shared.directory.offices import Directory
from shared.model.classification import Classification, Evidence
from shared.model.fact import CENTRAL, OfficeCode
from shared.model.office import Office
from shared.model.official import SaidSecrecy
from shared.model.process import AGENCY, HOSPITAL_USER, NOTHING
from shared.model.routing import Routing
from shared.model.submission import ReadLetter

MOST_ADDRESSED = 5
"""A letter to more offices than this is for the central registry to share out."""
LIKELY_AGENCY = 0.9
MOST_SUGGESTED = 5
MARKED_SECRET = "marked secret"  # noqa: S105 - a rule's name, not a password
NOBODYS = {NOTHING: "nothing to do", HOSPITAL_USER: "hospital user request"}


def route(
    letter: ReadLetter,
    classification: Classification,
    directory: Directory,
    remembered: Mapping[str, OfficeCode] | None = None,
) -> Routing:
    """The office or offices of a letter. Unsure means triage: the central registry chooses.

    A letter that claims to be an agency's and may not be one is never decided without a person.
    An addressed office that the directory does not know raises UnknownOffice.
    """
    pieces = passages(letter)
    found = _decided(letter, pieces, classification, known(directory, remembered))
    doubted = doubt(letter, pieces) if found.rule != MARKED_SECRET else None
    if doubted is None:
        return found
    suggested = dict.fromkeys((*found.offices, *found.suggestions))
    return triage(doubted, [code for code in suggested if code != CENTRAL], found.evidence)


def _decided(
    letter: ReadLetter,
    pieces: Sequence[Passage],
    classification: Classification,
    known_offices: KnownOffices,
) -> Routing:
    addressed = [code for code in letter.submission.addressed if code != CENTRAL]
    offices = [known_offices.directory.by_code(code) for code in addressed]
    mark = marked_secret(pieces)
    if mark:
        return _secret(mark, addressed)
    if len(offices) > MOST_ADDRESSED:
        return triage("more than five offices addressed", addressed)
    if len(offices) > 1:
        return auto("several offices addressed", addressed)
    only = offices[0] if offices else None
    best = classification.best
    if best.process == AGENCY and best.confidence >= LIKELY_AGENCY:
        return _agency(pieces, only, known_offices)
    if best.process in NOBODYS:
        return triage(NOBODYS[best.process], addressed)
    return _by_places(pieces, classification, only, known_offices)


def _secret(mark: SaidSecrecy, addressed: Sequence[OfficeCode]) -> Routing:
    """A letter marked secret is held for the registrar, whatever mailboxes it was sent to."""
    evidence = Evidence(
        text=mark.text,
        document=mark.document,
        start=mark.start,
        end=mark.end,
        weight=1.0,
        meaning=f"secrecy:{mark.level}",
    )
    return triage(MARKED_SECRET, addressed, (evidence,))


def _agency(pieces: Sequence[Passage], addressed: Office | None, offices: KnownOffices) -> Routing:
    """Whom an agency's letter means; without a word of it the mailbox, then the registry."""
    said = meant_by_agency(pieces, named_offices(pieces, offices))
    if said:
        evidence = said.passage.evidence(said.start, said.end, 1.0, f"office:{said.office.code}")
        return auto("agency letter to an office", [said.office.code], (evidence,))
    if addressed:
        return auto("agency letter to an office", [addressed.code])
    return auto("agency letter", [CENTRAL])


def _by_places(
    pieces: Sequence[Passage],
    classification: Classification,
    addressed: Office | None,
    offices: KnownOffices,
) -> Routing:
    by = goes_by(classification)
    named = named_offices(pieces, offices)
    province = addressed.province_code if addressed else None
    places = beside(named, addresses(pieces, province))
    meant = None if refused(addressed, places) else addressed
    heard = witnesses(places, named, meant, offices)
    choice = choose(by, heard, meant)
    if by is GoesBy.CLAIMANT:
        choice = unless_nearer(choice, heard[Group.HOSPITAL])
    for other in may_go_by(classification):
        choice = unless_it_differs(choice, choose(other, heard, meant))
    suggested = suggestions(by, heard, places, addressed, offices)
    evidence = tuple(map(_evidence, choice.witnesses))
    if choice.office:
        others = [code for code in suggested if code != choice.office.code]
        return _at(choice, auto(choice.rule, [choice.office.code], evidence, others))
    likeliest = hints_for(choice, offices)
    everything = dict.fromkeys((*likeliest, *suggested, *hinted(pieces, offices)))
    return _at(choice, triage(choice.rule, tuple(everything)[:MOST_SUGGESTED], evidence))


def _at(choice: Choice, routing: Routing) -> Routing:
    """With the place that it hangs on, if the witnesses name just one."""
    places = {witness.district for witness in choice.witnesses if witness.district}
    return routing.model_copy(update={"place": places.pop()}) if len(places) == 1 else routing


def _evidence(witness: Witness) -> Evidence:
    said, office = witness.said, witness.office
    meaning = f"office:{office.code}" if office else f"place:{witness.district}"
    return said.passage.evidence(said.start, said.end, 1.0, meaning)
