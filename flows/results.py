"""What is written of an article: the row with its body, and the row of the ledger."""

from collections.abc import Mapping

from cleaners import Article
from flows.profiles import site_of
from flows.records import Done, Record

Row = Mapping[str, object]

# The fields of a row and their Arrow types.
COLUMNS = {
    "id": "string",
    "origin": "string",
    "content": "string",
    "url": "string",
    "status": "string",
    "quality": "float",
    "body": "string",
    "title": "string",
    "byline": "string",
    "published": "string",
    "language": "string",
    "site": "string",
    "source": "string",
    "image": "string",
    "captions": "string[]",
    "words_read": "int32",
    "words": "int32",
    "removed": "int32",
    "edits": "int32",
    "problem": "string",
}


def named(key: Done) -> dict[str, object]:
    """Which document a row is of: its id, its origin, and the digest of its content."""
    origin, name, content = key
    return {"id": name, "origin": origin, "content": content}


def row(key: Done, record: Record, article: Article) -> dict[str, object]:
    """The row of a document: its body, fields, status, quality and counts."""
    fields = article.fields
    return {
        **named(key),
        "url": record.document.url,
        "status": article.status,
        "quality": round(article.quality, 4),
        "body": article.body,
        "title": fields.title,
        "byline": fields.byline,
        "published": fields.published,
        "language": fields.language,
        "site": site_of(record.document.url, record.document.id) or fields.site,
        "source": fields.source,
        "image": fields.image,
        "captions": list(fields.captions),
        "words_read": sum(len(text.split()) for text in article.page.texts().values()),
        "words": len(article.body.split()),
        "removed": sum(not verdict.kept for verdict in article.verdicts),
        "edits": len(article.edits),
        "problem": record.problem or "; ".join(article.page.notes) or None,
    }


def failed_row(key: Done, record: Record, problem: str) -> dict[str, object]:
    """The row of a document that gave no article."""
    empty: dict[str, object] = dict.fromkeys(COLUMNS)
    return empty | {
        **named(key),
        "url": record.document.url,
        "status": "failed",
        "quality": 0.0,
        "body": "",
        "site": site_of(record.document.url, record.document.id),
        "captions": [],
        "words_read": 0,
        "words": 0,
        "removed": 0,
        "edits": 0,
        "problem": problem,
    }


def ledger(key: Done, article: Article) -> dict[str, object]:
    """Every removed line and every change of a document, each with its reason; with the page as
    read they rebuild the body.
    """
    texts = article.page.texts()
    joined = {join.line for join in article.joins}
    return {
        **named(key),
        # The lines that the paragraphs of the body begin with.
        "kept": [v.line for v in article.verdicts if v.kept and v.line not in joined],
        "removed": [
            {
                "line": v.line,
                "text": texts[v.line],
                "category": v.category,
                "rule": v.rule,
                "because": v.because,
                "probability": round(v.probability, 4),
            }
            for v in article.verdicts
            if not v.kept
        ],
        "edits": [
            {
                "line": e.line,
                "start": e.start,
                "before": e.before,
                "after": e.after,
                "stage": e.stage,
                "category": e.category,
                "rule": e.rule,
                "because": e.because,
            }
            for e in article.edits
        ],
        "joins": [[j.line, j.to, j.glue] for j in article.joins],
    }


def quarantined(key: Done, record: Record, problem: str) -> dict[str, object]:
    """The row of a document in quarantine: what went wrong, and the raw text to try again with.

    Bytes that are not UTF-8 are kept as backslash escapes.
    """
    raw = record.document.raw
    text = raw.decode("utf-8", "backslashreplace") if isinstance(raw, bytes) else raw
    field = "html" if record.document.kind == "html" else "text"
    return {
        **named(key),
        "url": record.document.url,
        "problem": problem,
        field: text,
    }
