"""The process list: every row of appendix 1 by the name and channel that people need."""

from collections import Counter

import pytest

from shared.directory import processes
from shared.model.process import PrescribedChannel

PROCESSES = processes.load()
LIST = tuple(PROCESSES.values())
ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")

CHANNELS = [
    pytest.param("registration/1.1", "bizportal", id="companies register at bizportal"),
    pytest.param("registration/1.2", "email", id="a natural person registers by mail"),
    pytest.param("registration/3", "web+app", id="section 40: website or app"),
    pytest.param("contribution/4.2", "web+app", id="section 40 pays by app"),
    pytest.param("ssf-benefit/9.1", "email", id="unemployment by force majeure: mail"),
    pytest.param("ssf-benefit/9.2", "web+other", id="ordinary unemployment: two websites"),
    pytest.param("hospital/1", "web", id="change of hospital: website"),
    pytest.param("correspondence/agency", "outside", id="agencies are not in appendix 1"),
]


def test_every_process_is_there_in_published_order():
    """44 of appendix 1, then the four outside it; the first is 1.1, the last is nothing."""
    groups = Counter(str(process).split("/")[0] for process in PROCESSES)

    assert len(PROCESSES) == 48
    assert ("registration/1.1", "none") == (LIST[0].id, LIST[-1].id)
    assert groups == {
        "registration": 4,
        "change": 7,
        "contribution": 5,
        "refund": 4,
        "ssf-benefit": 15,
        "wcf-benefit": 8,
        "hospital": 1,
        "correspondence": 1,
        "other": 2,
        "none": 1,
    }


def test_appendix_1_prescribes_mail_for_eleven():
    """11 by mail, 29 on the website, 2 website or app, 1 two websites, 1 bizportal."""
    count = Counter(process.channel for process in LIST)

    assert [11, 29, 2, 1, 1, 4] == [count[channel] for channel in PrescribedChannel]


@pytest.mark.parametrize(("process", "channel"), CHANNELS)
def test_a_process_has_its_prescribed_channel(process, channel):
    """A sender is told where appendix 1 wants the matter filed."""
    assert channel == PROCESSES[process].channel


def test_insured_persons_are_not_called_business_operators():
    """The copy's slip ผู้ประกอบการ is mended in every name, and kept as published."""
    mended = [process for process in LIST if "ผู้ประกอบการ" in process.published]

    assert len(mended) == 9
    assert all("ผู้ประกันตน" in process.name_th for process in mended)
    assert not any("ผู้ประกอบการ" in process.name_th for process in LIST)


@pytest.mark.parametrize("process", LIST, ids=lambda process: process.id)
def test_a_name_that_differs_from_the_published_one_says_why(process):
    """Only digits and line breaks may change without a word."""
    kept = plain(process.name_th) == plain(process.published)

    assert kept or process.correction


def plain(name: str) -> str:
    """A name without spaces, its digits Arabic."""
    return "".join(name.split()).translate(ARABIC)


def test_a_sender_can_read_every_name():
    """Each stands alone in Thai and in English, and none is mistaken for another."""
    assert len({process.name_th for process in LIST}) == len({p.name_en for p in LIST}) == 48
    assert not any(set(process.name_th) & set("/๐๑๒๓๔๕๖๗๘๙") for process in LIST)
    assert all(process.name_en.isascii() or "’" in process.name_en for process in LIST)
