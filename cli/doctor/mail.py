"""Is mail taken in and sent?"""

from collections.abc import Iterator
from typing import Any

from cli.doctor.finding import Finding, Health, judged
from cli.place import Place
from shared.directory import offices

PLAYED = "the town's SMTP listener stands in for it"


def way_in(place: Place) -> Iterator[Finding]:
    """The receipt rule: active, switched on, and for every mailbox of the directory."""
    if place.played:
        yield Finding("receipt rule set", Health.UNSEEN, PLAYED)
        return
    wanted = place.name("MailRuleSet")
    active = place.session.client("ses").describe_active_receipt_rule_set()
    name = active.get("Metadata", {}).get("Name", "none")
    do = f"aws ses set-active-receipt-rule-set --rule-set-name {wanted}"
    yield judged("receipt rule set", well=name == wanted, said=f"active: {name}", do=do)
    if name == wanted:
        rules: list[Any] = list(active.get("Rules", ()))
        enabled = [rule for rule in rules if rule.get("Enabled")]
        do = "switch the rule on in SES, Email receiving, or deploy again"
        said = f"{len(enabled)} of {len(rules)} switched on"
        yield judged("receipt rules", well=bool(rules) and enabled == rules, said=said, do=do)
        yield _mailboxes(enabled, place.name("MailDomain"))


def _mailboxes(rules: list[Any], domain: str) -> Finding:
    taken = {str(address).lower() for rule in rules for address in rule.get("Recipients", ())}
    ours = {mailbox.partition("@")[0] + f"@{domain}" for mailbox in offices.load().mailboxes}
    missing = sorted(ours - taken) if taken else []
    return judged(
        "mailboxes",
        well=not missing,
        said=f"{len(ours) - len(missing)} of {len(ours)} take mail in",
        do=f"add them to the rule in template.yaml and deploy: {', '.join(missing[:5])}",
    )


def identity(place: Place) -> Iterator[Finding]:
    """The domain: proven to SES, and signing with DKIM."""
    if place.played:
        yield Finding("mail domain", Health.UNSEEN, "the town proves no domain")
        return
    domain = place.name("MailDomain")
    found = place.session.client("sesv2").get_email_identity(EmailIdentity=domain)
    do = f"publish the DNS records that SES shows for {domain}"
    proven = bool(found.get("VerifiedForSendingStatus"))
    yield judged("mail domain", well=proven, said="proven" if proven else "not proven", do=do)
    dkim = found.get("DkimAttributes", {}).get("Status", "?")
    yield judged("DKIM", well=dkim == "SUCCESS", said=dkim.lower(), do=do)


def account(place: Place) -> Iterator[Finding]:
    """SES's account: out of the sandbox, allowed to send, with room for today."""
    if place.played:
        yield Finding("SES account", Health.UNSEEN, "the town has no sandbox")
        return
    found = place.session.client("sesv2").get_account()
    out, sends = found.get("ProductionAccessEnabled", False), found.get("SendingEnabled", False)
    do = "ask AWS for production access (SES console, Account dashboard)"
    said = "out of the sandbox" if out else "in the sandbox: strangers get no receipt"
    yield judged("SES account", well=out, said=said, do=do)
    do = "SES has stopped the account's sending: answer its case in the Support Center"
    yield judged("SES sending", well=sends, said="allowed" if sends else "stopped", do=do)
    quota = found.get("SendQuota", {})
    most, sent = float(quota.get("Max24HourSend", 0)), float(quota.get("SentLast24Hours", 0))
    do = "ask for a higher sending quota (Service Quotas, SES); letters are registered all the same"
    said = f"{sent:.0f} of {most:.0f} in 24 hours"
    yield judged("SES quota", well=most < 0 or sent < 0.8 * most, said=said, do=do)
