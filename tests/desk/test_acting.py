"""A clerk's day: each action moves the letter once, and its history says who did what."""

from datetime import date

import pytest

from functions.desk.deeds import Deed
from shared.errors import FieldMissing, HeldByAnother, IllegalMove, NotHere, StaleWork
from shared.model.event import Did
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.messages import DocumentsAsked, ResultDue, TransferDue
from shared.model.work import DecidedBy, State
from shared.thai.winnowing import terms_asked
from tests.desk.desks import ANONG, AUDITOR, BOONMEE, HEAD, NAN, PUA, Room, a_person
from tests.letters import a_reply


@pytest.fixture
def room() -> Room:
    return Room()


def history(room: Room) -> list[tuple[str, Did]]:
    return [(event.who, event.did) for event in room.register.events.of(SubmissionId("s1"))]


def test_a_letter_is_taken_finished_and_its_sender_told(room: Room):
    taken = room.do(Deed.TAKE, room.lay())
    done = room.do(Deed.FINISH, taken, note="อนุมัติแล้ว", tell=True)

    assert (State.CLAIMED, "anong", State.FINISHED) == (taken.state, taken.clerk, done.state)
    assert [
        ("system", Did.REGISTERED),
        ("anong", Did.TAKEN),
        ("anong", Did.FINISHED),
    ] == history(room)
    [told] = room.notify.messages
    assert isinstance(told, ResultDue)
    assert ("อนุมัติแล้ว", "finish-nan-3") == (told.result, told.event)


def test_a_result_is_told_only_if_the_clerk_wants_it(room: Room):
    room.do(Deed.FINISH, room.do(Deed.TAKE, room.lay()), note="เก็บเข้าแฟ้ม")

    assert [] == room.notify.messages


def test_what_was_put_back_is_for_anybody(room: Room):
    back = room.do(Deed.PUT_BACK, room.do(Deed.TAKE, room.lay()))

    assert (State.OPEN, None) == (back.state, back.clerk)
    assert "boonmee" == room.do(Deed.TAKE, back, BOONMEE).clerk


def test_an_incomplete_letter_waits_fifteen_days_and_its_sender_gets_the_list(room: Room):
    taken = room.do(Deed.TAKE, room.lay())
    waits = room.do(Deed.RETURN, taken, documents=("สูติบัตร", "สมุดบัญชีธนาคาร"))
    answer_by = date(2026, 12, 8)  # the fifteenth day is a Saturday, Monday a holiday in its place

    assert (State.WAITING, answer_by) == (waits.state, waits.due_on)
    [told] = room.notify.messages
    assert isinstance(told, DocumentsAsked)
    assert (("สูติบัตร", "สมุดบัญชีธนาคาร"), answer_by) == (told.documents, told.answer_by)

    room.register.work.join(waits.submission_id, a_reply(), room.desk.today)

    assert State.OPEN is room.item().state


def test_a_letter_passed_on_lies_on_the_other_desk_and_both_registers_show_it(room: Room):
    gone = room.do(Deed.PASS, room.lay(), to_office=PUA, note="ผู้ร้องอยู่อำเภอปัว")
    theirs = room.item(office=PUA)

    assert (State.PASSED, PUA) == (gone.state, gone.passed_to)
    assert (State.OPEN, NAN, DecidedBy.PERSON) == (
        theirs.state,
        theirs.passed_from,
        theirs.decided_by,
    )
    assert [("anong", Did.PASSED), ("anong", Did.RECEIVED)] == sorted(history(room))[:2]
    assert [1] == [line.number.number for line in room.register.work.register(PUA, 2569)]
    found = room.register.search.by_words(PUA, terms_asked("ค่าคลอดบุตร"), "", 5)
    assert (SubmissionId("s1"),) == found.letters
    [told] = room.notify.messages
    assert isinstance(told, TransferDue)
    assert PUA == told.to_office


