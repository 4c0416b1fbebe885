"""A person who changes a text sees every message that has it, without sending any."""

import webbrowser

import pytest

from cli.main import main
from samples.messages.kinds import MESSAGES


def test_one_kind_is_written_as_a_sender_gets_it(tmp_path, capsys):
    assert 0 == main(["preview", "english", "--out", str(tmp_path)])
    made = {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    assert {"english.txt", "english.html", "english.pdf"} == set(made)
    assert made["english.txt"].startswith(b"Your letter has been received [SSO 7K4M-9XQ2-HDWA]")
    assert made["english.html"].startswith(b"<!DOCTYPE html>")
    assert made["english.pdf"].startswith(b"%PDF-1.7")
    assert "english.pdf" in capsys.readouterr().out


def test_without_a_kind_all_are_written(tmp_path, capsys):
    assert 0 == main(["preview", "--out", str(tmp_path)])

    assert set(MESSAGES) == {file.stem for file in tmp_path.glob("*.html")}
    assert "refusal-empty_letter" not in {file.stem for file in tmp_path.glob("*.pdf")}


def test_it_opens_what_it_wrote(tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", opened.append)
    main(["preview", "sure", "--open", "--out", str(tmp_path)])

    assert [(tmp_path / "sure.pdf").as_uri()] == opened


@pytest.mark.parametrize("kind", ["nothing", "../sure"])
def test_an_unknown_kind_is_answered_with_those_there_are(kind, tmp_path, capsys):
    assert 1 == main(["preview", kind, "--out", str(tmp_path)])
    assert "two-offices" in capsys.readouterr().err
