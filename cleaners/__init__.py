"""cleancopy: raw scraped news in, the clean article body out, with a ledger of every change.

>>> from cleaners import clean
>>> clean("Mayor Ana Rios opened the bridge on Monday.").body
'Mayor Ana Rios opened the bridge on Monday.'
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cleaners.article import Article
from cleaners.debris import Phrasebook
from cleaners.errors import BadInput, BadPolicy, BadRule, CleaningError
from cleaners.explain import Explanation, explain
from cleaners.model import (
    Category,
    Document,
    Edit,
    Engine,
    Fields,
    Join,
    Kind,
    Line,
    Page,
    Policy,
    SiteProfile,
    Treatment,
    Verdict,
)
from cleaners.pipeline import clean_documents
from cleaners.repair import Repair, repair

__all__ = [
    "Article",
    "BadInput",
    "BadPolicy",
    "BadRule",
    "Category",
    "CleaningError",
    "Document",
    "Edit",
    "Explanation",
    "Fields",
    "Join",
    "Line",
    "Page",
    "Policy",
    "Repair",
    "SiteProfile",
    "Treatment",
    "Verdict",
    "clean",
    "clean_many",
    "explain",
    "repair",
]

DEFAULT_POLICY = Policy()


def clean(
    raw: str | bytes,
    *,
    kind: Kind | None = None,
    url: str | None = None,
    language: str | None = None,
    policy: Policy = DEFAULT_POLICY,
    engine: Engine = "thorough",
    profile: SiteProfile | None = None,
) -> Article:
    """The article of one document, plain text or HTML; ``profile`` is what is known of its site.

    Raises:
        BadInput: ``raw`` cannot be read as text.
    """
    document = Document(raw, None, kind, url, language, profile)
    (article,) = clean_documents([document], policy, engine)
    if isinstance(article, BadInput):
        raise article
    return article


def clean_many(
    raws: Iterable[str | bytes | Document],
    *,
    kind: Kind | None = None,
    url: str | None = None,
    language: str | None = None,
    policy: Policy = DEFAULT_POLICY,
    engine: Engine = "thorough",
    profile: SiteProfile | None = None,
    more: Phrasebook | None = None,
) -> Iterator[Article]:
    """The articles of many documents, in order: the results of `clean`, faster.

    A document that cannot be read costs itself only: its article has the status ``failed``, an
    empty body and the reason as a note of its page. ``more`` are phrases beside the standard ones.
    """
    if isinstance(raws, str | bytes):
        raise BadInput("one text, where many are expected; put it in a list, or use clean")
    known = Document("", None, kind, url, language, profile)
    documents = (raw if isinstance(raw, Document) else replace(known, raw=raw) for raw in raws)
    for article in clean_documents(documents, policy, engine, more):
        yield article if isinstance(article, Article) else _failed(article, policy)


def _failed(problem: BadInput, policy: Policy) -> Article:
    page = Page((), notes=(problem.problem,))
    return Article("", page, Fields(), (), (), (), "failed", 0.0, policy)
