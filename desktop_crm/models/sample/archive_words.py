"""What the sample company says in its own fields, views, relations and files, in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ArchiveWords:
    """`lines` are the product lines, `notes` in Markdown; `files` are (name, text) of attachments."""

    section: str
    line: str
    lines: tuple[str, ...]
    spend: str
    currency: str
    contract: str
    invoice: str
    invoice_hint: str
    training: str
    mine: str
    soon: str
    by_stage: str
    group: str
    referral: str
    partner: str
    leave: str
    trip: str
    notes: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


CHINESE = ArchiveWords(
    section="合作情况",
    line="产品线",
    lines=("工业相机", "镜头", "光源", "视觉软件"),
    spend="年采购额",
    currency="CNY",
    contract="合同到期日",
    invoice="开票要求",
    invoice_hint="例如：每月 25 日前开票，注明采购单号",
    training="需要培训",
    mine="我的大客户",
    soon="三个月内合同到期",
    by_stage="按阶段查看",
    group="同一集团",
    referral="展会上介绍",
    partner="联合投标",
    leave="休产假，客户由同事接手",
    trip="区域调整",
    notes=(
        "## 拜访要点\n\n- 质检线明年**扩建两条**，预算在三季度定\n- 采购看重交期，价格其次\n- 下次带样机过去\n\n"
        "| 型号 | 数量 | 报价 |\n|---|---:|---:|\n| 工业相机 500 万像素 | 12 | 38,400 |\n| 环形光源 | 24 | 9,600 |\n",
        "## 开票与付款\n\n1. 月结 30 天\n2. 发票寄到财务部，*不要*寄到采购部\n\n> 2025 年起改用电子发票。\n",
        "## 使用情况\n\n- 现有设备 **8 套**，三套已过保\n- [ ] 报一次延保\n- [x] 寄培训资料\n",
    ),
    files=(
        ("拜访纪要.md", "# 拜访纪要\n\n参加：采购、质检、我方两人。\n\n- 样机试用两周\n- 月底前给正式报价\n"),
        ("报价清单.csv", "型号,数量,单价\n工业相机,12,3200\n环形光源,24,400\n视觉软件,1,18000\n"),
        ("验收标准.txt", "一、外观无划伤。\n二、连续运行 72 小时无误判。\n三、资料齐全。\n"),
    ),
)
ENGLISH = ArchiveWords(
    section="Business",
    line="Product lines",
    lines=("Cameras", "Lenses", "Lighting", "Vision software"),
    spend="Yearly spend",
    currency="EUR",
    contract="Contract ends",
    invoice="Invoicing",
    invoice_hint="For example: by the 25th, with the order number",
    training="Training wanted",
    mine="My key customers",
    soon="Contract ends within 3 months",
    by_stage="By stage",
    group="Same group",
    referral="Introduced us at the fair",
    partner="Joint bid",
    leave="Parental leave: a colleague takes over",
    trip="New territories",
    notes=(
        "## Visit\n\n- **Two more** inspection lines next year, budget in the third quarter\n"
        "- They care for delivery times first, then for the price\n- Bring a demo unit\n\n"
        "| Item | Pieces | Offer |\n|---|---:|---:|\n| Camera, 5 MP | 12 | 38,400 |\n| Ring light | 24 | 9,600 |\n",
        "## Invoices\n\n1. 30 days net\n2. To accounting, *not* to purchasing\n\n> Electronic invoices since 2025.\n",
        "## In use\n\n- **8 sets**, three out of warranty\n- [ ] offer an extension\n- [x] send the training papers\n",
    ),
    files=(
        (
            "Visit report.md",
            "# Visit\n\nPurchasing, quality and us.\n\n- Demo unit for two weeks\n- Offer this month\n",
        ),
        ("Offer.csv", "Item,Pieces,Price\nCamera,12,3200\nRing light,24,400\nVision software,1,18000\n"),
        ("Acceptance.txt", "1. No scratches.\n2. 72 hours without a wrong verdict.\n3. All papers there.\n"),
    ),
)


def archive_words(language: str) -> ArchiveWords:
    """The words of a language; any Chinese reads the same."""
    return CHINESE if language.startswith("zh") else ENGLISH