def test_a_corrected_process_is_kept_for_learning(room: Room):
    after = room.do(Deed.CORRECT, room.lay(), process="ssf-benefit/4")
    [kept] = room.register.events.corrections()

    assert ("ssf-benefit/4", DecidedBy.PERSON) == (after.process, after.decided_by)
    assert "ssf-benefit/3 ssf-benefit/4" == kept.detail


def test_spam_leaves_the_queue_and_can_be_brought_back(room: Room):
    spam = room.do(Deed.SPAM, room.lay())

    assert () == room.register.work.queue(NAN)
    assert State.OPEN is room.do(Deed.RESTORE, spam).state


def test_the_slower_clerk_is_told_and_nothing_is_overwritten(room: Room):
    seen = room.lay()
    room.do(Deed.TAKE, seen, ANONG)

    with pytest.raises(StaleWork):
        room.do(Deed.TAKE, seen, BOONMEE)
    assert "anong" == room.item().clerk


def test_a_form_sent_twice_acts_once_and_tells_again(room: Room):
    taken = room.do(Deed.TAKE, room.lay())
    first = room.do(Deed.FINISH, taken, note="อนุมัติแล้ว", tell=True)
    again = room.do(Deed.FINISH, taken, note="อนุมัติแล้ว", tell=True)
    one, other = room.notify.messages

    assert first == again
    assert one == other
    assert 3 == len(history(room))


def test_another_choice_with_an_old_page_is_no_repetition(room: Room):
    seen = room.lay()
    room.do(Deed.PASS, seen, to_office=PUA, note="อยู่อำเภอปัว")

    with pytest.raises(StaleWork):
        room.do(Deed.PASS, seen, to_office=OfficeCode("phrae"), note="อยู่จังหวัดแพร่")


def test_a_letter_in_another_s_hand_is_left_there_but_by_the_head(room: Room):
    taken = room.do(Deed.TAKE, room.lay(), ANONG)

    with pytest.raises(HeldByAnother):
        room.do(Deed.PUT_BACK, taken, BOONMEE)
    assert State.OPEN is room.do(Deed.PUT_BACK, taken, HEAD).state


INCOMPLETE = [
    pytest.param(Deed.FINISH, {}, "note", id="finished without a result"),
    pytest.param(Deed.RETURN, {}, "documents", id="returned without a list"),
    pytest.param(Deed.PASS, {"note": "x"}, "to_office", id="passed to nobody"),
    pytest.param(Deed.PASS, {"to_office": PUA}, "note", id="passed without a reason"),
    pytest.param(Deed.PASS, {"to_office": NAN, "note": "x"}, "to_office", id="passed to itself"),
    pytest.param(
        Deed.PASS, {"to_office": OfficeCode("mars"), "note": "x"}, "to_office", id="unknown office"
    ),
    pytest.param(Deed.CORRECT, {"process": "no/1"}, "process", id="unknown process"),
]


@pytest.mark.parametrize(("deed", "given", "field"), INCOMPLETE)
def test_a_form_that_lacks_something_changes_nothing(room: Room, deed, given, field):
    taken = room.do(Deed.TAKE, room.lay())

    with pytest.raises(FieldMissing, match=field):
        room.do(deed, taken, **given)
    assert taken == room.item()


def test_what_is_finished_cannot_be_finished_again(room: Room):
    done = room.do(Deed.FINISH, room.do(Deed.TAKE, room.lay()), note="แล้ว")

    with pytest.raises(IllegalMove):
        room.do(Deed.FINISH, done, note="อีกครั้ง")


STRANGERS = [
    pytest.param(a_person("pim", PUA), id="a clerk of another office"),
    pytest.param(AUDITOR, id="an auditor"),
]


@pytest.mark.parametrize("person", STRANGERS)
def test_a_stranger_is_told_the_same_of_a_letter_that_is_there_and_one_that_is_not(room, person):
    item = room.lay()
    unknown = item.model_copy(update={"submission_id": SubmissionId("unknown")})

    for one in (item, unknown):
        with pytest.raises(NotHere, match=r"^$"):
            room.do(Deed.TAKE, one, person)
