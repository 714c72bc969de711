"""Captions of pictures: by the scene, the note or the place in a gallery, and by their credits."""

from cleaners.debris import credits, scenes
from cleaners.debris.credits import MAX_WORDS_OF_A_CAPTION
from cleaners.debris.finders import CASED, holding, opening, whole
from cleaners.debris.rule import NUMBER, Rule, words
from cleaners.model import Strength, Where

MAX_WORDS_BEFORE_A_NOTE = 30

RULES = (
    *credits.RULES,
    *scenes.RULES,
    Rule(
        "caption.length-and-source",
        Strength.SURE,
        "says how long a video is and whose",
        whole(r"\d{1,2}:\d\d\s*[-–—]\s*source\s*:\s*[^.!?]{2,40}"),
        frozenset({NUMBER}),
        drop=("0:48 - Source: Harbour TV",),
        keep=("0:48 was the best time of the day.",),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "caption.perhaps-counter",
        Strength.HINT,
        "may count the pictures of a gallery",
        whole(r"\d{1,3}\s?/\s?\d{1,3}"),
        frozenset(),
        drop=("3/12",),
        keep=("3/12 of the boats sank.",),
        max_words=3,
        mark="/",
    ),
    Rule(
        "caption.dated-scene",
        Strength.SURE,
        "says what is seen, in the present tense, on which day of which year",
        whole(
            r"[A-Z“\"][^.!?]{10,200}?\ (?:poses?|speaks?|attends?|arrives?|walks?|stands?|holds?"
            r"|gestures?|looks\ on|reacts?|celebrates?|smiles?|waves?|addresses|delivers?|rides?"
            r"|sits?|listens?|signs?|(?:is|are)\ (?:seen|pictured))\b[^!?]{2,160}"
            r"\b(?:on|in|,)\s[^.!?]{0,40}?\b[A-Z][a-z]{2,8}\.?\ \d{1,2},\ 20\d\d\.?",
            CASED,
        ),
        words(
            "poses speaks attends arrives walks stands holds gestures looks reacts celebrates"
            " smiles waves addresses delivers rides sits listens signs seen pictured pose speak"
            " attend arrive walk stand hold gesture look react celebrate smile wave ride sit"
        ),
        drop=("Mayor Ana Rios speaks at the opening of the bridge on Tuesday, March 3, 2026.",),
        keep=("The mayor speaks of March 3, 2026 as the day on which the town was born again.",),
        max_words=45,
    ),
    Rule(
        "caption.note-in-brackets",
        Strength.SURE,
        "ends in a note on the picture",
        holding(
            r"\((?:(?:file|representational|representative|archiv(?:e|al)|stock|undated|sourced"
            r"|screengrab|handout)(?:\s+(?:photo|image|picture|pic|illustration))?"
            r"|(?:photo|image|picture)\s*:\s*[^()]{2,50})\)\W*\Z"
        ),
        words("file representational representative archive archival stock undated sourced handout")
        | words("screengrab photo photo: image image: picture picture: pic illustration"),
        drop=("The master of the harbour speaks in March. (File photo)", "(Photo: Harbour TV)"),
        keep=("They kept each paper (file and photo) in a drawer.",),
        max_words=MAX_WORDS_BEFORE_A_NOTE,
    ),
    Rule(
        "caption.hide",
        Strength.SURE,
        "ends in a button of its caption",
        holding(r"\b(?:hide|toggle|show)\s+caption\Z"),
        words("caption"),
        drop=("The quay at dawn. Ana Rios/Harbour Radio hide caption",),
        keep=("He would not show the caption.",),
        where=Where.ENDS,
        max_words=MAX_WORDS_OF_A_CAPTION,
    ),
    Rule(
        "caption.from-the-archive",
        Strength.SURE,
        "a picture from the archive",
        opening(
            r"(?:file|archive|archival|stock|undated|handout|representational|representative)"
            r"(?:\s*[-–—:]\s|\s+(?:photo(?:graph)?|image|picture|pic|video|footage|handout)\b"
            r"(?!\s+(?:is|are|was|were|shows?|showed|has|have|requests?)\b))"
        ),
        words("file archive archival stock undated handout representational representative"),
        drop=("File image of the harbour master", "FILE - The harbour in March", "File photo"),
        keep=("File photo requests with the archive before Monday, the notice said.",),
        where=Where.STARTS,
    ),
    Rule(
        "caption.pictured",
        Strength.HINT,
        "points at a picture",
        holding(
            r"\((?:pictured|(?:top|bottom|far)?\s?(?:left|right|centre|center)|above|right"
            r"|second\ from\ (?:left|right))\)"
        ),
        words("pictured left right centre center above"),
        drop=("Ana Rios (left) and Piet Vries (right) at the bridge",),
        keep=("The party moved to the left in March, he said, and will stay.",),
    ),
    Rule(
        "caption.someone-does",
        Strength.HINT,
        "names someone doing something, in the present tense",
        opening(
            r"[A-Z“\"][^.!?]{10,160}?\ (?:poses?|speaks?|attends?|arrives?|walks?|stands?|holds?"
            r"|gestures?|looks\ on|reacts?|celebrates?|smiles?|waves?|addresses|delivers?|rides?"
            r"|sits?|seen|pictured|during)\ ",
            CASED,
        ),
        words(
            "poses speaks attends arrives walks stands holds gestures looks reacts celebrates"
            " smiles waves addresses delivers rides sits pictured during"
        ),
        drop=("Mayor Ana Rios speaks at the opening of the bridge on March 3, 2024.",),
        keep=("He speaks for them all.",),
        max_words=45,
    ),
)
