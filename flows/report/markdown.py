"""Tables and texts in Markdown, as the UI of Prefect prints it."""

from collections.abc import Iterable, Mapping, Sequence


def rows(columns: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """A table; "None." when there are no rows."""
    told = [" | ".join(map(_cell, row)) for row in rows]
    if not told:
        return "None."
    head = [" | ".join(columns), "|".join("---" for _ in columns)]
    return "\n".join(f"| {line} |" for line in [*head, *told])


def _cell(value: str | int) -> str:
    return f"{value:,}" if isinstance(value, int) else value.replace("|", "\\|")


_MARKDOWN: Mapping[int, str] = {ord(sign): f"\\{sign}" for sign in "\\`*_[]<>#"} | {10: " "}


def escaped(text: str) -> str:
    """A text that is no Markdown: names of files are the scraper's to choose."""
    return text.translate(_MARKDOWN)
