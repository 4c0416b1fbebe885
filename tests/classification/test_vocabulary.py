"""A slip in the office's word lists is named by file and row, and nothing starts with it."""

import shutil

import pytest

from shared.classification import vocabulary
from shared.directory import processes
from shared.errors import BadDirectory


@pytest.fixture
def data(tmp_path):
    copy = tmp_path / "data"
    shutil.copytree(vocabulary.DATA, copy)
    return copy


def test_the_lists_know_every_process():
    known = vocabulary.load()

    assert set(processes.load()) == set(known.facets.processes)
    vocabulary.check_processes(known, processes.load())


BAD = [
    pytest.param("words.csv", "topic:dental,5,x,usage", "topic:dantal", id="an unknown topic"),
    pytest.param("words.csv", "topic:dental,5,x,usage", "topic:dental,much", id="no weight"),
    pytest.param("words.csv", "topic:dental,5,x,usage", None, id="a word of one letter"),
    pytest.param("forms.csv", "สปส. 9-99,topic:x,5,yes,form", None, id="a form for nothing"),
    pytest.param("senders.csv", "topic:x,5,.example,test", None, id="a sender for nothing"),
    pytest.param("cues.csv", "maybe,อาจจะ,test", None, id="an unknown cue"),
]


@pytest.mark.parametrize(("file", "row", "change"), BAD)
def test_a_bad_row_is_named(data, file, row, change):
    start = change or ",".join(row.split(",")[:2])
    rest = row.split(",")[len(start.split(",")) :]
    with (data / file).open("a", encoding="utf-8") as lines:
        lines.write(",".join([start, *rest]) + "\n")

    with pytest.raises(BadDirectory, match=rf"{file}, row \d+: "):
        vocabulary.load(data)


def test_the_version_changes_with_the_words(data):
    before = vocabulary.load().version
    with (data / "words.csv").open("a", encoding="utf-8") as lines:
        lines.write("topic:dental,1,ฟันน้ำนม,usage\n")

    assert before != vocabulary.load(data).version
    assert before.startswith("rules-")
