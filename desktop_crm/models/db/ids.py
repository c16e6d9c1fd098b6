"""Keys made by the client: UUID version 7 (RFC 9562), so that copies of a file never collide."""

from __future__ import annotations

import uuid

from uuid_utils.compat import uuid7


def new_id() -> uuid.UUID:
    """A fresh key. Keys made later in one process sort after earlier ones."""
    return uuid7()


__all__ = ["new_id"]
