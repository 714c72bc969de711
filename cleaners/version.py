"""What decides a result beside the document itself, as one short digest: the rules, the models, the
word lists and the libraries that read pages.

A finished document is done again when this digest moves, and only then.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cleaners.model import Engine, Policy

# Libraries whose own releases move our results.
READING_LIBRARIES = ("ftfy", "htmldate", "selectolax", "trafilatura")
DIGEST_BYTES = 8
# What only prints results does not decide them.
EDGES = frozenset({"cli", "explain.py", "ledger.py", "rulebook.py", "__main__.py"})


def digest(policy: Policy, engine: Engine) -> str:
    """The version of a result: of everything that made it, except the document and its site.

    >>> digest(Policy(), "fast") == digest(Policy(), "fast")
    True
    >>> digest(Policy(), "fast") == digest(Policy.of({"caption": "keep"}), "fast")
    False
    """
    return short_digest(f"{rules_digest()} {policy!r} {engine}")


def short_digest(facts: str) -> str:
    """A few letters that move when any of the facts does."""
    return hashlib.blake2b(facts.encode(), digest_size=DIGEST_BYTES).hexdigest()


@cache
def rules_digest() -> str:
    """The digest of this package's own files (code, phrases, models, word lists) and of the
    libraries it reads with.
    """
    package = Path(__file__).parent
    files = sorted(
        path
        for path in package.rglob("*")
        if path.is_file() and _decides(path.relative_to(package))
    )
    whole = hashlib.blake2b(digest_size=DIGEST_BYTES)
    for path in files:
        whole.update(f"\0{path.relative_to(package)}\0".encode())
        whole.update(path.read_bytes())
    whole.update(" ".join(map(_release, READING_LIBRARIES)).encode())
    return whole.hexdigest()


def _decides(path: Path) -> bool:
    return path.parts[0] not in EDGES and "__pycache__" not in path.parts


def _release(library: str) -> str:
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return f"{library} absent"
