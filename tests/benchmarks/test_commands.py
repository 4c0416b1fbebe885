"""The commands, on a small folder: they print what was measured."""

import json

from benchmarks import corpora, text_letters
from benchmarks.reading_bench.text_mails import KINDS, mails


def test_corpora_counts_the_files_below_a_folder(tmp_path, capsys):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.eml").write_bytes(next(mails("plain", 1, 1)))
    (tmp_path / "two.bin").write_bytes(b"\x00\x01\x02")
    status = corpora.main([str(tmp_path), "--json", "--workers", "1"])
    found = json.loads(capsys.readouterr().out)

    assert (0, 2, 1, 1, 1) == (
        status, found["files"], found["mails"], found["read"], found["refused"],
    )  # fmt: skip
    assert {"unknown_kind": {"unknown": 1}} == found["refused_documents"]
    assert (0, 0, 0) == (found["crashed"], found["hung"], found["lost"])


def test_text_letters_measures_each_kind_of_mail(tmp_path, capsys):
    (tmp_path / "real.eml").write_bytes(next(mails("HTML", 1, 2)))
    text_letters.main([str(tmp_path), "--json", "--letters", "2"])
    found = json.loads(capsys.readouterr().out)

    assert [*KINDS, "found in DIR"] == list(found)
    assert [2, 2, 2, 1] == [group["letters"] for group in found.values()]
