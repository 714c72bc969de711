"""Invented reports in the shapes that scrapers leave, as many as are asked for."""

PLACES = ("Harrowgate", "Port Ellin", "Sandmere", "Upper Tolle", "Carrick", "Lowmoor", "Stanner")
SUBJECTS = (
    "the council", "a hauliers' union", "the harbour board", "two schools", "the county court",
    "a volunteer crew", "the water company", "the museum",
)  # fmt: skip
DEEDS = (
    "put off a vote on the ferry timetable", "asked for another survey of the bridge",
    "reopened the lower road after a week of repairs", "published its accounts for the year",
    "moved the market to the old railway yard", "turned down an offer for the quarry",
    "hired a second engineer for the flood gates", "closed the hall until the roof is mended",
)  # fmt: skip
ENDS = (
    "because the figures did not add up", "after a night of heavy rain", "and said little else",
    "to the surprise of people who live nearby", "for the third time since spring",
    "although nobody had asked for it", "as the clerk read the minutes aloud",
)  # fmt: skip
DEBRIS = (
    "Read more: the week in pictures",
    "Sign up for our newsletter",
    "Photo: A. Marlow",
    "Share this article",
)


def story(number: int, paragraphs: int = 12) -> str:
    """A report, different for each number, with a line or two of debris in it."""
    lines = [
        f"{_pick(SUBJECTS, number, 0).capitalize()} of {_pick(PLACES, number, 0)}: day {number}"
    ]
    for row in range(paragraphs):
        lines.append(" ".join(_sentence(number, row * 3 + turn) for turn in range(3)))
        if (number + row) % 9 == 0:
            lines.append(DEBRIS[(number + row) % len(DEBRIS)])
    return "\n\n".join(lines)


def page(number: int, paragraphs: int = 12) -> str:
    """The same report as a page of HTML with a menu and a footer."""
    head, *rest = story(number, paragraphs).split("\n\n")
    body = "".join(f"<p>{text}</p>\n" for text in rest)
    return (
        f"<html><head><title>{head}</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{head}</h1>\n{body}</article>"
        "<footer>All rights reserved</footer></body></html>"
    )


def _sentence(number: int, turn: int) -> str:
    subject, deed = _pick(SUBJECTS, number, turn), _pick(DEEDS, number * 3, turn)
    count = (number * 7 + turn * 13) % 900
    return (
        f"On day {count} {subject} in {_pick(PLACES, number, turn)} {deed} "
        f"{_pick(ENDS, number * 5, turn)}."
    )


def _pick(words: tuple[str, ...], number: int, turn: int) -> str:
    return words[(number * 31 + turn * 17 + number // 7) % len(words)]
