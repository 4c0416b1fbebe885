"""A whole town, small enough to see through: what AWS would do happens here as well."""

import json
import os
import signal
import smtplib
import subprocess
import sys
import urllib.request
from email import message_from_bytes
from pathlib import Path
from subprocess import PIPE

import pytest
from botocore.exceptions import ClientError

from local import outbox, state
from local.plan import Plan
from local.town import Town
from local.worker import ROOT
from tests.local.conftest import FORGED, SMALL, eventually


def notice(found) -> dict:
    return json.loads(json.loads(found["body"])["Message"])


def test_a_mail_reaches_the_function_with_its_envelope(post, note, account, town):
    code, said = post("first", "From: somchai@mail.example")
    told = notice(note("first 1"))

    assert (250, "2.0.0 Ok") == (code, said.rsplit(" ", 1)[0])
    assert ["desk@office.example"] == told["receipt"]["recipients"]
    assert "somchai@mail.example" == told["mail"]["source"]
    assert said.rsplit(" ", 1)[1] == told["mail"]["messageId"]


def test_the_stored_mail_has_the_mail_services_lines_on_top_and_is_else_untouched(
    post, note, account, town
):
    post("second")
    place = notice(note("second 1"))["receipt"]["action"]
    found = account.client("s3").get_object(Bucket=place["bucketName"], Key=place["objectKey"])
    stored = found["Body"].read()

    assert stored.startswith(b"Return-Path: <somchai@mail.example>\r\n")
    assert stored.endswith(b"Subject: second\r\nTo: desk@office.example\r\n\r\nhello\r\n")
    assert "PASS" == message_from_bytes(stored)["X-SES-Virus-Verdict"]


def test_the_town_can_be_told_what_the_mail_services_checks_find(post, note):
    post("forged", FORGED.decode())

    assert {"status": "FAIL"} == notice(note("forged 1"))["receipt"]["dmarcVerdict"]


def test_an_unknown_mailbox_is_refused_at_the_door(post):
    code, said = post("lost", to="nobody@office.example")

    assert 550 == code
    assert said.startswith("5.1.1")


def test_a_bounce_has_no_sender_and_is_taken(town, note):
    with smtplib.SMTP(town.state.smtp_host, town.state.smtp_port, timeout=30) as smtp:
        smtp.ehlo()

        smtp.mail("")
        smtp.rcpt("Second@Office.Example")
        smtp.data(b"Subject: bounced\r\n\r\nyour mail\r\n")
    told = notice(note("bounced 1"))

    assert "" == told["mail"]["source"]
    assert ["Second@Office.Example"] == told["receipt"]["recipients"]


def test_a_mail_above_40_mb_is_refused_before_it_is_sent(town):
    with smtplib.SMTP(town.state.smtp_host, town.state.smtp_port, timeout=30) as smtp:
        smtp.ehlo()

        assert 552 == smtp.mail("somchai@mail.example", [f"size={41 * 1024 * 1024}"])[0]


def test_an_uploaded_object_is_announced_with_its_version(account, town, note):
    account.client("s3").put_object(
        Bucket=town.state.outputs["Uploads"], Key="in/หนังสือ 1.pdf", Body=b"x"
    )
    record = json.loads(note("in/หนังสือ 1.pdf 1")["body"])["Records"][0]

    assert "%E0%B8" in record["s3"]["object"]["key"]
    assert record["s3"]["object"]["versionId"]


def test_the_function_sees_the_templates_environment_and_nothing_of_ours(post, note, monkeypatch):
    post("environment")
    seen = json.loads(note("environment 1")["environment"])

    assert seen["NOTES"]
    assert "small-reader" == seen["AWS_LAMBDA_FUNCTION_NAME"]
    assert seen["AWS_ACCESS_KEY_ID"].startswith("ASIA")
    assert not {"HOME", "USER", "VIRTUAL_ENV", "PYTEST_CURRENT_TEST"} & seen.keys()


