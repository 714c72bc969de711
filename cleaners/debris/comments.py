"""Readers' comments and the forms for them."""

from cleaners.debris.finders import holding, opening, whole
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.model import Strength, Where

_DATE = (
    r"(?:[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4}"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})"
)
_AT = r",?\s+at\s+\d{1,2}:\d\d\s*(?:[ap]\.?m\.?)?"

RULES = (
    Rule(
        "comments.count",
        Strength.SURE,
        "counts or heads the comments",
        whole(
            r"(?:\d[\d,.]*|no|one|two|three)\s+(?:comments?|replies|responses?|thoughts?|kommentare?"
            r"|commentaires?|comentarios?)(?:\s+(?:on|to)\s+[“\"‘'].{1,150})?"
        ),
        frozenset({NUMBER}) | words("no one two three"),
        drop=("14 comments", "2 thoughts on “Harbour closed after storm”"),
        keep=("No comment was given by the harbour office.",),
        where=Where.STARTS,
        max_words=25,
    ),
    Rule(
        "comments.count-beside-others",
        Strength.SURE,
        "counts the comments, beside a date or a section",
        holding(
            r"(?:[|·•—–-]\s?\d[\d,.]{0,6}\s+comments?\s*(?:[|·•—–-]|\Z|on\b)"
            r"|\A\d[\d,.]{0,6}\s+comments?\s*[|·•—–-])"
        ),
        words("comment comments"),
        drop=(
            "Ana Rios March 3, 2026 | 6 comments",
            "109 comments | Grow a harbour",
            "March 3, 2026 by Ana Rios - 5 comments on The new quay",
        ),
        keep=("The plan drew 109 comments - none of them kind.",),
        max_words=30,
    ),
    Rule(
        "comments.posted-at",
        Strength.SURE,
        "says when a reader commented",
        whole(rf"(?:[^.!?]{{2,40}}\s)?{_DATE}{_AT}\W*(?:reply)?"),
        words("at"),
        drop=("March 3, 2024 at 8:05 pm", "3 March 2024 at 20:05", "Piet March 3, 2024 at 8:05 pm"),
        keep=("It began on March 3, 2024 at 8:05 pm, and never stopped.",),
        max_words=12,
    ),
    Rule(
        "comments.says",
        Strength.SURE,
        "names the reader who commented",
        whole(rf"[^:.!?]{{2,40}}\ssays\s*:\s*(?:{_DATE}{_AT}\W*(?:reply)?)?"),
        words("says:"),
        drop=("Piet says:", "Ana Rios says: March 3, 2024 at 8:05 pm"),
        keep=("The mayor says: no bridge.",),
        max_words=12,
    ),
    Rule(
        "comments.count-and-tags",
        Strength.SURE,
        "counts the comments beside the tags",
        whole(r"(?:\d[\d,.]*|no)\s+(?:comments?|replies|responses?)\s*[|•·]\s*[^.!?]{2,120}"),
        frozenset({NUMBER, "no"}),
        drop=("109 Comments | Boats, Nets and Ropes",),
        keep=("No comments, replies or boats came.",),
        where=Where.STARTS,
        max_words=24,
    ),
    Rule(
        "comments.letters",
        Strength.SURE,
        "says where to write to",
        whole(
            r"(?:please\s+)?(?:send|submit|e-?mail|share)\s+(?:(?:us|your|any|in)\s+){0,2}(?:\w+\s+)?(?:letters|comments"
            r"|corrections|tips|feedback|questions|submissions|thoughts|ideas)\b[^.!?]{0,60}\s\S+@\S+"
            r"|(?:you\s+can\s+)(?:reach|contact|e-?mail)\s+(?:him|her|them|me|us)\s(?:[^.!?]{0,30}\s)?\S+@\S+"
        ),
        words("please send submit email e-mail share you"),
        drop=(
            "Send your letters to letters@harbour.example",
            "You can reach her at ana@harbour.example",
        ),
        keep=("Send your letters to the mayor, he said.",),
        where=Where.STARTS,
        max_words=24,
    ),
    Rule(
        "comments.closed",
        Strength.SURE,
        "says that comments are closed",
        opening(
            r"comments\s+(?:are|have\s+been|were)\s+(?:now\s+)?(?:closed|disabled|turned\s+off)\s+"
            r"(?:for|on|to)\s+(?:this|the)\b"
        ),
        words("comments"),
        drop=("Comments are closed for this post, but write to us if you saw an error.",),
        keep=("Comments are closed in by the margins of the form.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "comments.found-helpful",
        Strength.SURE,
        "counts the readers whom it helped, or their votes",
        whole(
            r"\d{1,3}\s?%\s+of\s+(?:people|readers|users|visitors|customers)(?:\s+\w+)?\s+found\s+this\b[^.!?]{0,40}"
            r"|\d[\d,.]*\s+(?:out\s+of\s+\d[\d,.]*\s+)?(?:people|readers|users|members)\s+found\s+this\s+(?:\w+\s+)?"
            r"(?:helpful|useful)"
            r"|\d[\d,.]*\s+(?:people|readers?|users?|members?)\s+likes?\s+this"
            r"|\d[\d,.]*\s+votes?\W+average:?\s+\d[^!?]{0,30}"
            r"|\d(?:\.\d+)?\s+(?:stars?\s+)?from\s+\d[\d,.]*\s+(?:votes?|ratings?|reviews?)"
        ),
        frozenset({NUMBER}),
        drop=(
            "84% of readers found this article helpful.",
            "12 out of 15 people found this useful",
            "1 reader likes this.",
            "5 votes - average 4.2 out of 5",
            "4.8 from 12 votes",
        ),
        keep=("84% of readers found this odd thing in the harbour, and 12 kept it.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "comments.asks-whether-it-helped",
        Strength.SURE,
        "asks whether it was of use",
        whole(
            r"(?:was|is|did\s+you\s+find|were|how\s+(?:helpful|useful)\s+(?:was|is))\s+(?:this|the|our|these)\s+"
            r"(?:\w+\s+)?(?:article|post|page|content|guide|answer|information|story|recipe|section|video"
            r"|review|tutorial|document|resource|lesson)s?(?:\s+(?:helpful|useful|interesting"
            r"|informative|valuable|easy\s+to\s+understand))?(?:\s+to\s+you|\s+for\s+you)?\?"
            r"(?:\W*yes\W*no)?"
        ),
        words("was is did were how"),
        drop=("Was this short guide useful to you?", "How helpful was this page?"),
        keep=("Was this guide useful to the crew? He thought so.",),
        where=Where.STARTS,
        max_words=12,
    ),
    Rule(
        "comments.invitation",
        Strength.HINT,
        "asks for comments",
        holding(
            r"\bin\s+the\s+comments?\b|\bleave\s+(?:a|your|us\s+a)\s+(?:comment|reply)"
            r"|\b(?:post|add|write)\s+(?:a|your)\s+comment|\bcomment\s+(?:policy|below|section)"
            r"|\b(?:log|sign)(?:ged)?\s+in\s+to\s+(?:post|leave|comment|reply)"
        ),
        words("comment comments reply logged"),
        drop=(
            "Tell us what you think in the comments below!",
            "You must be logged in to post a comment.",
        ),
        keep=("Neither side would comment.",),
        max_words=40,
    ),
)
