"""What somebody asks for in words: columns by their names, a list by the name of its view."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from desktop_crm.models.errors import UserError
from desktop_crm.models.exchange.customer_sheet import CustomerSheet
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message, Translate, listed
from desktop_crm.models.queries.views import saved_views
from desktop_crm.models.records.exports import BY_NUMBER
from desktop_crm.models.records.fields import CUSTOMER_FIELDS
from desktop_crm.models.records.headers import match_header
from desktop_crm.models.records.listed import CustomerFilter
from desktop_crm.models.records.lists import ListSpec
from desktop_crm.models.records.views import BUILT_IN_VIEWS
from desktop_crm.models.text.names import fold

NO_COLUMN = QT_TRANSLATE_NOOP("messages", "There is no column “{name}”. Nothing was written.")
COLUMNS = QT_TRANSLATE_NOOP("messages", "Columns are: {names}")


def columns_asked(session: Session, names: str, translate: Translate, language: str) -> tuple[str, ...]:
    """The ids of fields that names mean: headers in either language, labels, custom fields, or ids; separated by
    commas. Raises UserError for what is none."""
    sheet = CustomerSheet(session, (), translate, language)
    heads = {fold(column.header): one for one, column in zip(sheet.fields, sheet.columns, strict=True)}
    labels = {fold(label.format(translate)): one for one, label in CUSTOMER_FIELDS.items()}
    found: list[str] = []
    for name in filter(None, (part.strip() for part in names.replace("，", ",").split(","))):
        key = name if name in CUSTOMER_FIELDS or name in sheet.fields else None
        key = key or heads.get(fold(name)) or labels.get(fold(name)) or match_header(name)
        if key is None:
            shown = listed([column.header for column in sheet.columns])
            raise UserError(Message(NO_COLUMN, {"name": name}), Message(COLUMNS, {"names": shown}))
        found.append(key)
    return tuple(dict.fromkeys(found))


def list_asked(session: Session, text: str, translate: Translate) -> ListSpec:
    """The list that a text means: a view by its name, else what the search finds for it; without one, everybody."""
    if not text.strip():
        return ListSpec(sort=BY_NUMBER)
    wanted = fold(text)
    for view in (*saved_views(session), *BUILT_IN_VIEWS):
        if wanted in (fold(view.name.format(translate)), fold(view.name.plain())):
            return ListSpec(view.spec.filter, view.spec.sort)
    return replace(ListSpec(sort=BY_NUMBER), filter=CustomerFilter(text=text))
