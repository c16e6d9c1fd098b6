"""Customer tables as branches send them: mixed headings, full-width digits, empty rows, mistakes."""

from __future__ import annotations

import csv
from pathlib import Path

HEADINGS = ("客户名称", "手机号码", "邮箱", "所在城市", "客户来源", "备注", "内部编号")
CITIES = ("深圳市", "上海", "北京市", "重庆", "厦门")
WANTED = "华为技术有限公司"


def rows(count: int = 200) -> list[list[str]]:
    """`count` rows of which one in twenty has a mistake; the first is the customer that is looked for."""
    found = [[WANTED, "１３８００１３８０００", "hw@example.com", "深圳市", "展会", "老客户", "A-1"]]
    for at in range(1, count):
        name = f"  恒通{at:03d}号贸易有限公司 " if at % 3 else f"恒通{at:03d}号贸易（上海）有限公司"
        phone = f"0755-8{at:07d}" if at % 2 else f"+86 139 {at:04d} 5678"
        email = f"office{at}@example.com" if at % 20 else "no address at all"
        found.append([name, phone, email, CITIES[at % 5], "", "", f"A-{at}"])
        if at % 50 == 0:
            found.append([""] * len(HEADINGS))
    return found


def mistakes(count: int = 200) -> int:
    """How many of the rows cannot be taken as they are."""
    return sum(1 for at in range(1, count) if at % 20 == 0)


def write_gbk(path: Path) -> Path:
    """As the old system exports it."""
    with path.open("w", encoding="gbk", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows()])
    return path


def write_workbook(path: Path) -> Path:
    """As a person keeps it: phones as numbers."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.title = "客户"
    sheet.append(HEADINGS)
    for name, phone, *more in rows():
        digits = phone.replace(" ", "").replace("-", "").replace("+", "")
        sheet.append([name, int(digits) if digits.isascii() and digits.isdigit() else phone, *more])
    book.save(path)
    return path


UNTIDY = (
    ("苏州蓝海精密机械有限公司", "江苏省苏州市姑苏区", "意向客户", "陈晓明", "13812345678", "2019年07月09日", "重点"),
    ("杭州云栖软件有限公司", "浙江省杭州市西湖区", "成交客户", "刘洋", 13957112345, "2019/7/9", "软件"),
    ("宁波港城物流有限公司", "浙江宁波北仑", "潜在客户", "赵敏", "1.38E+10", 43655, "物流"),
    ("上海浦江商贸有限公司", "上海市浦东新区", "客户", "吴霞", " 137 6123 4567 ", "2020-02-29", "零售"),
    ("上海浦江商贸有限公司", "上海市浦东新区", "客户", "孙磊", "13761239999", "", "零售"),
    (
        "南京紫金新材料股份有限公司",
        "江苏省南京市玄武区",
        "潜在客户",
        "周杰",
        "１３９５１２３４５６７",
        "2018年3月1日",
        "重点",
    ),
    ("黄山徽茶合作社", "安徽省黄山市", "沉睡客户", "程红", "0559-2512345", "2019年13月09日", "茶叶"),
    ("", "江苏省无锡市", "快成了", "无名", "13606190000", "", ""),
)


def write_untidy(path: Path) -> Path:
    """As it is printed in the office: a title, a header of two rows with merged cells, words of its own, a sum."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(["华东大区客户台账（2026年第三季度）"])
    sheet.merge_cells("A1:G1")
    sheet.append(["客户名称", "基本信息", None, "联系方式", None, "其他", None])
    sheet.append([None, "所在地区", "客户阶段", "联系人", "手机", "成立日期", "标签"])
    for cells in ("A2:A3", "B2:C2", "D2:E2", "F2:G2"):
        sheet.merge_cells(cells)
    for row in UNTIDY:
        sheet.append(row)
    sheet.append(["合计", None, None, None, None, None, f"{len(UNTIDY)} 行"])
    book.save(path)
    return path
