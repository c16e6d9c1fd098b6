"""SHA-256 for names and keys that start-up needs: `hashlib` loads all of OpenSSL, which takes longer than the rest of
its imports. The standard library's `random` goes the same way."""

from __future__ import annotations

try:
    from _sha2 import sha256 as _sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256 as _sha256  # type: ignore[import-not-found,no-redef,unused-ignore]
    except ImportError:
        from hashlib import sha256 as _sha256  # type: ignore[no-redef,unused-ignore]


def sha256(text: str) -> str:
    """In hexadecimal."""
    digest: str = _sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return digest
