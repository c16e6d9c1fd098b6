"""The views that a person can choose from."""

from __future__ import annotations

import json

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.entities.views import SavedViewEntity
from desktop_crm.models.messages import Message
from desktop_crm.models.records.views import CUSTOMER_LIST, View, ViewSpec, spec_from_json

_V = SavedViewEntity


def saved_views(session: Session) -> tuple[View, ...]:
    """The person's own views in their order, then what others share, by owner."""
    me = session.info["actor"].user_id
    wanted = (
        select(_V, UserRow.name)
        .join(UserRow, UserRow.id == _V.owner_id, isouter=True)
        .where(_V.list == CUSTOMER_LIST, _V.deleted_at.is_(None), or_(_V.owner_id == me, _V.shared))
        .order_by(_V.owner_id != me, UserRow.name_key, _V.owner_id, _V.position, _V.id)
    )
    return tuple(_record(row, owner or "", mine=row.owner_id == me) for row, owner in session.execute(wanted))


def _record(row: SavedViewEntity, owner: str, *, mine: bool) -> View:
    name = Message("{name}", {"name": row.name})
    return View(row.id.hex, name, _spec(row.spec), mine, row.shared, owner)


def _spec(text: str) -> ViewSpec:
    try:
        return spec_from_json(json.loads(text))
    except ValueError:
        return ViewSpec()
