"""Less looking for garbage while very many small objects come and go."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def few_collections() -> Iterator[None]:
    """Rows, plans and cells are a great many small objects without cycles: looking for cycles after each 700 of them
    is in vain."""
    usual = gc.get_threshold()
    gc.set_threshold(500_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
