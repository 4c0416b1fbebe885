"""Whose words a mail's body is made of: new, quoted, forwarded, signature, legal notice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from shared.own_words.closing import is_notice, signature_at
from shared.own_words.history import Earlier, opening
from shared.thai.folding import key

LITTLE = 60
"""A sender who writes fewer folded letters than this above a letter lets that letter speak."""
_QUOTED = re.compile(r"[ \t]*(?:>|&gt;)")
_FORWARDING = re.compile(r"\s*(?:\[[^\]]*\]\s*)?(?:fwd?|fw|ส่งต่อ)\s*[:：]", re.IGNORECASE)


class Voice(StrEnum):
    """What a stretch of a body is."""

    OWN = "own"
    QUOTED = "quoted"
    FORWARDED = "forwarded"
    """An earlier letter that this mail passes on: it is about that."""
    SIGNATURE = "signature"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A slice of the body in one voice."""

    start: int
    end: int
    voice: Voice


def stretches(body: str, subject: str = "") -> tuple[Stretch, ...]:
    """The whole body, in order, without gaps; blank lines go with what stands before them.

    An earlier letter is FORWARDED when the program's words or the subject say so, or when
    they leave it open and the sender adds next to nothing; below a reply it is QUOTED.
    """
    lines = body.splitlines(keepends=True)
    plain = [line.rstrip("\r\n") for line in lines]
    voices, earlier = _earlier(plain)
    own = [number for number, voice in enumerate(voices) if voice is Voice.OWN]
    for number, voice in zip(own, _closing([plain[n] for n in own]), strict=True):
        voices[number] = voice
    said = sum(len(key(line)) for line, v in zip(lines, voices, strict=True) if v is Voice.OWN)
    forwarded = earlier is Earlier.FORWARDED or bool(_FORWARDING.match(subject))
    if forwarded or (earlier is Earlier.EITHER and said < LITTLE):
        voices = [Voice.FORWARDED if voice is Voice.QUOTED else voice for voice in voices]
    return tuple(_joined(lines, voices))


def own_words(body: str, subject: str = "") -> str:
    """What the sender wrote now; for a mail that only forwards, what it forwards."""
    cut = stretches(body, subject)
    own = "".join(body[s.start : s.end] for s in cut if s.voice is Voice.OWN)
    if len(key(own)) >= LITTLE or not any(s.voice is Voice.FORWARDED for s in cut):
        return own.strip()
    counted = (Voice.OWN, Voice.FORWARDED)
    return "".join(body[s.start : s.end] for s in cut if s.voice in counted).strip()


def _earlier(lines: list[str]) -> tuple[list[Voice], Earlier | None]:
    """Each line OWN or QUOTED; and what the first program's words say the earlier letter is."""
    voices = [Voice.QUOTED if _QUOTED.match(line) else Voice.OWN for line in lines]
    first: Earlier | None = Earlier.ANSWERED if Voice.QUOTED in voices else None
    number = 0
    while number < len(lines):
        found = opening(lines, number) if voices[number] is Voice.OWN else None
        number += 1
        if found is None:
            continue
        below = next((n for n in range(found.after, len(lines)) if lines[n].strip()), len(lines))
        if below < len(lines) and voices[below] is Voice.QUOTED:
            voices[found.line : below] = [Voice.QUOTED] * (below - found.line)
            first, number = found.earlier, below
            continue
        voices[found.line :] = [Voice.QUOTED] * (len(lines) - found.line)
        return voices, found.earlier
    return voices, first


def _closing(lines: list[str]) -> list[Voice]:
    """The sender's own lines: OWN, then perhaps SIGNATURE; NOTICE wherever one stands."""
    voices = [Voice.OWN] * len(lines)
    for start, end in _paragraphs(lines):
        if is_notice("\n".join(lines[start:end])):
            voices[start:end] = [Voice.NOTICE] * (end - start)
    kept = [number for number, voice in enumerate(voices) if voice is Voice.OWN]
    for place in kept[signature_at([lines[number] for number in kept]) :]:
        voices[place] = Voice.SIGNATURE
    return voices


def _paragraphs(lines: list[str]) -> Iterator[tuple[int, int]]:
    for said, group in groupby(range(len(lines)), key=lambda n: bool(lines[n].strip())):
        numbers = list(group)
        if said:
            yield numbers[0], numbers[-1] + 1


def _joined(lines: list[str], voices: list[Voice]) -> Iterator[Stretch]:
    place = start = 0
    current: Voice | None = None
    for line, voice in zip(lines, voices, strict=True):
        if line.strip() and voice is not current:
            if current is not None and place > start:
                yield Stretch(start, place, current)
                start = place
            current = voice
        place += len(line)
    if place > start:
        yield Stretch(start, place, current or Voice.OWN)
