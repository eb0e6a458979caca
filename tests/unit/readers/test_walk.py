"""Walking folders and archives: every document once, everything else named with its reason."""

from __future__ import annotations

import gzip
import io
import os
import socket
import struct
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from tui.errors import CancelledError, DocumentError, HostileDocumentError
from tui.readers import archives, streams
from tui.readers.document import Document
from tui.readers.walk import Unreadable, survey, walk


def _names(*paths: Path) -> list[str]:
    return [found.name for found in walk(paths) if isinstance(found, Document)]


def _refusals(*paths: Path) -> dict[str, Unreadable]:
    return {Path(found.path).name: found for found in walk(paths) if isinstance(found, Unreadable)}


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return path


def _folder(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return root


def test_a_folder_is_read_in_the_order_of_its_names_without_junk(tmp_path: Path) -> None:
    root = _folder(
        tmp_path / "films",
        {
            "b.txt": "b",
            "a/z.txt": "z",
            "a/.DS_Store": "x",
            "Thumbs.db": "x",
            ".git/config": "x",
            "__MACOSX/a/._z.txt": "x",
            ".hidden.txt": "x",
        },
    )
    assert _names(root) == ["films/a/z.txt", "films/b.txt"]


def test_a_hidden_file_is_read_when_it_is_named(tmp_path: Path) -> None:
    _folder(tmp_path, {".hidden.txt": "x"})
    assert _names(tmp_path / ".hidden.txt") == [".hidden.txt"]


def test_each_file_is_read_once_whatever_links_and_paths_lead_to_it(tmp_path: Path) -> None:
    root = _folder(tmp_path / "films", {"a/one.txt": "1"})
    (root / "a" / "back").symlink_to(root)
    (root / "again.txt").symlink_to(root / "a" / "one.txt")
    assert _names(root, root, root / "a" / "one.txt") == ["films/a/one.txt"]


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "pipe", "socket", "poster.jpg", "book.xlsx", "none"])
def test_a_named_path_that_holds_no_document_is_answered_with_reason_and_remedy(tmp_path: Path, name: str) -> None:
    _folder(tmp_path, {"empty.txt": "", "poster.jpg": "x", "book.xlsx": "x"})
    (tmp_path / "none").mkdir()
    os.mkfifo(tmp_path / "pipe")
    server = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(tmp_path)
    server.bind("socket")
    os.chdir(here)
    server.close()
    refused = _refusals(tmp_path / name)[name]
    assert refused.reason
    assert refused.remedy
    assert not refused.harmless


def test_a_device_is_refused() -> None:
    assert "device" in _refusals(Path("/dev/zero"))["zero"].reason


def test_in_a_folder_a_poster_a_pipe_and_a_dead_link_are_harmless(tmp_path: Path) -> None:
    _folder(tmp_path, {"poster.jpg": "x", "film.nfo": "<movie/>"})
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    refusals = _refusals(tmp_path)
    assert set(refusals) == {"poster.jpg", "pipe", "dead"}
    assert all(refused.harmless for refused in refusals.values())


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    _folder(tmp_path, {"secret.txt": "x"})
    (tmp_path / "secret.txt").chmod(0)
    assert "may not be read" in _refusals(tmp_path)["secret.txt"].reason


def test_a_zip_is_read_through_with_siblings(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "export.zip", {"ratings.csv": b"Name\nMask", "likes/films.csv": b"Name\nHolt"})
    likes, ratings = (found for found in walk([archive]) if isinstance(found, Document))
    assert (likes.name, ratings.name) == ("export.zip/likes/films.csv", "export.zip/ratings.csv")
    assert ratings.text == "Name\nMask"
    beside = likes.sibling("../ratings.csv")
    assert beside is not None
    assert beside.sha256 == ratings.sha256
    assert likes.sibling("../../outside.csv") is None
    assert likes.place[-3:] == ("export.zip", "likes", "films.csv")


def test_a_gzip_is_read_through_and_found_as_a_sibling(tmp_path: Path) -> None:
    (tmp_path / "reviews.csv.gz").write_bytes(gzip.compress(b"review\nFine"))
    (tmp_path / "films.csv").write_text("title\nMask")
    documents = {str(found.name): found for found in walk([tmp_path]) if isinstance(found, Document)}
    packed = documents[f"{tmp_path.name}/reviews.csv.gz/reviews.csv"]
    assert packed.text == "review\nFine"
    assert packed.suffix == ".csv"
    beside = documents[f"{tmp_path.name}/films.csv"].sibling("reviews.csv")
    assert beside is not None
    assert beside.sha256 == packed.sha256