def test_the_function_may_do_what_its_role_allows_and_nothing_else(post, note, town):
    post("roles")
    tried = json.loads(note("roles 1")["refusals"])

    assert "allowed" == tried.pop("send as the desk")
    assert {"AccessDenied", "AccessDeniedException"} >= set(tried.values())
    assert 6 == len(tried)


def test_a_mail_that_the_function_sends_lies_in_the_outbox(post, note, town):
    before = set(outbox.mails(town.state.outbox))
    post("answer me")
    note("answer me 1")
    new = eventually(lambda: set(outbox.mails(town.state.outbox)) - before)

    assert "somchai@mail.example" == message_from_bytes(new.pop().read_bytes())["to"]


def test_a_failed_message_comes_again_and_then_lies_with_the_dead(post, note, account, town):
    post("again")
    note("again 1")
    note("again 2")
    sqs = account.client("sqs")
    dead = eventually(
        lambda: sqs.receive_message(QueueUrl=town.state.outputs["DeadUrl"]).get("Messages")
    )

    assert "again" == notice({"body": dead[0]["Body"]})["mail"]["commonHeaders"]["subject"]


@pytest.mark.parametrize(
    "subject",
    [
        pytest.param("crash", id="the process dies"),
        pytest.param("raise", id="the function raises"),
        pytest.param("sleep", id="the function takes longer than the template allows"),
    ],
)
def test_a_message_is_not_lost_when(subject, post, note):
    post(subject)
    note(f"{subject} 1")
    note(f"{subject} 2")
    post(f"after {subject}")

    assert note(f"after {subject} 1")


def test_a_killed_worker_is_replaced(post, note, town):
    post("before")
    note("before 1")
    for worker in town.crews["Reader"].workers:
        if worker.pid:
            os.kill(worker.pid, 9)
    post("behind")

    assert note("behind 1")


def test_nothing_enters_the_account_without_a_key(town):
    stranger = state.State.model_validate(
        town.state.model_dump() | {"access_key": "AKIASTRANGER", "secret_key": "x"}
    )
    with pytest.raises(ClientError):
        stranger.session().client("sqs").list_queues()


def test_a_folder_has_one_town(town):
    with pytest.raises(state.AlreadyRunning), Town(town.folder, Plan(template=SMALL)):
        pass


def test_the_running_town_is_found_by_its_folder(town, tmp_path):
    assert town.state == state.running(town.folder)
    with pytest.raises(state.NoTown):
        state.running(tmp_path)


def test_the_state_file_is_for_its_owner_alone(town):
    assert 0o600 == (town.folder / state.FILE).stat().st_mode & 0o777


def test_the_account_listens_on_this_machine_alone(town):
    assert town.state.endpoint.startswith("http://127.0.0.1:")
    assert urllib.request.urlopen(f"{town.state.endpoint}/moto-api/").status == 200  # noqa: S310


ALONE = """
import sys
from pathlib import Path
from local.plan import Plan
from local.town import Town

with Town(Path(sys.argv[1]), Plan(template=Path(sys.argv[2]), name="alone")) as town:
    workers = [w.pid for crew in town.crews.values() for w in crew.workers if w.pid]
    print(town.cloud_pid, *workers, flush=True)
    sys.stdin.read()
"""


@pytest.mark.parametrize("sent", [signal.SIGKILL, None], ids=["when killed", "when it ends"])
def test_a_town_leaves_no_process_behind(sent, tmp_path):
    command = [sys.executable, "-c", ALONE, str(tmp_path), str(SMALL)]
    with subprocess.Popen(  # noqa: S603 - this test's own words
        command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdin
        pids = [int(pid) for pid in process.stdout.readline().split()]
        if sent:
            process.send_signal(sent)
        process.stdin.close()
        process.wait(30)

    assert len(pids) >= 2  # the account, and a worker at least
    eventually(lambda: not any(Path(f"/proc/{pid}").exists() for pid in pids))
    with pytest.raises(state.NoTown):
        state.running(tmp_path)
