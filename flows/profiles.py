"""The site profiles of a run: found in a folder, frozen when the run begins, given to the documents
of their sites.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Self

from cleaners import Document, SiteProfile, sites
from cleaners.readers.stated import domain_of
from cleaners.site_files import dump, load
from cleaners.version import short_digest
from flows import storage
from flows.storage import Folder

SUFFIX = ".toml"
SNAPSHOT = "sites.jsonl"


@dataclass(frozen=True, slots=True)
class Profiles:
    """What is known of some sites, by their domains."""

    by_site: Mapping[str, SiteProfile] = field(default_factory=dict)

    @classmethod
    def of_folder(cls, folder: str, today: date) -> Self:
        """The profiles of a folder as they hold today; none when there is no such folder.

        Raises:
            BadRule: a file is no profile; it is named.
        """
        files = sorted(Path(folder).glob(f"*{SUFFIX}")) if folder else []
        loaded = (load(file.read_text("utf-8"), str(file)) for file in files)
        return cls({known.site: sites.as_of(known, today) for known in loaded})

    @classmethod
    def of_snapshot(cls, url: str) -> Self:
        """The profiles that a run began with."""
        with storage.open_file(url) as handle:
            loaded = [load(json.loads(line)) for line in handle]
        return cls({known.site: known for known in loaded})

    def freeze(self, folder: Folder, name: str) -> str:
        """Write these down where all shards of a run find them; where that is."""
        text = "".join(json.dumps(dump(known)) + "\n" for known in self.by_site.values())
        folder.put_text(text, name)
        return folder.join(name)

    def of(self, document: Document) -> SiteProfile | None:
        """The profile of a document's site, or of the nearest domain above it."""
        site = site_of(document.url, document.id)
        while site:
            if site in self.by_site:
                return self.by_site[site]
            site = site.partition(".")[2]
        return None

    def digest(self) -> str:
        """Moves when a result may; how often and when a line was seen only changes the reason."""
        if not self.by_site:
            return ""
        return short_digest(repr(sorted(map(repr, map(_facts, self.by_site.values())))))


def _facts(known: SiteProfile) -> Iterable[object]:
    learned = (
        (line.text, line.place, line.words_beyond, sites.is_sure(line, known.stories))
        for line in known.learned
    )
    people = (known.pinned, known.forbidden, known.phrases, known.drop, known.keep, known.fields)
    return known.site, *people, sorted(learned)


def site_of(url: str | None, name: str | None) -> str | None:
    """The site of a document: the domain of its URL, or the folder it lies in when that is named
    like a domain.

    >>> site_of(None, "courier.example/2026/bridge.txt")
    'courier.example'
    """
    if url:
        return domain_of(url)
    folder, _, rest = (name or "").partition("/")
    return folder if rest and "." in folder.strip(".") else None
