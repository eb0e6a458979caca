"""What is not read at all, with the reason and the remedy that a person needs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

_JUNK = frozenset(
    {"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "node_modules", "__pycache__"}
)
_PICTURES = (
    ".jpg .jpeg .png .gif .webp .bmp .tif .tiff .tbn .ico .svg .heic .avif "
    ".mp3 .flac .ogg .m4a .wav .opus .mkv .mp4 .avi .mov .wmv .m4v .mpg .mpeg .ts .m2ts .webm .iso .vob .ifo .bup "
    ".sub .idx .srt .ass .vtt .sup .ttf .otf .woff .woff2"
)
_SHEETS = ".xls .xlsx .xlsb .ods .numbers"
_COLUMNAR = ".parquet .feather .arrow .avro .orc .pkl .pickle .npy .npz .h5 .hdf5 .rds .rdata .sav .dta"
_WRITINGS = ".doc .docx .odt .rtf .pdf .epub .mobi .pages"
_PACKED = ".7z .rar .tar .tgz .bz2 .xz .zst"
_PROGRAMS = ".exe .dll .so .dylib .pyc .class .jar .o .a .bin .db .sqlite .sqlite3"
_REFUSED: dict[str, tuple[str, str]] = {
    suffix: answer
    for suffixes, answer in (
        (_PICTURES, ("it is a picture, sound, video or font, not a document", "Nothing needs to be done")),
        (_SHEETS, ("it is a spreadsheet", "Save it as CSV and import that")),
        (
            _COLUMNAR,
            ("it is a Parquet file or another table for programs", "Save it as CSV or JSON Lines and import that"),
        ),
        (_WRITINGS, ("it is a word processor's or a printed document", "Save it as text or HTML and import that")),
        (_PACKED, ("it is an archive of a kind that is not read", "Unpack it and import the folder")),
        (_PROGRAMS, ("it is a program or a database, not a document", "Export it as CSV or JSON and import that")),
    )
    for suffix in suffixes.split()
}


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Something on the way that is not read."""

    path: str
    """As the user would find it; inside an archive «archive.zip/member.csv»."""
    reason: str
    """Why, without a full stop at the end."""
    remedy: str
    harmless: bool = False
    """True where nothing is lost by it (a poster in a folder of films): skipped, not failed."""


def is_junk(path: PurePath) -> bool:
    """Say whether any part of `path` is hidden or what an operating system leaves behind."""
    return any((part.startswith(".") and part not in {".", ".."}) or part.lower() in _JUNK for part in path.parts)


def refusal(path: PurePath) -> tuple[str, str] | None:
    """Return reason and remedy for a kind of file that holds no text, by its suffix; None for all others."""
    return _REFUSED.get(path.suffix.lower())
