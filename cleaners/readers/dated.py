"""When a page was published, where it does not state so: found by htmldate; its only import."""

# Dates are bounded by these and not by today, so that a page gives the same date every day.
EARLIEST = "1995-01-01"
LATEST = "2100-01-01"


def published(text: str, url: str | None) -> str | None:
    """The ISO date that the page shows somewhere, ``None`` if it shows none."""
    # Slow to import, and not needed for plain text or by the fast engine.
    from htmldate import find_date

    return find_date(
        text,
        extensive_search=False,
        original_date=True,
        url=url,
        min_date=EARLIEST,
        max_date=LATEST,
    )
