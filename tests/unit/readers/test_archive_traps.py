"""Archives are listed in Matinee's own process: what was made to fill its memory, or to keep it busy, does neither."""

from __future__ import annotations

import io
import lzma
import os
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from tui.errors import CancelledError
from tui.readers.document import Document
from tui.readers.tarballs import HEADER
from tui.readers.unreadable import Unreadable
from tui.readers.walk import walk

MANY = b"".join(b"18 k%06d=v%05d\n" % (number, number) for number in range(1000))
"""What an archive may say of its members: a length, a name, a value."""


def _header(name: str, kind: bytes, content: bytes = b"") -> bytes:
    member = tarfile.TarInfo(name)
    member.type, member.size = kind, len(content)
    return member.tobuf(tarfile.USTAR_FORMAT) + content.ljust(-(-len(content) // 512) * 512, b"\0")


def _archive(path: Path, *members: bytes) -> Path:
    path.write_bytes(b"".join(members) + bytes(1024))
    return path


def test_a_header_that_is_larger_than_any_is_not_taken_into_memory(tmp_path: Path) -> None:
    good = _header("a.csv", tarfile.REGTYPE, b"title\n")
    for kind in (tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.GNUTYPE_LONGNAME):
        (found,) = walk([_archive(tmp_path / "a.tar", good, _header("x", kind, b"1" * (HEADER + 1)), good)])
        assert isinstance(found, Unreadable)
        assert "header" in found.reason


def test_a_header_of_nothing_but_digits_is_not_looked_through_again_and_again(tmp_path: Path) -> None:
    (found,) = walk([_archive(tmp_path / "a.tar", _header("x", tarfile.XHDTYPE, b"1" * (HEADER // 2)))])
    assert isinstance(found, Unreadable)
    assert "length" in found.reason


def test_what_is_said_of_all_members_is_not_kept_with_each(tmp_path: Path) -> None:
    members = [_header(f"{number}.csv", tarfile.REGTYPE, b"title\n") for number in range(10)]
    (found,) = walk([_archive(tmp_path / "a.tar", _header("g", tarfile.XGLTYPE, MANY), *members)])
    assert isinstance(found, Unreadable)
    assert "all its members" in found.reason
    own = _archive(tmp_path / "b.tar", *(_header("x", tarfile.XHDTYPE, MANY) + member for member in members))
    assert [one.name for one in walk([own]) if isinstance(one, Document)] == [f"b.tar/{n}.csv" for n in range(10)]


def test_names_that_go_on_without_end_are_refused(tmp_path: Path) -> None:
    longer = [_header("x", tarfile.GNUTYPE_LONGNAME, b"name\0")] * 5000
    (found,) = walk([_archive(tmp_path / "a.tar", *longer)])
    assert isinstance(found, Unreadable)


@pytest.mark.parametrize("within", [False, True])
def test_a_table_of_contents_that_is_larger_than_any_is_not_taken_into_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, within: bool
) -> None:
    monkeypatch.setattr("tui.readers.archives.LISTED", 1000)
    for members, is_read in ((5, True), (50, False)):
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w") as archive:
            for number in range(members):
                archive.writestr(f"{number}.csv", "title\n" + "x" * 2000)
        path = tmp_path / f"{members}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("in.zip", raw.getvalue())
        if not within:
            path.write_bytes(raw.getvalue())
        found = list(walk([path]))
        assert len(found) == (members if is_read else 1)
        for one in found:
            if is_read:
                assert isinstance(one, Document)
                assert one.text.startswith("title")
            else:
                assert isinstance(one, Unreadable)
                assert "table of contents" in one.reason


def test_an_archive_that_asks_for_more_memory_than_any_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        member = tarfile.TarInfo("a.csv")
        member.size = 6
        archive.addfile(member, io.BytesIO(b"title\n"))
    assert [one.name for one in walk([path]) if isinstance(one, Document)] == ["a.tar.xz/a.csv"]
    raw = bytearray(path.read_bytes())
    assert raw[14:16] == b"\x21\x01", "the filter, and how many bytes say what it is like"
    raw[16] = 40  # four gigabytes
    raw[20:24] = zlib.crc32(raw[12:20]).to_bytes(4, "little")
    path.write_bytes(raw)
    (found,) = walk([path])
    assert isinstance(found, Unreadable)
    assert "memory" in found.reason.lower()


def test_several_streams_of_xz_are_unpacked_and_one_that_breaks_off_is_named(tmp_path: Path) -> None:
    raw = _archive(tmp_path / "a.tar", *(_header(f"{n}.csv", tarfile.REGTYPE, b"title\n" * 5000) for n in "ab"))
    path, whole = tmp_path / "a.tar.xz", raw.read_bytes()
    path.write_bytes(lzma.compress(whole[:7000]) + bytes(8) + lzma.compress(whole[7000:]) + bytes(4))
    assert [one.text for one in walk([path]) if isinstance(one, Document)] == ["title\n" * 5000] * 2
    path.write_bytes(lzma.compress(whole)[:-20])
    (found,) = walk([path])
    assert isinstance(found, Unreadable)
    assert "damaged" in found.reason


def test_a_large_member_of_a_zip_whose_packing_bounds_no_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.readers.archives.SMALL", 1000)
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.csv", "title\n")
        archive.writestr("b.csv", "title\n" * 1000)
    small, large = walk([path])
    assert isinstance(small, Document)
    assert small.text == "title\n"
    assert isinstance(large, Unreadable)
    assert "memory" in large.reason


def _packed(path: Path, content: bytes) -> Path:
    with tarfile.open(path, "w:gz", compresslevel=0) as archive:
        member = tarfile.TarInfo("a.csv")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return path


def _within(path: Path, content: bytes) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.csv", content)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("in.zip", inner.getvalue())
    return path


def _gzip(path: Path, content: bytes) -> Path:
    import gzip

    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv.gz", gzip.compress(content, 0))
    return path


@pytest.mark.parametrize("make", [_packed, _within, _gzip])
def test_unpacking_can_be_stopped(tmp_path: Path, make: object) -> None:
    assert callable(make)
    path = make(tmp_path / ("a.tar.gz" if make is _packed else "a.zip"), os.urandom(4 << 20))
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1

    assert len(list(walk([path], check))) == 1
    assert asked >= 3

    def stop() -> None:
        raise CancelledError("import", "stopped")

    with pytest.raises(CancelledError):
        list(walk([path], stop))
