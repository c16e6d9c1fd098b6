"""Administrative regions of China (省 / 市 / 区, GB/T 2260): names, children, read off an address.

The table is `resources/regions.csv`, made by `packaging/regions.py`. Codes have six digits: two for
the province, two for the city, two for the district. The districts of 北京, 天津, 上海 and 重庆
lie under a row called 市辖区 (and 县 in 重庆), some counties directly under their province; such rows are
offered by `cities`, but are no part of a written name. 香港, 澳门 and 台湾 have no finer codes.
"""

from __future__ import annotations

import csv
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

# Part of the names of autonomous regions (延边|朝鲜族|自治州), left out of the short ones.
PEOPLES = (
    "蒙古族|蒙古|哈萨克族|哈萨克|柯尔克孜|塔吉克|锡伯|回族|藏族|羌族|彝族|苗族|壮族|侗族|瑶族|畲族|黎族|白族|傣族|景颇族|傈僳族|"
    "土家族|布依族|朝鲜族|满族|哈尼族|拉祜族|佤族|布朗族|独龙族|怒族|普米族|纳西族|仡佬族|水族|毛南族|仫佬族|各族|东乡族|保安族|"
    "撒拉族|土族|裕固族|达斡尔族|鄂温克族|鄂伦春|京族"
)
_SUFFIX = re.compile("(?:省|市|特别行政区|(?:维吾尔|壮族|回族)?自治区|地区|盟|新区|区|县|旗|林区)$")
_AUTONOMOUS = re.compile(f"(?:{PEOPLES})*自治[州县旗]$")
_NOT_A_PLACE_ROW = re.compile("市辖区|县|.*直辖县级行政单位")
# After a short name these make another name of it: 朝阳|区, 吉林|市, 北京|路.
_GOES_ON = re.compile("[区县市镇乡村旗盟州路街巷里弄道]|大[道街厦]|[东西南北中]{1,2}[路街道]|[一二三四五六七八九十]+路")
_GAP = re.compile(r"[\s,，、/／\-—·.|]*")
_COUNTRY = re.compile(r"(?:中华人民共和国|中国)?[\s,，、/／\-—·.|]*")
_FILLER = re.compile(r"[\s,，、/／\-—·.|]*(?:市辖区|省?(?:自治区)?直辖县级行政(?:单位|区划)|县(?=[\s,，、/／\-—·.|]))")


@dataclass(frozen=True, slots=True)
class Region:
    """One region: `name` as it is called among its neighbours (南山区), `full_name` from the province on
    (广东省 深圳市 南山区), `english` its own name in English (Nanshan)."""

    code: str
    name: str
    full_name: str
    english: str


@dataclass(frozen=True, slots=True)
class _Table:
    """`children` maps a code to the rows below it; `names` maps a parent's code ("" for the country) to
    the names, full and short, by which an address may call what is below; longest names first."""

    regions: dict[str, Region]
    children: dict[str, tuple[Region, ...]]
    names: dict[str, tuple[tuple[str, str], ...]]


@functools.cache
def _table() -> _Table:
    regions: dict[str, Region] = {}
    children: dict[str, list[Region]] = {"": []}
    text = files("desktop_crm").joinpath("resources", "regions.csv").read_text("utf-8")
    for code, name, english in csv.reader(text.splitlines()):
        parent = _parent(code)
        above = regions[parent].full_name if parent else ""
        full = above if parent and _NOT_A_PLACE_ROW.fullmatch(name) else f"{above} {name}".strip()
        regions[code] = Region(code, name, full, english)
        children.setdefault(parent, []).append(regions[code])
    frozen = {code: tuple(rows) for code, rows in children.items()}
    return _Table(regions, frozen, {code: _names(rows) for code, rows in frozen.items()})


def _parent(code: str) -> str:
    if code.endswith("0000"):
        return ""
    return code[:2] + "0000" if code.endswith("00") else code[:4] + "00"


def _is_place(region: Region) -> bool:
    return not _NOT_A_PLACE_ROW.fullmatch(region.name)


def _names(rows: Iterable[Region]) -> tuple[tuple[str, str], ...]:
    names: dict[str, str] = {}
    for row in filter(_is_place, rows):
        short = _short(row.name)
        if len(short) > 1:
            names.setdefault(short, row.code)
    names.update((row.name, row.code) for row in rows if _is_place(row))
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))


def _short(name: str) -> str:
    """广东省 → 广东, 内蒙古自治区 → 内蒙古, 延边朝鲜族自治州 → 延边."""
    return _SUFFIX.sub("", name) if not name.endswith(("自治州", "自治县", "自治旗")) else _AUTONOMOUS.sub("", name)


def provinces() -> tuple[Region, ...]:
    """The 34 provinces, in the order of their codes."""
    return _table().children[""]


def cities(province: str) -> tuple[Region, ...]:
    """What lies below a province (its code or the first digits of any code in it)."""
    return _table().children.get(province[:2] + "0000", ())


