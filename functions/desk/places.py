"""A khet or amphoe by its code, in words with its province."""

from functions.desk.words import Words
from shared.directory import gazetteer, provinces
from shared.directory.provinces import BANGKOK_CODE


def place_words(code: str) -> Words:
    """``เขตบางรัก กรุงเทพมหานคร``; a code that no district has is shown as it is."""
    district = gazetteer.load().get(code)
    if district is None:
        return Words(code, code)
    province = provinces.load()[district.province_code]
    kind = Words("เขต", "Khet") if province.code == BANGKOK_CODE else Words("อำเภอ", "Amphoe")
    return Words(
        f"{kind.th}{district.name_th} {_prefix(province.code)}{province.name_th}",
        f"{kind.en} {district.name_en}, {province.name_en}",
    )


def _prefix(province: str) -> str:
    return "" if province == BANGKOK_CODE else "จังหวัด"
