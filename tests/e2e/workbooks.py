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
