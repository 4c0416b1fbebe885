"""The commands, on a small folder: they print what was measured."""

import json
import subprocess
import sys

import benchmarks.benching.reading
from benchmarks import bench, corpora, text_letters
from benchmarks.reading_bench.text_mails import KINDS, mails
from tests.structure.source import PROJECT


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


def test_bench_shows_each_measure_beside_what_one_would_use_instead(capsys, monkeypatch):
    monkeypatch.setattr(benchmarks.benching.reading, "_MAILS", 2)
    monkeypatch.setenv("COLUMNS", "120")

    assert 0 == bench.main(["--only", "mail"])
    rows = [row for row in capsys.readouterr().out.splitlines() if "mail parsed" in row]
    assert ["email, policy.default", "mail-parser"] == [row.split("   ")[3].strip() for row in rows]
    assert all(float(row.split()[-1]) > 0 for row in rows)


def test_a_letter_to_every_office_costs_hardly_more_than_a_letter_to_one():
    """In a process of its own: the pretend account is changed for good. It ends with 1 if not."""
    command = [sys.executable, "-m", "benchmarks.growth", "--only", "recipients"]
    done = subprocess.run(  # noqa: S603 - our own module
        command, cwd=PROJECT, check=False, capture_output=True, text=True
    )

    assert 0 == done.returncode, done.stdout + done.stderr[-2000:]
    assert "at 143" in done.stdout
