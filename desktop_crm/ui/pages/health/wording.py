"""Rules in words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop_crm.controllers.i18n import text
from desktop_crm.models.messages import filled_in
from desktop_crm.models.records.catalogue import FieldSpec
from desktop_crm.models.records.choices import label
from desktop_crm.models.records.operators import parse_offset
from desktop_crm.models.records.standards import CHECKS, Check, DataRule


def field_name(field: str, fields: Mapping[str, FieldSpec]) -> str:
    """A field by its name; one that was removed says so."""
    spec = fields.get(field)
    return text(spec.label) if spec else QCoreApplication.translate("HealthWords", "(a field that was removed)")


def rule_text(rule: DataRule, fields: Mapping[str, FieldSpec]) -> str:
    """ "Phone must be filled in", or the rule's own name."""
    if rule.name:
        return rule.name
    if rule.check is Check.VERIFIED:
        return QCoreApplication.translate("HealthWords", "The file must be verified")
    return filled_in(f"{{field}} {text(CHECKS[rule.check])}", {"field": field_name(rule.field, fields)})


def rule_scope(rule: DataRule) -> str:
    """For whom a rule holds, and its pattern."""
    parts: list[str] = []
    if rule.for_kind:
        parts.append(text(label("kind", rule.for_kind)))
    if rule.stage:
        parts.append(text(label("stage", rule.stage)))
    if rule.check is Check.FORMAT:
        parts.append(rule.pattern)
    if rule.check is Check.VERIFIED:
        parts.append(age(rule.pattern))
    return " · ".join(parts) or QCoreApplication.translate("HealthWords", "All customers")


def age(pattern: str) -> str:
    """`6m` in words."""
    number, unit = parse_offset(pattern)
    words = {
        "d": QCoreApplication.translate("HealthWords", "every {n} days"),
        "w": QCoreApplication.translate("HealthWords", "every {n} weeks"),
        "m": QCoreApplication.translate("HealthWords", "every {n} months"),
        "y": QCoreApplication.translate("HealthWords", "every {n} years"),
    }
    return words[unit].replace("{n}", str(number))
