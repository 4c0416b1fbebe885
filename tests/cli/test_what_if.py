"""A person sees which words a decision hangs on, and how many would have to be wrong."""

from cli.what_if import what_would_change
from functions.router.offices import route
from shared.classification.classify import classify
from shared.directory import offices, processes
from shared.model.fact import OfficeCode
from tests.letters import a_letter

DIRECTORY = offices.load()


def decide(letter):
    classification = classify(letter, processes.load())
    return classification, route(letter, classification, DIRECTORY)


def changes(letter):
    return what_would_change(letter, decide(letter), decide)


def test_the_place_on_which_the_office_hangs_is_named():
    letter = a_letter("ขอเบิกค่าคลอดบุตรค่ะ บ้านอยู่ อ.ปาย จ.แม่ฮ่องสอน", addressed=("central",))

    by_words = {words: found for found in changes(letter) for words in found.words}

    assert (OfficeCode("maehongson"),) == decide(letter)[1].offices
    assert any("แม่ฮ่องสอน" in words for words in by_words)
    assert all(
        (OfficeCode("maehongson"),) != found.offices
        for words, found in by_words.items()
        if "แม่ฮ่องสอน" in words
    )


def test_the_mailbox_is_named_when_only_it_says_where():
    letter = a_letter("ขอเบิกค่าคลอดบุตรค่ะ", addressed=("chiangmai",))

    assert [()] == [found.offices for found in changes(letter) if not found.words]


def test_where_many_words_say_the_same_it_is_said_how_many_would_have_to_be_wrong():
    letter = a_letter(
        "ขอเบิกค่าคลอดบุตร ฝากครรภ์ที่โรงพยาบาล คลอดลูกเมื่อ 5 พ.ย. 2569 แนบสูติบัตร",
        subject="ประโยชน์ทดแทนกรณีคลอดบุตร",
        addressed=("chiangmai",),
    )
    best = decide(letter)[0].best.process

    assert all(len(found.words) > 1 for found in changes(letter) if found.process != best)


def test_nothing_is_claimed_that_does_not_hold():
    letter = a_letter("ลูกจ้างถูกเครื่องจักรหนีบมือ โรงงานอยู่ จ.ระยอง", addressed=("rayong",))

    for found in changes(letter):
        if found.words:
            text, subject = letter.readings[0].text, letter.submission.subject
            for words in found.words:
                blank = " " * len(words)
                text, subject = text.replace(words, blank), subject.replace(words, blank)
            again = decide(a_letter(text, addressed=("rayong",), subject=subject))
            assert (found.process, found.sure) == (again[0].best.process, again[0].sure)
