"""The saved setups that a person can choose for an import."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop_crm.models.entities.imports import ImportProfileEntity
from desktop_crm.models.entities.people import UserRow
from desktop_crm.models.errors import NotFoundError
from desktop_crm.models.messages import QT_TRANSLATE_NOOP, Message
from desktop_crm.models.records.import_setup import CUSTOMERS, ImportProfile, fingerprint, setup_from_text
from desktop_crm.models.text.names import fold

NO_PROFILE = QT_TRANSLATE_NOOP("messages", "There is no import profile “{name}”.")
_P = ImportProfileEntity


def import_profiles(session: Session, kind: str = CUSTOMERS) -> tuple[ImportProfile, ...]:
    """The person's own profiles by name, then what others share."""
    me = session.info["actor"].user_id
    wanted = (
        select(_P, UserRow.name)
        .join(UserRow, UserRow.id == _P.owner_id, isouter=True)
        .where(_P.kind == kind, _P.deleted_at.is_(None), or_(_P.owner_id == me, _P.shared))
        .order_by(_P.owner_id != me, _P.name, _P.id)
    )
    return tuple(
        ImportProfile(
            id=row.id,
            name=row.name,
            kind=row.kind,
            fingerprint=row.fingerprint,
            setup=setup_from_text(row.setup),
            mine=row.owner_id == me,
            shared=row.shared,
            owner_name=owner or "",
        )
        for row, owner in session.execute(wanted)
    )


def recognised(profiles: Sequence[ImportProfile], header: Sequence[str]) -> ImportProfile | None:
    """The profile made for such a header; the person's own before others'."""
    mark = fingerprint(header)
    return next((profile for profile in profiles if profile.fingerprint == mark), None)


def profile_called(session: Session, name: str, kind: str = CUSTOMERS) -> ImportProfile:
    """The profile of that name. Raises NotFoundError."""
    for profile in import_profiles(session, kind):
        if fold(profile.name) == fold(name):
            return profile
    raise NotFoundError(Message(NO_PROFILE, {"name": name}))
