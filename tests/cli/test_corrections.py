"""What clerks corrected comes out as letters that the learned part can be taught with."""

import json

from cli.corrections import labelled
from cli.labelled import letter_from
from functions.desk.deeds import Deed
from shared.directory import offices
from tests.desk.desks import ANONG, Room
from tests.letters import MORNING


def corrected(room: Room, number: int, *processes: str, **changes) -> None:
    item = room.lay(number, **changes)
    for process in processes:
        item = room.do(Deed.CORRECT, item, ANONG, process=process)


def test_a_corrected_letter_is_taught_with_its_last_process():
    room = Room()
    corrected(room, 1, "ssf-benefit/4", "ssf-benefit/5")
    corrected(room, 2, "ssf-benefit/4")
    corrected(room, 3)
    rows = list(labelled(room.register, room.letters))

    assert [("s1", "ssf-benefit/5"), ("s2", "ssf-benefit/4")] == [
        (row["id"], row["process"]) for row in rows
    ]


def test_a_line_is_read_as_the_letter_that_it_was():
    room = Room()
    corrected(room, 1, "ssf-benefit/4")
    [row] = labelled(room.register, room.letters)
    name, letter = letter_from(json.dumps(row), offices.load(), MORNING)

    assert ("s1", "ขอส่งเอกสาร") == (name, letter.submission.subject)
    assert ["ขอเบิกค่าคลอดบุตร"] == [reading.text for reading in letter.readings]
    assert ("chiangmai",) == letter.submission.addressed


def test_a_secret_letter_teaches_nothing():
    room = Room()
    corrected(room, 1, "ssf-benefit/4", secret=True)

    assert [] == list(labelled(room.register, room.letters))
