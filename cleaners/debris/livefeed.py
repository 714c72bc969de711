"""Live feeds inside an article: their clock times and headings; where a feed begins and ends is
for the judge.
"""

from cleaners.debris.finders import whole
from cleaners.debris.names import CLOCK
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.model import Category, Strength, Where

RULES = (
    Rule(
        "livefeed.clock-time",
        Category.LIVEFEED,
        Strength.HINT,
        "a clock time on a line of its own",
        whole(rf"(?:{CLOCK}|\d{{1,2}}\s*[ap]\.?m\.?)"),
        frozenset({NUMBER}),
        drop=("11:14 PM", "09.30 GMT", "8 pm"),
        keep=("11:14 PM was when it began.",),
        where=Where.STARTS,
        max_words=4,
    ),
    Rule(
        "livefeed.ago",
        Category.LIVEFEED,
        Strength.SURE,
        "says how long ago it was posted",
        whole(
            r"(?:posted|updated|published)?\s*\d{1,2}\s*"
            r"(?:h|d|m|min|mins|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago"
        ),
        frozenset({NUMBER}) | words("posted updated published"),
        drop=("2h ago", "5 minutes ago"),
        keep=("5 minutes ago the bridge was still open.",),
        where=Where.STARTS,
        max_words=5,
    ),
)
