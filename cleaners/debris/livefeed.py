"""Live feeds inside an article: their clock times and headings; where a feed begins and ends is
for the judge.
"""

from cleaners.debris.finders import CASED, holding, whole
from cleaners.debris.names import CLOCK
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.model import Strength, Where

RULES = (
    Rule(
        "livefeed.clock-time",
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
        "livefeed.timed-item",
        Strength.HINT,
        "a clock time and a headline",
        holding(rf"\A{CLOCK}\s*[-–—|:•]?\s*[“\"«‘]?[^\W\da-zß-ÿа-яёіїєґ][^.!?…]{{8,160}}\Z", CASED),
        frozenset({NUMBER}),
        drop=("10:42 Storm closes three ports", "9:58 PM – Court frees editor"),
        keep=("10:42 was when the clock on the quay stopped.",),
        where=Where.STARTS,
        max_words=26,
    ),
    Rule(
        "livefeed.ago",
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