def test_climbing_nested_encrypted_and_empty_members_are_named_and_the_rest_is_read(tmp_path: Path) -> None:
    archive = _zip(
        tmp_path / "export.zip",
        {
            "../../etc/up.txt": b"x",
            "inner.7z": b"7z",
            "empty.csv": b"",
            "fine.txt": b"fine",
            "locked.txt": b"x",
        },
    )
    raw = bytearray(archive.read_bytes())
    entry = raw.rindex(b"PK\x01\x02", 0, raw.rindex(b"locked.txt"))
    raw[entry + 8] |= 1  # the flag that says «encrypted»
    archive.write_bytes(raw)
    assert _names(archive) == ["export.zip/fine.txt"]
    reasons = {name: refused.reason for name, refused in _refusals(archive).items()}
    assert "climbs" in reasons["up.txt"]
    assert "within an archive" in reasons["inner.7z"]
    assert "encrypted" in reasons["locked.txt"]
    assert "empty" in reasons["empty.csv"]


def _zipped(members: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return packed.getvalue()


def test_a_zip_within_a_zip_is_read_through_and_one_in_that_is_named(tmp_path: Path) -> None:
    inner = _zipped({"a.csv": b"title\n", "../b.csv": b"x", "third.zip": _zipped({"c.txt": b"c"})})
    archive = _zip(tmp_path / "all.zip", {"old/export.zip": inner, "broken.zip": b"PK no", "d.txt": b"d"})
    documents = {str(found.name): found for found in walk([archive]) if isinstance(found, Document)}
    assert list(documents) == ["all.zip/d.txt", "all.zip/old/export.zip/a.csv"]
    assert documents["all.zip/old/export.zip/a.csv"].text == "title\n"
    reasons = {name: refused.reason for name, refused in _refusals(archive).items()}
    assert "climbs" in reasons["b.csv"]
    assert "2 archives deep" in reasons["third.zip"]
    assert "damaged" in reasons["broken.zip"]


def test_a_gzip_file_in_a_zip_is_read_through_and_held_to_the_size_it_says(tmp_path: Path) -> None:
    packed = gzip.compress(b"title\n")
    lying = packed[:-4] + struct.pack("<I", 2)
    members = {"a.csv.gz": packed, "b.csv": b"x", "c.csv.gz": b"no", "d.txt.gz": lying, "e.tar.gz": packed}
    archive = _zip(tmp_path / "all.zip", members)
    documents = {str(found.name): found for found in walk([archive]) if isinstance(found, Document)}
    assert list(documents) == ["all.zip/a.csv.gz/a.csv", "all.zip/b.csv", "all.zip/d.txt.gz/d.txt"]
    assert documents["all.zip/a.csv.gz/a.csv"].text == "title\n"
    beside = documents["all.zip/b.csv"].sibling("a.csv")
    assert beside is not None
    assert beside.text == "title\n"
    with pytest.raises(DocumentError):
        _ = documents["all.zip/d.txt.gz/d.txt"].text
    assert set(_refusals(archive)) == {"c.csv.gz", "e.tar.gz"}


def test_archives_in_an_archive_share_what_it_may_unpack_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "SMALL", 1000)
    monkeypatch.setattr(archives, "unpacked_limit", lambda _: 16_000)
    inner = _zipped({"zeros.txt": bytes(7_500)})
    archive = _zip(tmp_path / "many.zip", {f"{name}.zip": inner for name in "abc"})
    assert _names(archive) == ["many.zip/a.zip/zeros.txt", "many.zip/b.zip/zeros.txt"]
    assert "fill a disk" in _refusals(archive)["c.zip"].reason


def test_a_zip_bomb_is_refused_by_its_table_of_contents(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "bomb.zip", {"zeros.txt": bytes(streams.SMALL + 1)})
    assert _names(archive) == []
    assert "fill a disk" in _refusals(archive)["zeros.txt"].reason


def test_a_zip_that_lies_about_a_members_size_gives_no_more_than_it_said(tmp_path: Path) -> None:
    archive = _zip(tmp_path / "lie.zip", {"zeros.txt": bytes(5_000_000)})
    raw = archive.read_bytes().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 10))
    archive.write_bytes(raw)
    (document,) = (found for found in walk([archive]) if isinstance(found, Document))
    with pytest.raises(DocumentError, match="damaged"):
        _ = document.raw


def test_a_gzip_bomb_stops_at_its_bound(tmp_path: Path) -> None:
    packed = gzip.compress(bytes(1 << 20)) * 70
    (tmp_path / "bomb.csv.gz").write_bytes(packed)
    (document,) = (found for found in walk([tmp_path]) if isinstance(found, Document))
    with document.open() as stream, pytest.raises(HostileDocumentError, match="fill a disk"):
        stream.read()


def test_what_is_named_like_an_archive_but_is_none_is_named(tmp_path: Path) -> None:
    _folder(tmp_path, {"a.zip": "not a zip", "b.csv.gz": "not a gzip at all", "c.tar.gz": "not a tar"})
    reasons = {name: refused.reason for name, refused in _refusals(tmp_path).items()}
    assert "damaged" in reasons["a.zip"]
    assert "no gzip" in reasons["b.csv.gz"]
    assert "damaged" in reasons["c.tar.gz"]


