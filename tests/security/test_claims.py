"""A letter that claims to be an agency's, and may not be one, is seen by a person first."""

import pytest

from functions.router.lookalikes import is_agencys, looks_like_an_agencys
from functions.router.offices import route
from shared.directory import offices
from shared.model.arrival import Channel, Verdict, Verdicts
from shared.model.classification import Candidate, Classification
from shared.model.fact import CENTRAL, ProcessId
from shared.model.process import AGENCY
from shared.model.routing import Decision
from shared.model.submission import Sender
from tests.letters import a_letter, an_arrival

DIRECTORY = offices.load()
FORM = """ที่ รง 0601/1234
กระทรวงแรงงาน
20 พฤศจิกายน 2569
เรื่อง ขอความอนุเคราะห์ข้อมูล
เรียน ผู้อำนวยการสำนักงานประกันสังคมจังหวัดเชียงใหม่
ขอแสดงความนับถือ"""
WORDS = "ขอเบิกค่าคลอดบุตร บ้านอยู่ อ.เมือง จ.เชียงใหม่"
OFFICIAL, HOMELY = "officer@mol.go.th", "somchai@mail.example"
LOOKS_LIKE, NOT_PROVEN = "sender looks like an agency", "agency not proven"


def verdicts(spf, dkim, dmarc):
    return Verdicts(spf=Verdict[spf], dkim=Verdict[dkim], dmarc=Verdict[dmarc])


PASSED = verdicts("PASS", "PASS", "PASS")
FAILED = verdicts("FAIL", "FAIL", "FAIL")
BORROWED = verdicts("PASS", "PASS", "GRAY")
"""What a forger's own domain gives to any From: line whose domain publishes no DMARC."""


def routed(address, checks, envelope=None, text=WORDS, *, process="ssf-benefit/2", **more):
    arrival = an_arrival(verdicts=checks, envelope_sender=envelope or address, **more)
    letter = a_letter(text, arrival=arrival, sender=Sender(address=address))
    best = Candidate(process=ProcessId(process), confidence=0.99)
    about = Classification(ranked=(best,), sure=True, evidence=(), version="test")
    return route(letter, about, DIRECTORY)


DOUBTED = [
    pytest.param((OFFICIAL, FAILED), NOT_PROVEN, id="an agency's domain, all failed"),
    pytest.param(
        (OFFICIAL, verdicts("PASS", "PASS", "FAIL"), "x@forger.example"),
        NOT_PROVEN,
        id="the forger's own domain passed, the agency's DMARC did not",
    ),
    pytest.param(
        (OFFICIAL, BORROWED, "x@forger.example"),
        NOT_PROVEN,
        id="the agency publishes no DMARC, and what passed was another domain's",
    ),
    pytest.param(
        (OFFICIAL, verdicts("GRAY", "GRAY", "GRAY")),
        NOT_PROVEN,
        id="an agency's domain, for which nothing speaks",
    ),
    pytest.param(("saraban@sso.go.th", FAILED), NOT_PROVEN, id="our own domain, from outside"),
    pytest.param(
        (HOMELY, verdicts("FAIL", "GRAY", "GRAY"), None, FORM),
        NOT_PROVEN,
        id="the form of an official letter, from an unproven address",
    ),
    pytest.param(
        ("saraban@sso-go-th.com", PASSED, None, FORM), LOOKS_LIKE, id="a look-alike that passes all"
    ),
]


@pytest.mark.parametrize("process", [AGENCY, "ssf-benefit/2"])
@pytest.mark.parametrize(("claim", "rule"), DOUBTED)
def test_a_doubtful_claim_is_for_the_registry(claim, rule, process):
    routing = routed(*claim, process=process)

    assert (Decision.TRIAGE, (CENTRAL,), rule) == (routing.decision, routing.offices, routing.rule)
    assert "chiangmai" in routing.suggestions


BELIEVED = [
    pytest.param(OFFICIAL, PASSED, None, FORM, id="an agency that DMARC vouches for"),
    pytest.param(
        OFFICIAL,
        verdicts("PASS", "GRAY", "GRAY"),
        "bounce@mail.mol.go.th",
        FORM,
        id="an agency without DMARC, SPF for its own domain",
    ),
    pytest.param(OFFICIAL, Verdicts(), None, FORM, id="nobody checked"),
    pytest.param(HOMELY, PASSED, None, FORM, id="a small agency's free mailbox, proven"),
    pytest.param(
        HOMELY,
        verdicts("GRAY", "GRAY", "GRAY"),
        None,
        FORM,
        id="a free mailbox whose domain publishes nothing fails nothing",
    ),
    pytest.param(HOMELY, FAILED, None, WORDS, id="a citizen whose mail fails claims nothing"),
]


