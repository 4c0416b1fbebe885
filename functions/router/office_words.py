"""The words by which people name an office; what stands beside them says which one."""

import re
from collections.abc import Iterator

from shared.classification.passages import Passage
from shared.thai.blurring import blur

OFFICE = re.compile(
    r"(?:ประกันสังคม|สปส\.?|ปกส\.?)(?:เขต|กทม\.?|กรุงเทพฯ?)(?P<short>\d{1,2})(?![\d/.-])"
    r"|(?:สานักงาน)?(?P<province>(?:ประกันสังคม|สปส\.?|ปกส\.?|(?<=สานักงาน))(?P<word>จังหวัด|จ\.)?)"
    r"(?!\.?(?:พืนที|สาขา|กรุงเทพ|กทม))"
    r"|(?P<branch>สาขา)"
    r"|(?:กรุงเทพมหานคร|กทม\.?|กรุงเทพฯ?|ประกันสังคม|สปส\.?|ผูอานวยการฯ?|ผอ\.?|เขต|สานักงาน|สนง\.?"
    r"|bangkok|office|sso|security)[ ,.]{0,2}(?:metropolis |เขต)?"
    r"(?P<area>(?:พืนที(?:ที)?|area(?: office)?)[ .-]?(?:no\.? ?)?(?P<number>\d{1,2}))(?!\d)"
    r"|area (?P<ahead>\d{1,2}) (?:office|sso|social security)"
    r"|ศูนยฟืนฟู[^\d]{0,30}?ภาค(?:ที)?(?P<region>\d)"
    r"|region (?P<before>\d)(?=\D{0,40}rehabilitation)"
    r"|rehabilitation\D{0,40}region (?P<after>\d)"
    r"|(?P<centre>ศูนยฟืนฟู(?:สมรรถภาพ)?(?:คนงาน)?(?:ของ)?(?:สานักงาน)?(?:ประกันสังคม|สปส\.?)?"
    r"(?:ที)?(?:จังหวัด|จ\.)?|rehabilitation cent(?:er|re)(?: in| at| of|,)? ?\(?)"
    r"|(?P<has_centre>มีศูนย(?:ให|ฝึก|ฟืนฟู))"
    r"|(?P<english>(?:social security|sso)(?: office| branch)*,?(?: of| in| at| for)? ?)"
    r"|(?P<mailbox>saraban_[a-z0-9_]+@[a-z.]+[a-z])"
    r"|(?<!\d)(?P<phone>0[ -]?[2-7][0-9 -]{7,10})(?!\d)"
)
_BLURRED = re.compile(blur(OFFICE.pattern))


def spelt(passage: Passage) -> Iterator[re.Match[str]]:
    """Where an office may be named; in what was scanned the words may be misread."""
    if passage.scanned:
        return _BLURRED.finditer(blur(passage.folded.text))
    return OFFICE.finditer(passage.folded.text)
