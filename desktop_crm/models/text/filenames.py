"""File names and file types that come from outside: made harmless, and told apart by content rather than by name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

LONGEST = 120
LONGEST_BYTES = 200
UNNAMED = "file"

# Windows gives these to devices, whatever the suffix and the case.
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"]
)
_FORBIDDEN = re.compile(r'[<>:"|?*]')
_SPACES = re.compile(r"\s+")
# Format characters: right-to-left overrides ("gpj.exe" reads "exe.jpg"), marks of no width, tags.
_INVISIBLE = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))

# What a system runs, or lets a script run, when it is opened.
_RUN = """
ade adp air app appimage application appref-ms appx asp aspx bas bat bin cab cdxml chm cmd cnt com command cpl crt
csh deb desktop diagcab dll dmg docm dotm drv dylib elf exe fxp gadget grp hlp hpj hta htm html img inf ins iqy iso
isp jar jnlp js jse ksh library-ms lnk lua mad maf mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz mht
mhtml mof msc msh msh1 msh2 mshxml msi msix msp mst msu ops osd pcd php pif pkg pl plg potm ppam pptm prf prg ps1
ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc pyo pyw pyz rb reg rpm run scf scr sct search-ms settingcontent-ms
sh shb shs slk so svg swf sys terminal theme tmp tool udl url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd webloc
website workflow ws wsc wsf wsh xbap xhtml xlam xll xlsb xlsm xltm xnk zsh
"""
DANGEROUS = frozenset(_RUN.split())
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe")
_LINK = b"L\x00\x00\x00\x01\x14\x02\x00"  # a Windows shortcut, under whatever name

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
)
_BY_SUFFIX = {
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "zip": "application/zip",
    "eml": "message/rfc822",
    "mp3": "audio/mpeg",
    "mp4": "video/mp4",
    "csv": "text/csv",
    "md": "text/markdown",
}
BINARY = "application/octet-stream"


def safe_name(raw: str) -> str:
    """A name that every system takes and that reads as what it is: no folders, no invisible or reversing characters,
    no reserved words, not too long. The suffix stays."""
    name = unicodedata.normalize("NFC", raw).replace("\\", "/")
    name = "".join(c if c == " " or unicodedata.category(c) not in _INVISIBLE else " " for c in _keep_joined(name))
    name = name.rstrip("/. ").rsplit("/", 1)[-1]
    name = _SPACES.sub(" ", _FORBIDDEN.sub("_", name)).strip(" .")
    if not name:
        return UNNAMED
    if name.split(".", 1)[0].strip().casefold() in _DEVICES:
        name = f"_{name}"
    return _shortened(name)


def _keep_joined(name: str) -> str:
    """Without format characters; the words around a line end stay apart."""
    return "".join(c for c in name if unicodedata.category(c) != "Cf")


def _shortened(name: str) -> str:
    stem, dot, suffix = name.rpartition(".")
    if not stem or len(suffix) > 16:
        stem, dot, suffix = name, "", ""
    room = LONGEST - len(dot + suffix)
    stem = stem[:room]
    while len(f"{stem}{dot}{suffix}".encode()) > LONGEST_BYTES:
        stem = stem[:-1]
    return f"{stem.rstrip(' .')}{dot}{suffix}"


def numbered(name: str, taken: Collection[str]) -> str:
    """The name, with a number in brackets where one of `taken` (folded) is the same."""
    if name.casefold() not in taken:
        return name
    stem, dot, suffix = name.rpartition(".")
    if not stem:
        stem, dot, suffix = name, "", ""
    number = 2
    while (found := f"{stem} ({number}){dot}{suffix}").casefold() in taken:
        number += 1
    return found


def suffix_of(name: str) -> str:
    """The last suffix without its dot, folded."""
    stem, _, suffix = name.rstrip(". ").rpartition(".")
    return suffix.casefold() if stem else ""


def is_dangerous(name: str, head: bytes = b"") -> bool:
    """Whether opening it could run something: by its name, or by how its content begins."""
    return suffix_of(name) in DANGEROUS or head.startswith(_PROGRAMS) or head.startswith(_LINK)


def media_type(name: str, head: bytes) -> str:
    """What the content is. Pictures and PDF by the content alone, so that a false name shows nothing wrong."""
    for magic, found in _MAGIC:
        if head.startswith(magic):
            return found
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if is_dangerous(name, head) and not _is_text(head):
        return BINARY
    known = _BY_SUFFIX.get(suffix_of(name))
    if known is not None:
        return known
    return "text/plain" if _is_text(head) else BINARY


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return True
    return bool(head) and b"\x00" not in head and sum(byte < 9 or 13 < byte < 27 for byte in head) == 0
