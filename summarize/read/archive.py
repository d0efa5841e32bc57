"""Archives (.zip, .tar.gz, .gz): every file in them that some reader knows, unpacked in memory only.

Owns the guards: nothing is written to disk, so a path that climbs out of the archive does no harm and is refused all the
same; sizes are counted while unpacking and not believed from the header; an archive in an archive is not opened.
"""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import IO

from summarize import registry
from summarize.errors import ReadError
from summarize.model import Article, Collection
from summarize.read.share import attempt, first_parts, reason
from summarize.read.sniff import kind

LARGEST_MEMBER = 50_000_000
"""Bytes of one unpacked file."""
_LARGEST_ARCHIVE = 300_000_000
"""Bytes of all unpacked files together."""
_ARCHIVES = frozenset({".zip", ".tar", ".tgz", ".gz", ".warc"})


def read_zip(data: bytes, origin: str) -> Collection:
    """The articles of the files in a zip file, each under the path `origin#member`. Raises `ReadError`."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError(f"{origin}: damaged ({error})") from None
    names = sorted(member.filename for member in archive.infolist() if not member.is_dir())
    return _read_members(origin, names, lambda name, most: member_data(archive, name, origin, most))


def read_tar(data: bytes, origin: str) -> Collection:
    """The articles of the files in a tar file, each under the path `origin#member`. Raises `ReadError`."""
    try:
        with tarfile.open(fileobj=io.BytesIO(data), mode="r:") as archive:
            files = {member.name: member for member in archive.getmembers() if member.isfile()}

            def unpack(name: str, most: int) -> bytes:
                stream = archive.extractfile(files[name])
                return _capped(stream, most, f"{origin}#{name}") if stream else b""

            return _read_members(origin, sorted(files), unpack)
    except (tarfile.TarError, ValueError, EOFError) as error:
        raise ReadError(f"{origin}: damaged ({error})") from None


def read_gzip(data: bytes, origin: str) -> Sequence[Article]:
    """What is in a compressed file, read by its own format. Raises `ReadError`."""
    plain, name = unzipped(data, origin)
    inner = kind(plain, name, registry.suffixes() - {".gz", ".tgz"})
    if inner in (".gz", ".zip"):
        raise ReadError(f"{origin}: an archive in an archive, not read", "Unpack it first")
    return registry.reader(inner)(plain, origin)


def unzipped(data: bytes, origin: str, most: int | None = None) -> tuple[bytes, str]:
    """(what is in a compressed file, the name that it had). Raises `ReadError` above `most` bytes."""
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            plain = _capped(stream, most or _LARGEST_ARCHIVE, origin)
    except (OSError, EOFError, zlib.error) as error:
        raise ReadError(f"{origin}: damaged ({error})") from None
    lower = origin.lower()
    return plain, origin[:-4] + ".tar" if lower.endswith(".tgz") else origin[:-3] if lower.endswith(".gz") else origin


def member_data(archive: zipfile.ZipFile, name: str, origin: str, most: int = LARGEST_MEMBER) -> bytes:
    """The unpacked bytes of one member of a zip file. Raises `ReadError` above `most` bytes."""
    try:
        with archive.open(name) as stream:
            return _capped(stream, most, f"{origin}#{name}")
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError) as error:
        raise ReadError(f"{origin}#{name}: damaged ({error})") from None
    except RuntimeError:  # what zipfile raises for a member that needs a password
        raise ReadError(f"{origin}#{name}: locked with a password") from None


def _capped(stream: IO[bytes] | gzip.GzipFile, most: int, origin: str) -> bytes:
    data = stream.read(most + 1)
    if len(data) > most:
        raise ReadError(f"{origin}: unpacks to more than {most // 1_000_000} MB, not read")
    return data


def _read_members(origin: str, names: Sequence[str], unpack: Callable[[str, int], bytes]) -> Collection:
    articles: list[Article] = []
    warnings: list[str] = []
    left, skipped = _LARGEST_ARCHIVE, 0
    for name in first_parts(names, origin, warnings):
        path = PurePosixPath(name.replace("\\", "/"))
        if any(part.startswith(".") and part != ".." for part in path.parts) or path.parts[:1] == ("__MACOSX",):
            continue
        if path.is_absolute() or ".." in path.parts:
            warnings.append(f"{origin}#{name}: its path leads out of the archive, not read")
        elif path.suffix.lower() not in registry.suffixes():
            skipped += 1
        elif left <= 0:
            warnings.append(
                f"{origin}#{name}: not read. The archive unpacks to more than {_LARGEST_ARCHIVE // 1_000_000} MB"
            )
        else:
            place = f"{origin}#{name}"
            try:
                data = unpack(name, min(LARGEST_MEMBER, left))
            except (ReadError, tarfile.TarError, zlib.error, OSError) as error:
                warnings.append(str(error) if isinstance(error, ReadError) else f"{place}: damaged ({reason(error)})")
                continue
            left -= len(data)
            articles.extend(attempt(place, partial(_read_member, data, place), warnings))
    if skipped:
        warnings.append(f"{origin}: {skipped} of its files of other kinds skipped")
    return Collection(tuple(articles), tuple(warnings))


def _read_member(data: bytes, origin: str) -> Sequence[Article]:
    form = kind(data, origin, registry.suffixes())
    if form in _ARCHIVES:
        raise ReadError(f"{origin}: an archive in an archive, not read", "Unpack it first")
    return registry.reader(form)(data, origin)
