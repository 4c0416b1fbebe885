"""The table of jurisdictions goes out as a file, comes back checked, and decides accordingly."""

import re
import shutil
from pathlib import Path

import pytest

from cli.main import main
from functions.router.known_offices import known
from functions.router.offices import route
from shared.aws.jurisdictions import DynamoJurisdictions
from shared.directory import jurisdictions, offices
from shared.directory.table import DATA
from shared.model.fact import OfficeCode, SubmissionId
from shared.model.jurisdiction import Remembered
from shared.model.routing import Decision
from tests.letters import MORNING, a_classification, a_letter

HEADER = "place,office,status,source,who,when\n"
CHATUCHAK = "บ้านดิฉันอยู่เขตจตุจักร กรุงเทพมหานคร ขอเบิกค่าทำฟัน"
GOOD = "1030,bkkarea2,{status},คำสั่งที่ 99/2570,นางสาวสมมุติ,2027-01-15\n"


@pytest.fixture
def data(tmp_path, monkeypatch) -> Path:
    """A copy of the directory's data that may be changed."""
    shutil.copytree(DATA, tmp_path / "data")
    monkeypatch.setattr("cli.jurisdictions.DATA", tmp_path / "data")
    monkeypatch.setenv("SARABAN_TOWN", str(tmp_path / "no-town"))
    return tmp_path / "data"


@pytest.fixture
def use(monkeypatch):
    """Let the router decide by the table in this folder."""

    def _use(data: Path) -> None:
        table = jurisdictions.load(data)
        monkeypatch.setattr("functions.router.known_offices.jurisdictions.load", lambda: table)

    return _use


def imported(tmp_path: Path, rows: str) -> int:
    file = tmp_path / "new.csv"
    file.write_text(HEADER + rows, encoding="utf-8")
    return main(["jurisdictions", "import", str(file)])


def test_what_was_exported_can_be_imported_again(data, tmp_path, capsys):
    before = jurisdictions.parse(data / "jurisdictions.csv")

    assert 0 == main(["jurisdictions", "export", str(tmp_path / "out.csv")])
    assert 0 == main(["jurisdictions", "import", str(tmp_path / "out.csv")])
    assert set(before) == set(jurisdictions.parse(data / "jurisdictions.csv"))
    assert "0 confirmed, 16 hints; 0 rows" in capsys.readouterr().out


def test_a_confirmed_row_routes(data, tmp_path, use):
    assert 0 == imported(tmp_path, GOOD.format(status="confirmed"))
    use(data)
    routing = decided()

    assert (Decision.AUTO, ("bkkarea2",)) == (routing.decision, routing.offices)
    assert "jurisdiction confirmed" == routing.rule


def test_a_hint_only_suggests(data, tmp_path, use):
    assert 0 == imported(tmp_path, GOOD.format(status="hint"))
    use(data)
    routing = decided()

    assert Decision.TRIAGE is routing.decision
    assert "bkkarea2" in routing.suggestions


def test_several_hints_of_a_place_are_all_suggested_after_what_is_confirmed(data, tmp_path, use):
    other = GOOD.format(status="hint").replace("bkkarea2", "bkkarea9")
    assert 0 == imported(tmp_path, other + GOOD.format(status="confirmed"))
    use(data)

    assert ("bkkarea2", "bkkarea9") == known(offices.load()).suggested_for("1030")


def decided():
    letter = a_letter(CHATUCHAK, addressed=("central",))
    return route(letter, a_classification("ssf-benefit/2"), offices.load())


ROW = GOOD.format(status="confirmed")
BAD = [
    pytest.param(ROW.replace("1030", "9930"), "row 2: no district", id="an unknown place"),
    pytest.param(ROW.replace("bkkarea2", "bkkarea99"), "row 2: no office", id="an unknown office"),
    pytest.param(ROW.replace("confirmed", "maybe"), "row 2: no such status", id="a status"),
    pytest.param(ROW.replace("คำสั่งที่ 99/2570", ""), "row 2: .*source", id="no source"),
    pytest.param(ROW.replace("นางสาวสมมุติ", ""), "row 2: .*who", id="nobody entered it"),
    pytest.param(ROW.replace("2027-01-15", "15/1/2570"), "row 2: .*when", id="a day that is none"),
    pytest.param(
        ROW + ROW.replace("bkkarea2", "bkkarea3"), "row 3: another office", id="two confirmed"
    ),
    pytest.param(ROW + ROW, "row 3: the same place", id="a row twice"),
    pytest.param(ROW + "1030,bkkarea2\n", "row 3: 2 cells", id="a row too short"),
]


@pytest.mark.parametrize(("rows", "said"), BAD)
def test_a_bad_row_is_named_and_nothing_is_changed(data, tmp_path, rows, said, capsys):
    before = (data / "jurisdictions.csv").read_bytes()

    assert 1 == imported(tmp_path, rows)
    error = capsys.readouterr().err
    assert re.search(said, error)
    assert "othing was changed" in error
    assert before == (data / "jurisdictions.csv").read_bytes()


def test_every_bad_row_is_named_at_once(data, tmp_path, capsys):
    imported(tmp_path, ROW.replace("1030", "9930") + ROW.replace("bkkarea2", "bkkarea99"))
    error = capsys.readouterr().err

    assert "row 2" in error
    assert "row 3" in error


def test_what_the_registry_confirmed_at_the_desk_is_exported_with_it(
    data, tmp_path, capsys, register_table, monkeypatch
):
    monkeypatch.setenv("REGISTER_TABLE", register_table.name)
    row = Remembered(
        place="1038",
        office=OfficeCode("bkkarea8"),
        who="registrar",
        at=MORNING,
        submission_id=SubmissionId("s1"),
        reference="2222-2222-2222",
    )
    DynamoJurisdictions(register_table).remember(row)

    assert 0 == main(["jurisdictions", "export", str(tmp_path / "out.csv")])
    assert "1 confirmed, 16 hints" in capsys.readouterr().out
    assert 0 == main(["jurisdictions", "import", str(tmp_path / "out.csv")])
    [told] = [one for one in jurisdictions.parse(data / "jurisdictions.csv") if one.confirmed]
    assert ("1038", "bkkarea8", "registrar") == (told.place, told.office, told.who)


def test_without_a_register_the_export_says_so(data, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("REGISTER_TABLE", raising=False)

    assert 0 == main(["jurisdictions", "export", str(tmp_path / "out.csv")])
    assert "packaged table alone" in capsys.readouterr().out
