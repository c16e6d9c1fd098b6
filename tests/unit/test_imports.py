"""The text rules are imported at start-up, so they must not bring the heavy libraries along."""

from __future__ import annotations

import subprocess
import sys


def test_the_text_rules_import_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from desktop_crm.models.text import names, pinyin, regions, search_text\n"
        "from desktop_crm.models.records import choices, headers\n"
        "from desktop_crm.models.validation import customers\n"
        "from desktop_crm.models.records.customers import ContactPoint, CustomerDraft, PointKind\n"
        "draft = CustomerDraft('华为', points=(ContactPoint(PointKind.PHONE, '138 0013 8000'),))\n"
        "assert not customers.validate(customers.normalise(draft))\n"
        "print(*{'pypinyin', 'phonenumbers', 'email_validator', 'stdnum', 'sqlalchemy'} & set(sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
