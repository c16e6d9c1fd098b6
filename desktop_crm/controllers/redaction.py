"""Takes personal data out of texts that go into logs and error reports."""

from __future__ import annotations

import re
import traceback
from pathlib import Path

HIDDEN = "…"

_FILE = re.compile(r'File "([^"\n]+)"')
_PARAMETERS = re.compile(r"\[(?:parameters|SQL):.*?(?=\n\(Background|\Z)", re.DOTALL)
_DETAIL = re.compile(r"(?m)^(DETAIL|CONTEXT|HINT):.*$")
# An apostrophe within a word (can't) neither opens nor closes a literal; one cut short runs on to the end.
_QUOTED = re.compile(
    r"""(?<!\w)'(?:[^'\\\n]|\\.|'(?=\w))*(?:'(?!\w)|$)|"(?:[^"\\\n]|\\.)*(?:"|$)|“[^”\n]*(?:”|$)|「[^」\n]*(?:」|$)""",
    re.MULTILINE,
)
_EMAIL = re.compile(r"[^\s<>()\[\],;:]+@[^\s<>()\[\],;:]+")
_DIGITS = re.compile(r"\+?[0-9０-９](?:[\s().\-]{0,2}[0-9０-９]){4,}")
_CJK = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]+")
_HOME = re.compile(r"(?i)(?:[a-z]:\\users\\|/home/|/users/)[^\s/\\:]+")


def shorten(path: str) -> str:
    """A source file's path from its package on; nothing of where it is installed."""
    parts = Path(path.replace("\\", "/")).parts
    for root in ("site-packages", "dist-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) + 1 :])
    if "desktop_crm" in parts:
        last = len(parts) - 1 - parts[::-1].index("desktop_crm")
        return "/".join(parts[last:])
    return "/".join(parts[-2:]) if len(parts) > 2 else "/".join(parts)


def redact(text: str) -> str:
    """`text` without quoted literals, e-mail addresses, longer numbers, Chinese words, SQL parameters and
    names of users' folders: too much rather than too little."""
    files: list[str] = []

    def keep(match: re.Match[str]) -> str:
        files.append(shorten(match.group(1)))
        # Markers without digits or quotes, so that the other patterns leave them alone.
        return f"File \x00{chr(0xE000 + len(files) - 1)}\x00"

    text = _FILE.sub(keep, text)
    text = _PARAMETERS.sub(f"[{HIDDEN}]", text)
    text = _DETAIL.sub(rf"\1: {HIDDEN}", text)
    text = _QUOTED.sub(f"'{HIDDEN}'", text)
    for pattern in (_EMAIL, _DIGITS, _CJK):
        text = pattern.sub(HIDDEN, text)
    text = _HOME.sub("~", text)
    for n, name in enumerate(files):
        text = text.replace(f"\x00{chr(0xE000 + n)}\x00", name)
    return text


def safe_traceback(error: BaseException) -> str:
    """The traceback with short paths, without source lines or local values, its messages redacted."""
    return "\n".join(_chain(traceback.TracebackException.from_exception(error, lookup_lines=False)))


def _chain(trace: traceback.TracebackException, depth: int = 0) -> list[str]:
    lines: list[str] = []
    cause = trace.__cause__ or (None if trace.__suppress_context__ else trace.__context__)
    if cause is not None and depth < 10:
        lines += [*_chain(cause, depth + 1), "", "which led to:", ""]
    for frame in trace.stack:
        lines.append(f"  {shorten(frame.filename)}:{frame.lineno} in {frame.name}")
    # As Python prints it, notes included.
    lines += [redact("".join(trace.format_exception_only()).rstrip())]
    for inner in trace.exceptions or ():
        lines += ["  | " + line for line in _chain(inner, depth + 1)] if depth < 10 else []
    return lines
