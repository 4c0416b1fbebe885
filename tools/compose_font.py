"""Makes the font of receipts: Sarabun, in which each Thai syllable's signs are one glyph.

A PDF tells what a glyph stands for in a table with one text for a glyph (ToUnicode). The
typesetter gives each glyph of a consonant with its vowel and tone marks the text of all of
them together, so that other programs than two find and copy ``ครรั้ง`` for ``ครั้ง`` (open
upstream: typst 8767, krilla 411). Where consonant and marks are one glyph, the table is right
by itself, for every program. Each such glyph is made of the font's own, where HarfBuzz would
have put them, so nothing looks different.

    python -m tools.compose_font Sarabun_400Regular.ttf Sarabun-Regular.ttf

The first file is that of the npm package ``@expo-google-fonts/sarabun``, version 0.4.1; the
second belongs into functions/notify/paper/fonts. Needs fonttools and uharfbuzz.
"""

import sys
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import Any

CONSONANTS = tuple(map(chr, range(0x0E01, 0x0E2F)))
VOWELS = ("", *map(chr, (0x0E31, *range(0x0E34, 0x0E3A), 0x0E47)))
TONES = ("", *map(chr, range(0x0E48, 0x0E4D)))
SARA_AM = "\u0e33"
"""Its ring stands below a tone mark, its second half after the consonant."""

Placed = tuple[tuple[str, int, int], ...]
"""Glyph names and where each is put."""


def clusters() -> Iterator[str]:
    """Every consonant with marks that Thai writes, and some that only a slip would."""
    for consonant, vowel, tone in product(CONSONANTS, VOWELS, TONES):
        if vowel or tone:
            yield consonant + vowel + tone
    for consonant, tone in product(CONSONANTS, TONES):
        yield consonant + tone + SARA_AM


def shaped(font: Any, shaper: Any, text: str) -> tuple[Placed, int]:
    """The glyphs of a text and where they go; the width of all."""
    uharfbuzz = import_module("uharfbuzz")
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    pen, placed = 0, []
    for glyph, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        name = font.getGlyphName(glyph.codepoint)
        placed.append((name, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    return tuple(placed), pen


def composite(placed: Placed) -> Any:
    """One glyph of several."""
    outlines = import_module("fontTools.ttLib.tables._g_l_y_f")
    glyph = outlines.Glyph()
    glyph.numberOfContours = -1
    glyph.components = []
    for name, x, y in placed:
        part = outlines.GlyphComponent()
        part.glyphName, part.x, part.y = name, x, y
        part.flags = 0x4 | 0x2  # ROUND_XY_TO_GRID, ARGS_ARE_XY_VALUES
        glyph.components.append(part)
    return glyph


def compose(source: Path, target: Path) -> None:
    """Write the font with its new glyphs."""
    font = import_module("fontTools.ttLib").TTFont(source, recalcTimestamp=False)
    uharfbuzz = import_module("uharfbuzz")
    shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))))
    made: dict[tuple[str, ...], tuple[str, Placed, int]] = {}
    for text in clusters():
        placed, width = shaped(font, shaper, text)
        name = "thai" + "".join(f"{ord(sign) - 0x0E00:02X}" for sign in text)
        made.setdefault(tuple(glyph for glyph, _, _ in placed), (name, placed, width))
    order = font.getGlyphOrder()
    font.setGlyphOrder([*order, *(name for name, _, _ in made.values())])
    for name, placed, width in made.values():
        font["glyf"][name] = composite(placed)
        font["hmtx"][name] = (width, 0)
    for name, _, _ in made.values():
        glyph = font["glyf"][name]
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (font["hmtx"][name][0], glyph.xMin)
    _substitute(font, {parts: name for parts, (name, _, _) in made.items()})
    font.save(target)


def _substitute(font: Any, ligatures: dict[tuple[str, ...], str]) -> None:
    """Put the ligatures behind all that the font does already, for Thai."""
    old = font["GSUB"].table
    rules = "".join(
        f"sub {' '.join(parts)} by {name};\n"
        for parts, name in sorted(ligatures.items(), key=lambda found: (-len(found[0]), found[0]))
    )
    import_module("fontTools.feaLib.builder").addOpenTypeFeaturesFromString(
        font, f"lookup marks useExtension {{\n{rules}}} marks;\n"
        "feature ccmp { script thai; lookup marks; } ccmp;", tables=["GSUB"],
    )  # fmt: skip
    new, font["GSUB"].table = font["GSUB"].table.LookupList.Lookup, old
    first = len(old.LookupList.Lookup)
    old.LookupList.Lookup.extend(new)
    old.LookupList.LookupCount = len(old.LookupList.Lookup)
    added = list(range(first, len(old.LookupList.Lookup)))
    for record in _thai(old.ScriptList, old.FeatureList, "ccmp"):
        record.Feature.LookupListIndex = [*record.Feature.LookupListIndex, *added]
        record.Feature.LookupCount = len(record.Feature.LookupListIndex)


def _thai(scripts: Any, features: Any, tag: str) -> list[Any]:
    wanted: set[int] = set()
    for script in scripts.ScriptRecord:
        if script.ScriptTag == "thai":
            systems = [script.Script.DefaultLangSys]
            systems += [system.LangSys for system in script.Script.LangSysRecord]
            wanted |= {index for system in systems if system for index in system.FeatureIndex}
    return [r for n, r in enumerate(features.FeatureRecord) if n in wanted and r.FeatureTag == tag]


if __name__ == "__main__":
    compose(Path(sys.argv[1]), Path(sys.argv[2]))
