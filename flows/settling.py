"""After a run: results that newer ones have taken the place of are taken out.

A document is replaced when its file was read again, changed or by another version, and the same id
was found there. What has vanished from its file, or whose file is gone, stays.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from flows import sinks
from flows.ledger_store import Receipt, Store
from flows.records import Done

# How a file was read: by which version, and its stamp then.
State = tuple[str, str]
# Marks the files of a part that was written again.
AGAIN = "~"


@dataclass(slots=True)
class _Newest:
    """What the newest reading found of the files in question; of documents only hashes are held."""

    states: dict[str, State]
    ids: set[int] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)

    def is_of(self, receipt: Receipt, origin: str) -> bool:
        """Whether a receipt tells of the newest reading of a file."""
        state = receipt.version, receipt.stamps[origin]
        return self.states.get(origin, state) == state

    def replaces(self, receipt: Receipt, document: Done) -> bool:
        """Whether a document of a receipt is to go; ask once of each."""
        origin, name, _ = document
        if origin not in self.states or hash((origin, name)) not in self.ids:
            return False
        known = hash(document)
        if known not in self.documents or receipt.version != self.states[origin][0]:
            return True
        done_twice = known in self.kept
        self.kept.add(known)
        return done_twice


def settle(store: Store) -> int:
    """Take out what is replaced, and what two shards both did; how many documents that was."""
    names = store.names()
    newest = _newest(store, names)
    gone = 0
    if newest.states:
        for receipt in map(store.load, names):
            unwanted = frozenset(d for d in receipt.documents if newest.replaces(receipt, d))
            left = _still_true(receipt, newest, unwanted)
            if left != receipt:
                _rewrite(store, receipt, left, unwanted)
            gone += len(unwanted)
    return gone


def _newest(store: Store, names: Iterable[str]) -> _Newest:
    states: dict[str, State] = {}
    parts: Counter[str] = Counter()
    changed: set[str] = set()
    for receipt in map(store.load, names):
        for origin, stamp in receipt.stamps.items():
            state = receipt.version, stamp
            if states.setdefault(origin, state) != state:
                changed.add(origin)
            states[origin] = state
        parts.update({origin for origin, *_ in receipt.documents})
    changed.update(origin for origin, number in parts.items() if number > 1)
    newest = _Newest({origin: states[origin] for origin in changed})
    for receipt in map(store.load, names if changed else ()):
        for document in (*receipt.documents, *receipt.seen):
            origin, name, _ = document
            if origin in changed and newest.is_of(receipt, origin):
                newest.ids.add(hash((origin, name)))
                newest.documents.add(hash(document))
    return newest


def _still_true(receipt: Receipt, newest: _Newest, unwanted: frozenset[Done]) -> Receipt:
    documents = tuple(d for d in receipt.documents if d not in unwanted)
    seen = tuple(d for d in receipt.seen if newest.is_of(receipt, d[0]))
    covered = tuple(c for c in receipt.covered if newest.is_of(receipt, c[0]))
    needed = {origin for origin, *_ in (*documents, *seen, *covered)}
    stamps = {origin: stamp for origin, stamp in receipt.stamps.items() if origin in needed}
    return replace(receipt, stamps=stamps, documents=documents, seen=seen, covered=covered)


def _rewrite(store: Store, old: Receipt, left: Receipt, unwanted: frozenset[Done]) -> None:
    """Replace a receipt and, if some of its documents go, its files; killed in between, the next
    run sweeps away whichever files have no receipt.
    """
    if not left.stamps:
        store.forget(old)
        return
    if unwanted:
        copies = tuple((name, _renamed(name)) for name in old.files)
        files = tuple(
            copy for name, copy in copies if sinks.without(store.folder, name, copy, unwanted)
        )
        left = replace(left, files=files)
    store.replace(old, left)


def _renamed(name: str) -> str:
    """The next name of a file of a part.

    >>> _renamed("bodies/a.jsonl"), _renamed("bodies/a~1.jsonl")
    ('bodies/a~1.jsonl', 'bodies/a~2.jsonl')
    """
    stem, _, suffix = name.rpartition(".")
    first, _, number = stem.partition(AGAIN)
    return f"{first}{AGAIN}{int(number or 0) + 1}.{suffix}"
