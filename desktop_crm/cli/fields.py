"""The command that lists the custom fields."""

from __future__ import annotations

from desktop_crm.cli.running import Answer, Run
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message

NONE = Message(QT_TRANSLATE_NOOP("messages", "There are no custom fields."))
LINE = QT_TRANSLATE_NOOP("messages", "{name}: {type}, {count} customers filled")
MORE = QT_TRANSLATE_NOOP("messages", "    options: {options}")
REQUIRED = Message(QT_TRANSLATE_NOOP("messages", "    required"))


def list_fields(work: Run) -> Answer:
    """Name, type, section, required, options and how many customers are filled, field by field."""
    from desktop_crm.models.queries.custom_fields import fields_view
    from desktop_crm.models.records.custom_fields import TYPE_NAMES, sections

    with work.database() as database, database.read() as session:
        view = fields_view(session)
    data = [
        {
            "id": use.field.field_id,
            "name": use.field.name,
            "type": str(use.field.type),
            "section": use.field.section,
            "for": use.field.for_kind,
            "required": use.field.required,
            "options": [label for _, label in use.field.pairs],
            "filled": use.filled,
        }
        for use in view.fields
    ]
    filled = {use.field.id: use.filled for use in view.fields}
    lines: list[str | Message] = []
    for title, fields in sections(use.field for use in view.fields):
        lines += [f"[{title}]"] if title else []
        for field in fields:
            words: dict[str, str | int | Message] = {
                "name": field.name,
                "type": TYPE_NAMES[field.type],
                "count": filled[field.id],
            }
            lines.append(Message(LINE, words))
            if field.options:
                lines.append(Message(MORE, {"options": ", ".join(label for _, label in field.pairs)}))
            if field.required:
                lines.append(REQUIRED)
    return Answer(data, lines or [NONE])
