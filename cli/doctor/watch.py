"""Would anybody hear of trouble, and is there any now?"""

from collections.abc import Iterator

from cli.doctor.finding import Finding, Health, judged
from cli.place import Place


def alarms(place: Place) -> Iterator[Finding]:
    """No alarm rings, and somebody hears those that will."""
    if place.played:
        yield Finding("alarms", Health.UNSEEN, "nobody watches a laptop")
        return
    stack = place.name("MailRuleSet")
    pages = place.session.client("cloudwatch").get_paginator("describe_alarms")
    found = [
        a for page in pages.paginate(AlarmNamePrefix=f"{stack}-") for a in page["MetricAlarms"]
    ]
    ringing = sorted(a["AlarmName"].split("-")[1] for a in found if a["StateValue"] == "ALARM")
    said = ", ".join(ringing) or f"{len(found)} quiet"
    do = "docs/running.md has a chapter for each"
    yield judged("alarms", well=bool(found) and not ringing, said=said, do=do)
    topic = place.name("AlarmTopic")
    listed = place.session.client("sns").list_subscriptions_by_topic(TopicArn=topic)
    heard = [s for s in listed["Subscriptions"] if s["SubscriptionArn"].startswith("arn:")]
    do = "subscribe to the topic, and confirm the mail that AWS sends (parameter AlarmEmail)"
    yield judged("who hears alarms", well=bool(heard), said=f"{len(heard)} confirmed", do=do)