def test_a_file_that_changes_while_it_is_read_is_reported(tmp_path: Path) -> None:
    file = tmp_path / "growing.csv"
    file.write_bytes(b"x" * 3_000_000)
    (document,) = (found for found in walk([file]) if isinstance(found, Document))
    stream = document.open()
    stream.read(10)
    with file.open("ab") as more:
        more.write(b"more")
    with pytest.raises(DocumentError, match="changed while it was read"):
        stream.read()
    stream.close()
    with pytest.raises(DocumentError, match="changed while it was read"):
        document.open()


def test_the_survey_counts_what_the_walk_yields(tmp_path: Path) -> None:
    _folder(tmp_path, {"a.txt": "12345", "b.jpg": "x"})
    assert survey([tmp_path]).documents == 2
    assert survey([tmp_path]).size == 5


def _tar(file: Path, members: dict[str, str], mode: Literal["w", "w:gz", "w:xz"]) -> Path:
    with tarfile.open(file, mode) as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return file


@pytest.mark.parametrize(
    ("name", "mode"), [("a.tar", "w"), ("a.tar.gz", "w:gz"), ("a.tgz", "w:gz"), ("a.tar.xz", "w:xz")]
)
def test_a_tar_archive_is_read_through(tmp_path: Path, name: str, mode: Literal["w", "w:gz", "w:xz"]) -> None:
    file = _tar(tmp_path / name, {"./reviews/b.csv": "second", "reviews/a.csv": "first", "reviews/e.csv": ""}, mode)
    found = [one for one in walk([file]) if isinstance(one, Document)]
    assert [one.name for one in found] == [f"{name}/reviews/a.csv", f"{name}/reviews/b.csv"]
    assert [one.raw for one in found] == [b"first", b"second"]
    beside = found[0].sibling("b.csv")
    assert beside is not None
    assert beside.raw == b"second"
    assert "it is empty" in _refusals(file)["e.csv"].reason


def test_the_traps_of_tar_archives_are_named(tmp_path: Path) -> None:
    file = tmp_path / "trap.tar"
    with tarfile.open(file, "w") as archive:
        link = tarfile.TarInfo("link.csv")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        for name in ("../out.csv", "/abs.csv", "inner.rar", "broken.zip"):
            member = tarfile.TarInfo(name)
            member.size = 1
            archive.addfile(member, io.BytesIO(b"x"))
    reasons = {one.path.rsplit("/", 1)[-1]: one.reason for one in walk([file]) if isinstance(one, Unreadable)}
    assert "link or a device" in reasons["link.csv"]
    assert "climbs out" in reasons["out.csv"]
    assert "climbs out" in reasons["abs.csv"]
    assert "archive within" in reasons["inner.rar"]
    assert "damaged" in reasons["broken.zip"]
    assert not [one for one in walk([file]) if isinstance(one, Document)]


def test_a_zip_within_a_tar_is_read_through(tmp_path: Path) -> None:
    raw = _zipped({"a.csv": b"title\n", "deep.zip": _zipped({"b.txt": b"b"})})
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        member = tarfile.TarInfo("in.zip")
        member.size = len(raw)
        archive.addfile(member, io.BytesIO(raw))
    assert [(one.name, one.text) for one in walk([tmp_path / "all.tar"]) if isinstance(one, Document)] == [
        ("all.tar/in.zip/a.csv", "title\n")
    ]
    assert "archives deep" in _refusals(tmp_path / "all.tar")["deep.zip"].reason


def test_a_packed_tar_that_grows_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.readers.tarballs.LARGEST", 1 << 20)
    file = _tar(tmp_path / "bomb.tar.gz", {"a.csv": "0" * (2 << 20)}, "w:gz")
    (refused,) = walk([file])
    assert isinstance(refused, Unreadable)
    assert "unpacks to more than 1 MB" in refused.reason


def test_a_packed_tar_that_is_too_large_for_memory_is_read_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.readers.tarballs.SMALL", 1000)
    texts = {f"train/pos/{at}_9.txt": f"review {at} " * 500 for at in range(20)}
    file = _tar(tmp_path / "reviews.tar.gz", texts, "w:gz")
    assert survey([file]).documents == 1
    found = [one for one in walk([file]) if isinstance(one, Document)]
    assert {one.name.split("/", 1)[1]: one.raw.decode() for one in found} == texts
    first, second = found[0].open(), found[1].open()  # each has a place of its own
    assert first.read(7) + second.read(7) + first.read(3) == b"review review 0 r"


@pytest.mark.parametrize("look", [survey, lambda paths, check: list(walk(paths, check))])
def test_looking_through_a_huge_folder_can_be_stopped_where_it_finds_nothing_too(
    tmp_path: Path, look: Callable[[list[Path], Callable[[], None]], object]
) -> None:
    for number in range(40):
        (tmp_path / f".hidden-{number}").write_text("x")
    asked = 0

    def check() -> None:
        nonlocal asked
        asked += 1
        if asked == 10:
            raise CancelledError("import", "stopped")

    with pytest.raises(CancelledError):
        look([tmp_path], check)
    assert asked == 10
