"""Folders and files, local or in an object store: finding, reading, and putting a file in place
whole or not at all. The only import of fsspec.
"""

import io
import os
import shutil
from collections.abc import Iterator
from glob import has_magic
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp
from typing import IO, TYPE_CHECKING

from flows.records import Found

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

SCHEME = "://"
LOCAL_SCHEME = "file://"
# Files being written; they are never read and are swept away by the next run.
UNFINISHED = ".unfinished"
REMOTE_BUFFER_BYTES = 2**17


def is_remote(url: str) -> bool:
    """Whether a path is in an object store or on another machine."""
    return SCHEME in url and not url.startswith(LOCAL_SCHEME)


def open_file(url: str) -> IO[bytes]:
    """A file, to be read from its beginning."""
    if not is_remote(url):
        return Path(url.removeprefix(LOCAL_SCHEME)).open("rb")
    system, path = _system(url)
    # fsspec's own readline takes no limit, and a line may be a bomb.
    return io.BufferedReader(system.open(path, "rb"), REMOTE_BUFFER_BYTES)


def find(source: str) -> Iterator[Found]:
    """The files of a source in order: of a file itself, a folder with all below it, or a glob.

    Hidden files and folders (their names begin with a dot) are left out unless named outright.

    Raises:
        FileNotFoundError: nothing is there.
    """
    return _find_remote(source) if is_remote(source) else _find_local(source)


def _find_local(source: str) -> Iterator[Found]:
    path = Path(source.removeprefix(LOCAL_SCHEME)).expanduser().absolute()
    if path.is_file():
        yield _found_local(path, path.name)
    elif path.is_dir():
        for file in _files_below(path):
            yield _found_local(file, file.relative_to(path).as_posix())
    elif has_magic(str(path)):
        root = _fixed_part(path)
        for match in sorted(root.glob(path.relative_to(root).as_posix())):
            if match.is_file():
                yield _found_local(match, match.relative_to(root).as_posix())
    else:
        raise FileNotFoundError(f"{source}: no such file or folder")


def _files_below(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        names = sorted((e.name, e.is_dir()) for e in entries if not e.name.startswith("."))
    for name, is_folder in names:
        if is_folder:
            yield from _files_below(folder / name)
        else:
            yield folder / name


def _fixed_part(pattern: Path) -> Path:
    """The folder above the first part of a pattern that can match several names."""
    parts = pattern.parts
    fixed = next(place for place, part in enumerate(parts) if has_magic(part))
    return Path(*parts[:fixed])


def _found_local(path: Path, name: str) -> Found:
    state = path.stat()
    return Found(str(path), name, state.st_size, f"{state.st_size}-{state.st_mtime_ns}")


def _find_remote(source: str) -> Iterator[Found]:
    system, path = _system(source)
    scheme = source.split(SCHEME)[0] + SCHEME
    try:
        if has_magic(path) and not system.exists(path):
            fixed = str(_fixed_part(Path(path)))
            found = system.glob(path, detail=True)
        else:
            fixed = path if system.isdir(path) else str(PurePosixPath(path).parent)
            found = system.find(path, detail=True)
    except OSError:
        raise
    # Each kind of store has errors of its own: no credentials, no such host, no answer.
    except Exception as problem:
        raise OSError(f"{source}: cannot be reached: {problem}") from problem
    if not found:
        raise FileNotFoundError(f"{source}: nothing there")
    for each, facts in sorted(found.items()):
        name = each.removeprefix(fixed).lstrip("/")
        hidden = any(part.startswith(".") for part in PurePosixPath(name).parts)
        if facts["type"] == "file" and not (hidden and each != path):
            tag = facts.get("ETag") or facts.get("LastModified") or facts.get("mtime") or ""
            yield Found(scheme + each, name, facts["size"] or 0, f"{facts['size']}-{tag}")


class Folder:
    """A folder for results; every file in it appears whole or not at all."""

    def __init__(self, url: str) -> None:
        local = url.removeprefix(LOCAL_SCHEME)
        self.url = url if is_remote(url) else str(Path(local).expanduser().absolute())
        self.remote = is_remote(url)

    def join(self, name: str) -> str:
        """The path or URL of a file of this folder."""
        return f"{self.url.rstrip('/')}/{name}"

    def scratch(self, name: str) -> Path:
        """Where to write a file that is to be ``put`` under ``name``."""
        if self.remote:
            beside = Path(mkdtemp(prefix="cleancopy-")) / PurePosixPath(name).name
        else:
            beside = Path(self.join(name) + UNFINISHED)
        beside.parent.mkdir(parents=True, exist_ok=True)
        return beside

    def put(self, written: Path, name: str) -> None:
        """Put a finished local file in place under ``name``; it replaces what is there."""
        if self.remote:
            # A single put, or a multipart upload: an object store shows either only when complete.
            system, key = _system(self.join(name))
            system.put_file(str(written), key)
            shutil.rmtree(written.parent)
            return
        target = Path(self.join(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(target.name + UNFINISHED)
        if written != beside:
            shutil.move(written, beside)
        with beside.open("rb") as handle:
            os.fsync(handle.fileno())
        beside.replace(target)

    def put_text(self, text: str, name: str, at_once: bool = True) -> None:
        """Put a small file in place; unless ``at_once``, it is safe from a loss of power only after
        `write_through`.
        """
        if self.remote:
            system, key = _system(self.join(name))
            system.pipe_file(key, text.encode())
            return
        target = Path(self.join(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = target.with_name(f"{target.name}.{os.getpid()}{UNFINISHED}")
        with beside.open("w", encoding="utf-8") as handle:
            handle.write(text)
            if at_once:
                handle.flush()
                os.fsync(handle.fileno())
        beside.replace(target)

    def write_through(self) -> None:
        """Make all that was put in place safe from a loss of power.

        Once for thousands of small files: one by one they cost 10 ms each, more than cleaning them.
        """
        if not self.remote:
            os.sync()

    def read_text(self, name: str) -> str:
        """A small file."""
        with open_file(self.join(name)) as handle:
            return handle.read().decode()

    def names(self, below: str) -> frozenset[str]:
        """The names of all files below a folder of this folder; none when there is no such."""
        if self.remote:
            system, key = _system(self.join(below))
            system.invalidate_cache()
            prefix = key.removesuffix(below)
            return frozenset(each.removeprefix(prefix) for each in system.find(key))
        root = Path(self.url)
        return frozenset(
            file.relative_to(root).as_posix()
            for file in (root / below).rglob("*")
            if file.is_file()
        )

    def delete(self, name: str) -> None:
        """Remove a file, if it is there."""
        if not self.remote:
            Path(self.join(name)).unlink(missing_ok=True)
            return
        system, path = _system(self.join(name))
        if system.exists(path):
            system.rm_file(path)


def _system(url: str) -> "tuple[AbstractFileSystem, str]":
    # fsspec costs a quarter of a second to import; local runs do without.
    from fsspec.core import url_to_fs

    try:
        system, path = url_to_fs(url, skip_instance_cache=False)
    except (ImportError, ValueError) as problem:
        raise OSError(f"{url}: {problem}") from problem
    return system, path
