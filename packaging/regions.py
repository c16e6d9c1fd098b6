"""Makes desktop_crm/resources/regions.csv from the list in python-stdnum (stdnum/cn/loc.dat).

    python packaging/regions.py

Kept: the entries valid today. Left out: the 市辖区 row of ordinary cities, and rows that the source
carries but GB/T 2260 does not (see DROP). English names are pinyin, except where another is established.
"""

from __future__ import annotations

import csv
import re
from importlib.util import find_spec
from pathlib import Path

from desktop_crm.models.text.pinyin import syllables
from desktop_crm.models.text.regions import PEOPLES

OUT = Path(__file__).parents[1] / "desktop_crm" / "resources" / "regions.csv"
# 随州 and 神农架 moved (421300, 429021); 两江新区 is a development zone, not a district.
DROP = {"429001", "422900", "422921", "500157"}
MUNICIPALITIES = ("11", "12", "31", "50")
ENGLISH = {
    "110000": "Beijing",
    "120000": "Tianjin",
    "130000": "Hebei",
    "140000": "Shanxi",
    "150000": "Inner Mongolia",
    "210000": "Liaoning",
    "220000": "Jilin",
    "230000": "Heilongjiang",
    "310000": "Shanghai",
    "320000": "Jiangsu",
    "330000": "Zhejiang",
    "340000": "Anhui",
    "350000": "Fujian",
    "360000": "Jiangxi",
    "370000": "Shandong",
    "410000": "Henan",
    "420000": "Hubei",
    "430000": "Hunan",
    "440000": "Guangdong",
    "450000": "Guangxi",
    "460000": "Hainan",
    "500000": "Chongqing",
    "510000": "Sichuan",
    "520000": "Guizhou",
    "530000": "Yunnan",
    "540000": "Tibet",
    "610000": "Shaanxi",
    "620000": "Gansu",
    "630000": "Qinghai",
    "640000": "Ningxia",
    "650000": "Xinjiang",
    "710000": "Taiwan",
    "810000": "Hong Kong",
    "820000": "Macao",
    "150100": "Hohhot",
    "150600": "Ordos",
    "150700": "Hulunbuir",
    "150800": "Bayannur",
    "150900": "Ulanqab",
    "152200": "Hinggan",
    "152500": "Xilingol",
    "152900": "Alxa",
    "230100": "Harbin",
    "230200": "Qiqihar",
    "540100": "Lhasa",
    "540200": "Shigatse",
    "540400": "Nyingchi",
    "540600": "Nagqu",
    "542500": "Ngari",
    "650100": "Urumqi",
    "650200": "Karamay",
    "650400": "Turpan",
    "650500": "Hami",
    "652700": "Bortala",
    "652800": "Bayingolin",
    "652900": "Aksu",
    "653000": "Kizilsu",
    "653100": "Kashgar",
    "653200": "Hotan",
    "654000": "Ili",
    "654200": "Tacheng",
    "654300": "Altay",
    "659001": "Shihezi",
    "659002": "Aral",
    "659003": "Tumxuk",
    "513200": "Ngawa",
    "513300": "Garze",
    "513400": "Liangshan",
    "533400": "Deqen",
    "632600": "Golog",
    "632700": "Yushu",
    "632800": "Haixi",
    "632200": "Haibei",
    "532800": "Xishuangbanna",
    "533100": "Dehong",
}
SUFFIX = re.compile(
    f"(?:(?:{PEOPLES})*(?:自治州|自治县|自治旗|自治区)|(?:{PEOPLES})区|地区|林区|特区|新区|省|市|盟|区|县|旗)$"
)


def current() -> dict[str, str]:
    """Code → name of the entries that carry no end year."""
    spec = find_spec("stdnum")
    assert spec is not None
    assert spec.origin is not None
    rows: dict[str, str] = {}
    province = ""
    for line in (Path(spec.origin).parent / "cn" / "loc.dat").read_text("utf-8").splitlines():
        if match := re.match(r'(\d\d) province="', line):
            province = match[1]
        elif match := re.match(r'  (\d{4}) county="(.*)"', line):
            for part in match[2].split(","):
                span = re.match(r"(?:\[\d*-(\d*)\])?(.*)", part)
                assert span is not None
                if not span[1]:
                    rows[province + match[1]] = span[2]
    return rows


def wanted(code: str, name: str) -> bool:
    if code in DROP:
        return False
    return not (name == "市辖区" and not (code.endswith("0100") and code[:2] in MUNICIPALITIES))


def english(code: str, name: str) -> str:
    if code in ENGLISH:
        return ENGLISH[code]
    if name == "市辖区":
        return "Districts"
    if name == "县":
        return "Counties"
    if name.endswith("直辖县级行政单位"):
        return "Directly administered"
    match = SUFFIX.search(name)
    suffix = match[0] if match else ""
    base = name[: len(name) - len(suffix)]
    if not base:  # 东乡族自治县: the people's name is the place's
        base = name.removesuffix("自治县").removesuffix("自治旗").removesuffix("族").removesuffix("区")
    kind = {"县": " County", "旗": " Banner"}.get(suffix[-1:], "")
    if len(base) == 1 and suffix in ("县", "旗", "区"):
        return spelled(base + suffix)
    return spelled(base, name) + kind


def spelled(base: str, name: str = "") -> str:
    """Pinyin in one word; an apostrophe before a later a, e or o: Xi'an. `name` may settle the reading."""
    out = ""
    for sound in syllables(name or base)[: len(base)]:
        out += f"'{sound}" if out and sound[0] in "aeo" else sound
    return out.replace("v", "ü").capitalize()


def main() -> None:
    rows = {code: name for code, name in sorted(current().items()) if wanted(code, name)}
    OUT.parent.mkdir(exist_ok=True)
    with OUT.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for code, name in rows.items():
            writer.writerow([code, name, english(code, name)])
    print(f"{len(rows)} regions")


if __name__ == "__main__":
    main()
