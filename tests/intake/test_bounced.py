"""A delivery report names the message that came back, in whatever form its vendor likes."""

import pytest

from functions.intake.mail.bounced import MOST_IDS, bounced_ids

OURS = "<0102018c-4711-000000@ap-southeast-1.amazonses.com>"
REPORTS = [
    pytest.param(f"Message-ID: {OURS}\r\n", [OURS], id="quoted headers"),
    pytest.param(f"message-id:{OURS}\n", [OURS], id="lower case, bare line ends"),
    pytest.param(f"Message-ID:\r\n {OURS}\r\n", [OURS], id="folded"),
    pytest.param(f"> Message-ID: {OURS}\r\n", [OURS], id="quoted as text"),
    pytest.param(f"X-Original-Message-ID: {OURS}\r\n", [OURS], id="Exchange"),
    pytest.param(f"Original-Message-ID: {OURS}\r\n", [OURS], id="RFC 8098"),
    pytest.param(f"In-Reply-To: {OURS}\r\n", [OURS], id="answers it"),
    pytest.param(
        f"References: <a@b.example>\r\n\t{OURS}\r\nSubject: x\r\n",
        ["<a@b.example>", OURS],
        id="two",
    ),
    pytest.param(f"The message {OURS} could not be delivered", [], id="in a sentence only"),
    pytest.param("Message-ID: none\r\n", [], id="no id"),
    pytest.param("", [], id="nothing"),
]


@pytest.mark.parametrize(("report", "ids"), REPORTS)
def test_the_ids_are_found_where_headers_are_quoted(report: str, ids: list[str]):
    assert ids == list(bounced_ids(report.encode()))


def test_a_report_that_names_thousands_is_cut_short():
    many = "".join(f"Message-ID: <{n}@mail.example>\r\n" for n in range(5000))

    assert MOST_IDS == len(bounced_ids(many.encode()))
