# ruff: noqa: E501, SIM905  (lists of words read best in long lines)
"""Labelled customers: pairs that are one company or person, as two people type it, and pairs that only look so.

Made by rules and a seed. Half of the negatives are hard on purpose: branches, namesakes, one owner's several companies."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable
from dataclasses import dataclass

from desktop_crm.models.records.customers import Address, Contact, ContactPoint, CustomerDraft, CustomerKind, PointKind

BRANDS = (
    "华腾 金诺 天成 宏达 瑞康 祥云 中联 东方明珠 新世纪 恒通 盛世 嘉和 博瑞 创维 海川 凯旋 联众 明德 鹏程 启航 荣发 泰和 同心 万通 旭日 亚信 远景 正大 智远 长虹 "
    "蓝海 星光 云峰 安捷 飞腾 光明 百川 德胜 富强 广源 辉煌 捷达 康泰 利民 隆盛 美佳 能达 诺亚 普惠 锐进 森源 拓普 威胜 兴业达 讯飞龙 洋帆 益民堂 宇通宝 泽润 展鹏 "
    "舟山海 卓越通 芯海微 福临门 三江源 五洲行 七彩云 九阳春 大唐盛 小天鹅 金种子 红太阳 黑土地 白云山 青山绿 紫荆花"
).split()
TRADES = (
    "机械制造 电子 五金制品 贸易 进出口 电子商务 软件 信息技术 网络科技 医疗器械 生物医药 教育科技 建筑工程 装饰工程 物流 供应链管理 新能源 食品 餐饮管理 文化传媒 "
    "广告 物业管理 企业管理 人力资源"
).split()
CITIES = (
    ("深圳", "440305"), ("上海", "310115"), ("北京", "110108"), ("广州", "440106"), ("杭州", "330106"), ("成都", "510104"),
    ("武汉", "420106"), ("南京", "320106"), ("西安", "610113"), ("苏州", "320508"), ("青岛", "370202"), ("长沙", "430102"),
)  # fmt: skip
PEOPLE = (
    "王建国 李晓红 张伟 刘洋 陈静 杨帆 赵磊 黄海燕 周志强 吴桂英 徐文斌 孙丽娟 胡明 朱浩然 高雪 林晨 何佳怡 郭宇轩 马永刚 罗丹 梁志远 宋春梅 郑凯 谢婷婷"
).split()
SIMPLE = "华东万兴业马龙门车云乐义习书买产亿众优传伟体价会"
COMPLEX = "華東萬興業馬龍門車雲樂義習書買產億眾優傳偉體價會"
TRADITIONAL = str.maketrans(
    SIMPLE + "腾达联发广讯飞网络电机软贸远长风师术环药医疗", COMPLEX + "騰達聯發廣訊飛網絡電機軟貿遠長風師術環藥醫療"
)
SOUNDS = {"腾": "藤", "诺": "懦", "成": "诚", "达": "答", "瑞": "锐", "和": "河", "通": "同", "联": "连", "航": "杭", "信": "芯", "远": "苑"}  # fmt: skip
ENGLISH = "Bright Forge;Anchor Way;Ridge Point;Silver Oak;Northwind;Blue Harbor;Red Cedar;Golden Gate;Evergreen".split(
    ";"
)
ENGLISH_TRADES = ("Trading", "Technology", "Logistics", "Electronics", "Foods", "Machinery")


@dataclass(frozen=True)
class Labelled:
    """Two customers, whether they are one, and what makes the case."""

    case: str
    one: CustomerDraft
    other: CustomerDraft
    same: bool


class Maker:
    """Draws customers and what becomes of them."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self._number = 0

    def phone(self) -> str:
        self._number += 1
        return f"+8613{self.dice.randrange(10)}{10000000 + self._number * 7 + self.dice.randrange(7):08d}"

    def code(self, region: str) -> str:
        chars = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        self._number += 1
        body = f"91{region}{100_000_000 + self._number * 13:09d}"
        total = sum(chars.index(char) * pow(3, i, 31) for i, char in enumerate(body))
        return body + chars[-total % 31]

    def company(self) -> CustomerDraft:
        dice = self.dice
        city, region = dice.choice(CITIES)
        brand, trade = dice.choice(BRANDS), dice.choice(TRADES)
        name = dice.choice(
            (f"{city}市{brand}{trade}有限公司", f"{city}{brand}{trade}有限公司", f"{brand}{trade}（{city}）有限公司")
        )
        phone = self.phone()
        return CustomerDraft(
            name=name,
            credit_code=self.code(region) if dice.random() < 0.6 else "",
            points=(ContactPoint(PointKind.PHONE, phone, primary=True),),
            addresses=(Address(region, f"科技路{dice.randrange(1, 900)}号", primary=True),),
            contacts=(Contact(dice.choice(PEOPLE), points=(ContactPoint(PointKind.PHONE, self.phone()),)),),
        )

    def again(self, draft: CustomerDraft, name: str, *, phone: bool | None = None) -> CustomerDraft:
        """The same customer typed once more: less is known; the phone is the old one in half of the cases."""
        keeps = self.dice.random() < 0.5 if phone is None else phone
        points = draft.points if keeps else (ContactPoint(PointKind.PHONE, self.phone(), primary=True),)
        addresses = draft.addresses if self.dice.random() < 0.3 else ()
        return dataclasses.replace(draft, name=name, credit_code="", points=points, addresses=addresses, contacts=())

    def fresh(self, draft: CustomerDraft, name: str, **changes: object) -> CustomerDraft:
        """Another customer: nothing in common but what `changes` says."""
        other = dataclasses.replace(
            self.company(), name=name, addresses=draft.addresses if self.dice.random() < 0.5 else ()
        )
        return dataclasses.replace(other, **changes)  # type: ignore[arg-type]

    # One customer, twice.

    def legal_form(self) -> Labelled:
        one = self.company()
        form = self.dice.choice(("", "有限责任公司", "公司", "集团有限公司", "股份有限公司"))
        return Labelled("legal form", one, self.again(one, one.name.replace("有限公司", form)), True)

    def brackets(self) -> Labelled:
        one = self.company()
        city = next(city for city, _ in CITIES if city in one.name)
        core = one.name.replace(f"（{city}）", "").replace(f"{city}市", "").replace(city, "")
        styles = (
            f"{city}{core}",
            core.replace("有限公司", f"({city})有限公司"),
            core + f"【{city}】",
            f"{core[:2]}({city}){core[2:]}",
        )
        return Labelled("brackets", one, self.again(one, self.dice.choice(styles)), True)

    def china(self) -> Labelled:
        one = self.company()
        return Labelled("(中国)", one, self.again(one, one.name.replace("有限公司", "（中国）有限公司")), True)

    def traditional(self) -> Labelled:
        one = self.company()
        return Labelled("traditional", one, self.again(one, one.name.translate(TRADITIONAL)), True)

    def wide(self) -> Labelled:
        one = self.company()
        one = dataclasses.replace(one, name="ABC" + one.name[2:])
        return Labelled("width", one, self.again(one, one.name.replace("ABC", "ＡＢＣ ")), True)

    def homophone(self) -> Labelled:
        while True:
            one = self.company()
            brand = next(b for b in BRANDS if b in one.name)
            name = one.name.replace(brand, "".join(SOUNDS.get(char, char) for char in brand))
            if name != one.name:
                return Labelled("homophone", one, self.again(one, name), True)

    def slip(self) -> Labelled:
        """A character dropped, doubled or swapped in the trade; the phone says the rest in half of the cases."""
        one = self.company()
        at = len(one.name) - 5 if one.name.endswith("有限公司") and "（" not in one.name else 3
        name = self.dice.choice((one.name[:at] + one.name[at + 1 :], one.name[:at] + one.name[at] + one.name[at:]))
        return Labelled("slip", one, self.again(one, name), True)

    def brand_slip(self) -> Labelled:
        """A wrong character in the brand: only phone and person say that it is the same."""
        one = self.company()
        brand = next(b for b in BRANDS if b in one.name)
        name = one.name.replace(brand, brand[:-1] + self.dice.choice("力宝鑫"))
        other = self.again(one, name, phone=True)
        return Labelled("wrong character", one, dataclasses.replace(other, contacts=one.contacts), True)

    def abbreviation(self) -> Labelled:
        one = self.company()
        brand = next(b for b in BRANDS if b in one.name)
        city = next(city for city, _ in CITIES if city in one.name)
        return Labelled("abbreviation", one, self.again(one, self.dice.choice((brand, city + brand)), phone=True), True)

    def short_name(self) -> Labelled:
        one = dataclasses.replace(
            self.company(), short_name=f"{self.dice.choice('深沪京穗')}{self.dice.choice(BRANDS)}通"
        )
        return Labelled("short name", one, self.again(one, one.short_name, phone=True), True)

    def credit_code(self) -> Labelled:
        """Renamed: the code alone says that it is the same company."""
        one = self.company()
        one = dataclasses.replace(one, credit_code=one.credit_code or self.code("440305"))
        other = self.again(one, self.company().name)
        return Labelled("renamed", one, dataclasses.replace(other, credit_code=one.credit_code), True)

    def english(self) -> Labelled:
        brand, trade = self.dice.choice(ENGLISH), self.dice.choice(ENGLISH_TRADES)
        one = dataclasses.replace(self.company(), name=f"{brand} {trade} Co., Ltd.", addresses=())
        styles = (f"{brand} {trade} Limited", f"{brand.upper()} {trade.upper()} LTD", f"{brand.replace(' ', '')} {trade} Inc", f"{brand[:-2]}{brand[-1]} {trade} Ltd")  # fmt: skip
        return Labelled("English", one, self.again(one, self.dice.choice(styles), phone=True), True)

    def person(self) -> Labelled:
        name = self.dice.choice(PEOPLE)
        one = self.someone(name)
        other = dataclasses.replace(one, name=self.dice.choice((name, f"{name} ", name.translate(TRADITIONAL))))
        return Labelled("person", one, other, True)

    def someone(self, name: str) -> CustomerDraft:
        region = self.dice.choice(CITIES)[1]
        points = (ContactPoint(PointKind.PHONE, self.phone(), primary=True),)
        street = f"人民路{self.dice.randrange(999)}号"
        return CustomerDraft(name, CustomerKind.PERSON, points=points, addresses=(Address(region, street),))

    # Two customers.

    def branch(self) -> Labelled:
        one = self.company()
        city = self.dice.choice([c for c, _ in CITIES if c not in one.name])
        return Labelled("branch", one, self.fresh(one, f"{one.name}{city}分公司", points=one.points), False)

    def shops(self) -> Labelled:
        one = self.company()
        brand = next(b for b in BRANDS if b in one.name)
        a, b = self.dice.sample(("人民路店", "中山路店", "一店", "二店", "西湖区门店", "3号店", "5号店"), 2)
        first = dataclasses.replace(one, name=f"{brand}餐饮（{a}）")
        return Labelled("shops", first, self.fresh(one, f"{brand}餐饮（{b}）", contacts=one.contacts), False)

    def other_city(self) -> Labelled:
        one = self.company()
        mine = next(c for c, _ in CITIES if c in one.name)
        city = self.dice.choice([c for c, _ in CITIES if c != mine])
        return Labelled("other city", one, self.fresh(one, one.name.replace(mine, city), addresses=()), False)

    def numbers(self) -> Labelled:
        city, _ = self.dice.choice(CITIES)
        a, b = self.dice.sample("一二三四五六", 2)
        kind = self.dice.choice(("中学", "人民医院", "建筑工程公司"))
        one = dataclasses.replace(self.company(), name=f"{city}市第{a}{kind}")
        return Labelled("numbers", one, self.fresh(one, f"{city}市第{b}{kind}"), False)

    def other_trade(self) -> Labelled:
        """One owner's companies: the same phone and brand, another trade."""
        one = self.company()
        trade = next(t for t in TRADES if t in one.name)
        other = self.dice.choice([t for t in TRADES if t != trade and t not in trade and trade not in t])
        return Labelled("other trade", one, self.fresh(one, one.name.replace(trade, other)), False)

    def one_owner(self) -> Labelled:
        """The same phone and contact person, wholly different names."""
        one = self.company()
        brand = next(b for b in BRANDS if b in one.name)
        other = self.dice.choice([b for b in BRANDS if not set(b) & set(brand)])
        name = f"{self.dice.choice(CITIES)[0]}{other}{self.dice.choice(TRADES)}有限公司"
        return Labelled("one owner", one, self.fresh(one, name, points=one.points, contacts=one.contacts), False)

    def two_codes(self) -> Labelled:
        one = self.company()
        one = dataclasses.replace(one, credit_code=self.code("440305"))
        return Labelled("two credit codes", one, self.fresh(one, one.name, credit_code=self.code("440305")), False)

    def near_brand(self) -> Labelled:
        """One character of a short brand apart: 华腾 and 华丰."""
        one = self.company()
        brand = next(b for b in BRANDS if b in one.name)
        other = brand[:-1] + self.dice.choice("鑫宝丰")
        return Labelled("near brand", one, self.fresh(one, one.name.replace(brand, other)), False)

    def namesakes(self) -> Labelled:
        name = self.dice.choice(PEOPLE)
        return Labelled("namesakes", self.someone(name), self.someone(name), False)

    def couple(self) -> Labelled:
        a, b = self.dice.sample(PEOPLE, 2)
        one = self.someone(a)
        return Labelled(
            "one household",
            one,
            dataclasses.replace(self.someone(b), points=one.points, addresses=one.addresses),
            False,
        )

    def strangers(self) -> Labelled:
        one = self.company()
        return Labelled("strangers", one, self.fresh(one, self.company().name), False)


SAME: tuple[Callable[[Maker], Labelled], ...] = (
    Maker.legal_form, Maker.brackets, Maker.china, Maker.traditional, Maker.wide, Maker.homophone, Maker.slip,
    Maker.brand_slip, Maker.abbreviation, Maker.short_name, Maker.credit_code, Maker.english, Maker.person,
)  # fmt: skip
DIFFERENT: tuple[Callable[[Maker], Labelled], ...] = (
    Maker.branch, Maker.shops, Maker.other_city, Maker.numbers, Maker.other_trade, Maker.one_owner, Maker.two_codes,
    Maker.near_brand, Maker.namesakes, Maker.couple, Maker.strangers,
)  # fmt: skip


def labelled(count: int, seed: int = 1) -> list[Labelled]:
    """`count` pairs of each case."""
    maker = Maker(seed)
    return [case(maker) for _ in range(count) for case in (*SAME, *DIFFERENT)]
