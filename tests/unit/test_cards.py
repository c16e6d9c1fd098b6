"""Contact cards as telephones and mail programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.reading import look_at, open_table
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.sources import SourceKind


def cards(path: Path, content: str | bytes) -> list[dict[str, object]]:
    path.write_bytes(content if isinstance(content, bytes) else content.replace("\n", "\r\n").encode())
    table = open_table(path, lambda header: match_header(header) is not None)
    assert all(match_header(header) for header in table.header)
    return [{h: c for h, c in zip(table.header, row.cells, strict=True) if c} for row in table.rows]


IPHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.0//EN
N:王;小明;;;
FN:王小明
ORG:云杉贸易有限公司;采购部
TITLE:经理
EMAIL;type=INTERNET;type=WORK;type=pref:xm@example.com
TEL;type=CELL;type=VOICE;type=pref:138 0013 8000
TEL;type=WORK;type=FAX:0755-28780809
item1.TEL:0755-28780808
item1.X-ABLabel:前台
item2.ADR;type=WORK;type=pref:;;科技园南路1号\\n2楼;深圳市;广东省;518000;中国
item2.X-ABADR:cn
item3.URL;type=pref:https\\://example.com
item3.X-ABLabel:_$!<HomePage>!$_
NOTE:很长的备注\\, 第一行\\n第二
 行
BDAY;value=date:1990-05-01
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/
 2wBDAAEBAQEBAQEB
END:VCARD
"""
ANDROID = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E;=E5=9B=9B;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E6=9D=8E=E5=9B=9B
TEL;CELL:13900139000
TEL;CELL;PREF:13700137000
ADR;HOME;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:;;=E7=A7=91=E6=8A=80=E5=9B=AD=E5=8D=97=E8=B7=AF=31=E5=
=8F=B7;=E6=B7=B1=E5=9C=B3;;;
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:one=0D=0A=
two
X-QQ:12345
X-WECHAT:lisi_88
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD
 2wBDAAEBAQEBAQEB

END:VCARD
"""


def test_an_iphone_card_is_a_company_with_its_contact(tmp_path: Path) -> None:
    assert cards(tmp_path / "a.vcf", IPHONE) == [
        {
            "Company": "云杉贸易有限公司",
            "Customer type": "Company",
            "Phone": "0755-28780808",
            "Website": "https://example.com",
            "Contact name": "王小明",
            "Job title": "经理",
            "Department": "采购部",
            "Contact phone": "138 0013 8000",
            "Contact e-mail": "xm@example.com",
            "Contact birthday": "1990-05-01",
            "Region": "广东省 深圳市",
            "Address": "科技园南路1号 2楼",
            "Postcode": "518000",
            "Notes": "很长的备注, 第一行\n第二行\nFax: 0755-28780809",
        }
    ]


def test_an_android_card_is_a_person(tmp_path: Path) -> None:
    assert cards(tmp_path / "a.vcf", ANDROID) == [
        {
            "Company": "李四",
            "Customer type": "Person",
            "Phone": "13900139000\n13700137000",
            "QQ": "12345",
            "WeChat": "lisi_88",
            "Region": "深圳",
            "Address": "科技园南路1号",
            "Notes": "one\ntwo",
        }
    ]


def test_several_cards_and_what_is_left_out_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.vcf"
    assert len(cards(path, IPHONE + ANDROID + IPHONE.replace("PHOTO", "NOTE"))) == 3
    look = look_at(path, lambda header: match_header(header) is not None)
    assert (look.kind, look.rows) == (SourceKind.VCARD, 3)
    assert look.remarks[0].plain().startswith("2 pictures")


@pytest.mark.parametrize("charset", ["GBK", "GB2312", "gb18030", "BIG5", "UTF-8"])
def test_every_line_says_its_character_set(tmp_path: Path, charset: str) -> None:
    name = "陳大文" if charset == "BIG5" else "张小红"
    quoted = "".join(f"={byte:02X}" for byte in name.encode(charset))
    content = f"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET={charset};ENCODING=QUOTED-PRINTABLE:{quoted}\nTEL:1\nEND:VCARD\n"
    assert cards(tmp_path / "a.vcf", content)[0]["Company"] == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
def test_files_are_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    content = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:张小红\r\nORG:云杉\r\nTEL:13800138000\r\nEND:VCARD\r\n"
    (card,) = cards(tmp_path / "a.vcf", content.encode(encoding))
    assert (card["Company"], card["Contact name"]) == ("云杉", "张小红")


def test_version_four_and_messengers_are_understood(tmp_path: Path) -> None:
    content = """BEGIN:VCARD
VERSION:4.0
N:Wang;Ming;;;
TEL;VALUE=uri;TYPE="voice,cell";PREF=1:tel:+86-138-0013-8000
EMAIL;TYPE=home:mailto:m@example.com
IMPP;X-SERVICE-TYPE=WeChat;type=pref:x-apple:wm_1
item1.IMPP:qq:778899
ADR;LABEL="1 Main St, Springfield":;;1 Main St;Springfield;IL;62701;USA
BDAY:--0501
CATEGORIES:VIP,old friends
END:VCARD
"""
    assert cards(tmp_path / "a.vcf", content) == [
        {
            "Company": "Ming Wang",
            "Customer type": "Person",
            "Phone": "+86-138-0013-8000",
            "E-mail": "m@example.com",
            "WeChat": "wm_1",
            "QQ": "778899",
            "Region": "IL Springfield USA",
            "Address": "1 Main St",
            "Postcode": "62701",
            "Tags": "VIP, old friends",
            "Notes": "Birthday: 05-01",
        }
    ]


def test_a_damaged_line_costs_no_card(tmp_path: Path) -> None:
    content = (
        "BEGIN:VCARD\nVERSION:3.0\nFN:甲\nthis is nothing\nTEL;ENCODING=b:***\nTEL:1\n"
        "BEGIN:VCARD\nFN:乙\nAGENT:\nBEGIN:VCARD\nFN:助理\nEND:VCARD\nTEL:2\nEND:VCARD\n"
        "BEGIN:VCARD\nTEL:13800138000\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\nBEGIN:VCARD\nFN:丁"
    )
    found = cards(tmp_path / "a.vcf", content)
    assert [(card["Company"], card.get("Phone")) for card in found] == [
        ("甲", "1"),
        ("乙", "2"),
        ("13800138000", "13800138000"),
        ("丁", None),
    ]


def test_a_file_without_any_card_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="damaged"):
        cards(tmp_path / "a.vcf", "BEGIN:VCARD\nEND:VCARD\n")


def test_a_huge_picture_is_passed_over(tmp_path: Path) -> None:
    picture = "PHOTO;ENCODING=b:\n" + " /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEB\n" * 60_000
    (card,) = cards(tmp_path / "a.vcf", f"BEGIN:VCARD\nVERSION:3.0\n{picture}FN:甲\nEND:VCARD\n")
    assert card["Company"] == "甲"