@pytest.mark.parametrize(("address", "checks", "envelope", "text"), BELIEVED)
def test_who_need_not_be_doubted_is_routed_as_ever(address, checks, envelope, text):
    routing = routed(address, checks, envelope, text)

    assert (Decision.AUTO, ("chiangmai",)) == (routing.decision, routing.offices)


def test_an_upload_was_never_checked_so_it_cannot_have_failed():
    routing = routed(OFFICIAL, Verdicts(), text=FORM, channel=Channel.UPLOAD)

    assert Decision.AUTO is routing.decision


def test_a_letter_marked_secret_stays_the_registrars_whoever_sent_it():
    routing = routed(OFFICIAL, FAILED, text="ลับ\n" + FORM)

    assert "marked secret" == routing.rule


def test_a_doubtful_letter_to_several_offices_opens_none_of_their_desks():
    arrival = an_arrival(verdicts=FAILED, envelope_sender=OFFICIAL)
    letter = a_letter(
        FORM, arrival=arrival, sender=Sender(address=OFFICIAL), addressed=("nan", "trat")
    )
    best = Candidate(process=ProcessId(AGENCY), confidence=0.99)
    about = Classification(ranked=(best,), sure=True, evidence=(), version="test")

    assert (CENTRAL,) == route(letter, about, DIRECTORY).offices


LOOK_ALIKES = [
    pytest.param("saraban@sso-go-th.com", "", id="dashes for dots"),
    pytest.param("saraban@sso.go-th.com", "", id="a dash for one dot"),
    pytest.param("saraban@sso.go.th.example.com", "", id="the ending in the middle"),
    pytest.param("saraban@go.th.example", "", id="nothing but the ending"),
    pytest.param("saraban@sso.gov.th", "", id="another country's ending"),
    pytest.param("saraban@ssogoth.com", "", id="our name run together"),
    pytest.param("saraban@sso-thailand.org", "", id="our name with the country's"),
    pytest.param("saraban@sso.in.th", "", id="our name, anybody's ending"),
    pytest.param("saraban@ѕѕо.gо.th", "", id="Cyrillic signs"),
    pytest.param("saraban@sso.g0.th", "", id="a zero"),
    pytest.param("saraban@ｓｓｏ.ｇｏ.th", "", id="wide signs"),
    pytest.param("saraban@söo.gö.th", "", id="accents"),
    pytest.param("saraban@sso.xn--g-1ga.th", "", id="accents, encoded"),
    pytest.param("sso.go.th.saraban@mail.example", "", id="the domain as the person's name"),
    pytest.param("x@mail.example", "saraban@sso.go.th", id="an address shown as the name"),
    pytest.param("x@mail.example", "ฝ่ายสารบรรณ (info@mol.go.th)", id="an address in the name"),
]


@pytest.mark.parametrize(("address", "name"), LOOK_ALIKES)
def test_a_look_alike_is_recognised(address, name):
    assert looks_like_an_agencys(address, name)


HONEST = [
    pytest.param("officer@mol.go.th", "กระทรวงแรงงาน", id="an agency"),
    pytest.param("officer@navy.mi.th", "", id="the navy"),
    pytest.param("a@modern.go.th", "", id="an agency with r and n"),
    pytest.param("hr@gothic.co.th", "", id="a firm called Gothic"),
    pytest.param("hr@smith.com", "", id="Smith"),
    pytest.param("somchai.go@mail.example", "", id="somebody called Go"),
    pytest.param("hr@ssoft.co.th", "", id="a firm whose name begins like ours"),
    pytest.param("sso.login@mail.example", "", id="single sign-on"),
    pytest.param("a@chula.ac.th", "จุฬาลงกรณ์มหาวิทยาลัย", id="a university"),
    pytest.param("a@gmail.com", "อบต.บ้านใหม่", id="a village's free mailbox"),
]


@pytest.mark.parametrize(("address", "name"), HONEST)
def test_an_honest_address_is_left_in_peace(address, name):
    assert not looks_like_an_agencys(address, name)


@pytest.mark.parametrize("domain", ["mol.go.th", "rta.mi.th"])
def test_only_agencies_can_have_these_domains(domain):
    assert is_agencys(domain)
