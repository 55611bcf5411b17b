"""
Write the tables for download beside the pages: file by file, and as one zip.

Each folder of downloads is itself a data package, and the zip holds the same files.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from helpers.book.catalogue import package
from helpers.book.pages import DATA_PACKAGES, download_address

#: Time of every file in a zip: a zip of the same files has the same bytes.
EPOCH = (1980, 1, 1, 0, 0, 0)


def write(book: Path, site: Path, changed: float) -> list[Path]:
    """
    Write all downloads, or none if they are younger than all that they are made of.

    Parameters
    ----------
    book : Path
        Folder of the book.
    site : Path
        Folder of the built site.
    changed : float
        When tables, settings or code changed last, as a time of the file system.

    Returns
    -------
    list of Path
        The files that were written.
    """
    return [
        path
        for whole, address in DATA_PACKAGES.items()
        if older(site / address, changed)
        for path in _write_package(book, site, whole)
    ]


def older(path: Path, changed: float) -> bool:
    """Tell whether a file is missing or older than what it is made of."""
    return not path.exists() or path.stat().st_mtime <= changed


def _write_package(book: Path, site: Path, whole: bool) -> list[Path]:
    """Write the files of one package, the zip last: it stands for all of them."""
    made = package.files(book, whole)
    contents = {download_address(name, whole): content for name, content in made.items()}
    contents[DATA_PACKAGES[whole]] = zipped(made)
    for address, content in contents.items():
        path = site / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return [site / address for address in contents]


def zipped(files: dict[str, bytes]) -> bytes:
    """Pack files so that the same files give the same bytes, on every system."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()
