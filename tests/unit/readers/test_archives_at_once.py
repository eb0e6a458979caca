"""Members of one archive are read by several threads at once: large ones are streamed while the walk goes on."""

from __future__ import annotations

import io
import tarfile
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tui.readers import streams
from tui.readers.document import Document
from tui.readers.walk import walk

MEMBERS = {f"{name}.csv": f"{name}{number:07}\n".encode() * 40_000 for number, name in enumerate("abcd")}


def _tar(path: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name, content in MEMBERS.items():
            member = tarfile.TarInfo(name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


def _zip(path: Path) -> Path:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in MEMBERS.items():
            archive.writestr(name, content)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("in.zip", inner.getvalue())
    return path


class _Restless(tempfile.SpooledTemporaryFile[bytes]):
    """Lets another thread have its turn whenever it went to a place and before it reads there."""

    def seek(self, *place: int) -> int:
        found = super().seek(*place)
        time.sleep(1e-6)
        return found


@pytest.fixture
def restless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "SpooledTemporaryFile", _Restless)
    monkeypatch.setattr(streams, "BUFFER", 16 * 1024)


def _read(document: Document) -> tuple[str, bytes]:
    blocks = []
    with document.open() as stream:
        while block := stream.read(9973):
            blocks.append(block)
    return document.name.rsplit("/", 1)[-1], b"".join(blocks)


@pytest.mark.usefixtures("restless")
@pytest.mark.parametrize("archive", ["all.tar.gz", "all.zip"])
def test_each_thread_gets_the_bytes_of_its_own_member(tmp_path: Path, archive: str) -> None:
    path = (_tar if "tar" in archive else _zip)(tmp_path / archive)
    documents = [found for found in walk([path]) if isinstance(found, Document)]
    assert len(documents) == len(MEMBERS)
    with ThreadPoolExecutor(len(documents)) as threads:
        assert dict(threads.map(_read, documents)) == MEMBERS