def districts(city: str) -> tuple[Region, ...]:
    """What lies below a city (its code or any code in it); empty for 东莞, 中山, 儋州, 嘉峪关."""
    return _table().children.get(city[:4] + "00", ())


def region(code: str) -> Region | None:
    """The region of a code, None if there is none (any more)."""
    return _table().regions.get(code)


@functools.lru_cache(maxsize=4096)
def region_name(code: str, language: str = "zh_CN") -> str:
    """The name from the province on: `广东省 深圳市 南山区`, in English `Guangdong, Shenzhen, Nanshan`.

    Of a code that is not in the list (an old one) the city or province is named; else the code is shown.
    """
    regions = _table().regions
    known = next((regions[c] for c in (code, code[:4] + "00", code[:2] + "0000") if c in regions), None)
    if known is None:
        return code
    if language.startswith("zh"):
        return known.full_name
    chain = [regions[c] for c in dict.fromkeys((code[:2] + "0000", code[:4] + "00", code)) if c in regions]
    return ", ".join(row.english for row in chain if _is_place(row))


@functools.cache
def _by_name() -> dict[str, str]:
    """Every region by its whole name in both languages; the wider one where a city is called as its province."""
    found: dict[str, str] = {}
    for code in sorted(_table().regions):
        for language in ("zh_CN", "en"):
            found.setdefault(region_name(code, language), code)
    return found


@functools.lru_cache(maxsize=4096)
def read_region(text: str) -> tuple[str, str]:
    """As `parse_region`, and the whole names that `region_name` gives, English ones too."""
    known = _by_name().get(text.strip())
    return (known, "") if known else parse_region(text)


def parse_region(text: str) -> tuple[str, str]:
    """The finest region that an address begins with, and the rest of it: `("440305", "科技园路1号")`.

    Full names and short ones (广东深圳南山) are known, the province may be missing where the city says
    enough, a six-digit code is taken as it is. `("", text)` if it begins with no region.
    """
    text = text.strip()
    if text in _table().regions:
        return text, ""
    at = _end(_COUNTRY, text, 0)
    code, at = _province_or_city(text, at)
    if not code:
        return "", text
    if code.endswith("0000"):
        code, at = _below_province(text, at, code)
    if not code.endswith("0000") and code.endswith("00"):
        code, at = _step(text, at, code)
    return code, text[_end(_GAP, text, at) :]


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def _match(text: str, at: int, names: Iterable[tuple[str, str]]) -> tuple[str, int]:
    """The code of the first (longest) name that stands at `at`, and where it ends; ("", at) if none."""
    for name, code in names:
        if text.startswith(name, at):
            end = at + len(name)
            if _table().regions[code].name == name or not _GOES_ON.match(text, end):
                return code, end
    return "", at


@functools.cache
def _tops() -> tuple[tuple[str, str], ...]:
    """The names an address may begin with: provinces and cities, and districts of one place only."""
    table = _table()
    names: dict[str, str | None] = {}
    districts_by_name: dict[str, str | None] = {}
    for row in table.regions.values():
        if _is_place(row) and not row.code.endswith("00"):
            districts_by_name[row.name] = None if row.name in districts_by_name else row.code
    names.update(districts_by_name)
    for province in table.children[""]:
        names.update(table.names.get(province.code, ()))
    names.update(table.names[""])
    single = ((name, code) for name, code in names.items() if code)
    return tuple(sorted(single, key=lambda item: -len(item[0])))


@functools.cache
def _tops_by_first() -> dict[str, tuple[tuple[str, str], ...]]:
    out: dict[str, list[tuple[str, str]]] = {}
    for name, code in _tops():
        out.setdefault(name[0], []).append((name, code))
    return {first: tuple(names) for first, names in out.items()}


def _province_or_city(text: str, at: int) -> tuple[str, int]:
    return _match(text, at, _tops_by_first().get(text[at : at + 1], ()))


def _step(text: str, at: int, code: str) -> tuple[str, int]:
    """One level down from `code`, or `code` itself if nothing below it follows."""
    start = _end(_GAP, text, at)
    found, end = _match(text, start, _table().names.get(code, ()))
    return (found, end) if found else (code, at)


def _below_province(text: str, at: int, province: str) -> tuple[str, int]:
    """A city of the province, or, where the city is left out, a district that only one of its cities has."""
    municipal = province[:2] in {"11", "12", "31", "50"}
    if municipal:
        # 北京市北京市海淀区 and 上海市市辖区浦东新区 are what forms with three boxes give.
        again = _end(_GAP, text, at)
        name = _table().regions[province].name
        at = again + len(name) if text.startswith(name, again) else at
    at = _end(_FILLER, text, at)
    code, end = _step(text, at, province)
    if code != province:
        return code, end
    start = _end(_GAP, text, at)
    found = {match for city in cities(province) if (match := _match(text, start, _table().names.get(city.code, ())))[0]}
    longest = max((end for _, end in found), default=0)
    best = [match for match in found if match[1] == longest]
    return best[0] if len(best) == 1 else (province, at)
