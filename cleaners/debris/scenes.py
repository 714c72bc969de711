"""Captions that tell a whole scene: known by the credit behind it, or by how agencies begin one."""

import re
from collections.abc import Iterator

from cleaners.debris.finders import CASED, holding, opening, whole
from cleaners.debris.names import MONTHS
from cleaners.debris.rule import Rule, Span, words
from cleaners.model import Strength, Where

# The longest scene with its credit among our pages has 56 words; of 61 lines that end so, one was
# a paragraph.
MAX_WORDS_OF_A_SCENE = 60
# Behind a longer text a credit with a colon hangs on a paragraph.
MAX_WORDS_BEFORE_A_COLON = 40
# The captions of agencies tell what went before, too: the longest among our pages has 118 words.
MAX_WORDS_OF_AN_AGENCY = 130
_PICTURE = r"(?:photo(?:graph(?:s|y)?|s)?|images?|pictures?|pics?|illustrations?|screenshots?)"
_PICTURES = words(
    "photo photos photograph photographs photography image images picture pictures pic pics"
    " illustration illustrations screenshot screenshots"
)
# A scene ends before its credit like a sentence, or where a bar stands.
_ENDED = r"[.!?)”\"’|]"

_CREDIT = re.compile(
    rf"{_ENDED}\s*{_PICTURE}(?:\s+(?:credits?|by|via|from|courtesy(?:\s+of)?))?\s?[:|©]"
    r"\s*[^.!?]{2,60}[.'’]*\Z",
    re.IGNORECASE | re.VERBOSE,
)
# A paragraph tells what was; in longer texts a credit hangs on one of these.
_TOLD = re.compile(r"\b(?:was|were|had|did|said|told|says|will|would)\b|[“\"]")
MAX_WORDS_WITHOUT_DOUBT = 12


def scene_and_credit(text: str) -> Iterator[Span]:
    """A scene in the present tense, or in a few words, with its credit behind it."""
    found = _CREDIT.search(text)
    if found is None:
        return
    before = text[: found.start()]
    if before.count(" ") < MAX_WORDS_WITHOUT_DOUBT or not _TOLD.search(before):
        yield 0, len(text)


RULES = (
    Rule(
        "caption.credit-follows",
        Strength.SURE,
        "ends in the credit of a picture",
        holding(
            rf"{_ENDED}\s*(?i:{_PICTURE}\s+(?:via|by|from|courtesy(?:\s+of)?|(?:provided|supplied)"
            r"\s+by))\s+[A-Z@‘'][^!?.]{2,60}[.'’]*\Z",
            CASED,
        ),
        _PICTURES,
        drop=(
            "The quay in spring. Image via Piet Vries.",
            "The quay in spring | Photo by Piet Vries",
            "The quay where three boats burned. It stood empty for years. Photograph by Ana Rios.",
        ),
        keep=(
            "He sold the quay. Photos by the dozen hung in it, and nobody looked.",
            "He sold it all. Photographs by Ana Rios hung in it! Nobody looked.",
        ),
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.credit-after-a-scene",
        Strength.SURE,
        "ends in the credit of a picture",
        scene_and_credit,
        words("photo: photos: image: images: picture: pictures: pic: illustration: credit: by:")
        | _PICTURES,
        drop=(
            "The quay in spring, seen from the ferry. Photo: Ana Rios",
            "Three boats burned here. Photo by: 'Ana Rios'.",
        ),
        keep=(
            "The picture: he said it was a forgery.",
            "The council shut the bridge and said that it would not soon open. Photo: Ana Rios",
        ),
        max_words=MAX_WORDS_BEFORE_A_COLON,
    ),
    Rule(
        "caption.credit-in-brackets",
        Strength.SURE,
        "ends in the credit of a picture",
        holding(
            rf"[(\[](?:{_PICTURE}|video)(?:\s+(?:credits?|courtesy(?:\s+of)?|by|via))\s*:?\s"
            r"[^()\[\]]{2,80}[)\]]\W*\Z"
        ),
        words("photo image picture pic photos images pictures illustration video screenshot"),
        drop=(
            "The new hall of the Varde Museum has room for forty boats. (Photo Credit: P. Vries)",
        ),
        keep=("He drew (photo by photo) the whole quay.",),
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.thanks-follow",
        Strength.SURE,
        "ends in thanks for a picture",
        holding(r"[.!?]['\"”’]?\s*(?i:courtesy(?:\s+of|:))\s+[^\W\d_a-z][^.!?]{2,60}\.?\Z", CASED),
        words("courtesy courtesy:"),
        drop=("Ana Rios speaks of what the harbour needs. Courtesy of Harbour Systems.",),
        keep=(
            "It was a courtesy of Harbour Systems.",
            "He bowed. Courtesy of the old kind, it was.",
        ),
        max_words=MAX_WORDS_BEFORE_A_COLON,
    ),
    Rule(
        "caption.file-photo-follows",
        Strength.SURE,
        "ends in a note on the picture",
        holding(
            r"[-–—.,!?|]\s*(?:(?:FILE|File|CONTRIBUTED|Contributed|HANDOUT|Handout|SUBMITTED"
            r"|Submitted|COURTESY|Courtesy|PROVIDED|Provided|STOCK|Stock)\s(?:PHOTO|Photo|photo"
            r"|IMAGE|Image|image|PICTURE|picture)|HANDOUT|SUPPLIED)\W*\Z",
            CASED,
        ),
        words("photo image picture handout supplied"),
        drop=("A stall at the market of Sant Pol, where nobody buys. —FILE PHOTO",),
        keep=("They asked, and at last there came a file photo",),
        where=Where.ENDS,
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.day-and-place",
        Strength.SURE,
        "begins with the day and the place of a picture",
        opening(r"[A-Z][a-z]{2,8}\.?\ \d{1,2},\ 20\d\d;\ [A-Z][^;]{2,60}[;,]\ [A-Z]", CASED),
        MONTHS,
        drop=("Mar 3, 2026; Varde, Denmark; Rowers of Sant Pol celebrate on the quay.",),
        keep=("March 3, 2026; the day on which the ferry sank.",),
        where=Where.STARTS,
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.source-follows",
        Strength.SURE,
        "ends in the source of a picture",
        holding(r"[.!?][”’\"')]?\s*Source\s?:\s*[A-Z@][^.!?]{2,50}\.?\Z", CASED),
        words("source: source"),
        drop=("Three lamps over the quay. Source: Harbour Homes",),
        keep=("He named his source: Ana Rios", "It was so. Sources: two of the crew"),
        max_words=30,
    ),
    Rule(
        "caption.provided",
        Strength.SURE,
        "says who gave the picture",
        opening(
            r"(?i:(?:all\ )?(?:photo(?:graph|graphy)?s?|images?|pictures?|screenshots?"
            r"|screengrabs?|artwork|illustrations?|renderings?|graphics?)\s+(?:(?:is|are|was|were)"
            r"\s+)?(?:(?:provided|supplied|submitted|furnished|contributed|shared|taken|shot)\s+by"
            r"|from))\s+[A-Z@][^!?.]{1,80}\.?\Z",
            CASED,
        ),
        _PICTURES | words("all artwork rendering renderings graphic graphics"),
        drop=("Photo provided by Piet Vries.", "Image from Ana's April 2026 review."),
        keep=("Images from the war hung in it.", "Images from Varde hung in it. They were old."),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "caption.guest-of-a-show",
        Strength.SURE,
        "says what a guest discusses in a video",
        opening(
            r"[^.!?]{5,90}\sjoins?\s[‘'“\"][^.!?’”\"]{3,40}[’'”\"]\sto\s"
            r"(?:discuss|talk|weigh|react|explain|preview|share|break)\b"
        ),
        words("joins join"),
        drop=("Former pilot Ana Rios joins 'The Morning Quay' to discuss the wreck.",),
        keep=(
            "Ana Rios joined 'The Morning Quay' to discuss the wreck.",
            "She joins the crew to discuss the wreck.",
        ),
        max_words=30,
    ),
    Rule(
        "caption.from-left",
        Strength.SURE,
        "says who stands where in a picture",
        opening(
            r"l\s?[-–]\s?r\)?\s*[:,]|(?:pictured\s+)?from\s+(?:top\s+|far\s+)?(?:left|right)"
            r"(?:\s+to\s+(?:left|right))?\s*[:,]|left\s+to\s+right\s*[:,]"
            r"|clockwise\s+from\s+(?:the\s+)?(?:top|bottom|upper|lower|far|left|right)\b"
        ),
        words("l-r l-r) l-r: l-r): l r pictured from left clockwise"),
        drop=(
            "(L-R): Ana Rios, Piet Vries and the crew of the ferry.",
            "From left: Ana Rios and Piet Vries at the quay",
            "Clockwise from top left: the quay, the ferry, the bridge.",
        ),
        keep=("From left and right boats came.", "Left to right and back they rowed."),
        where=Where.STARTS,
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.day-last",
        Strength.SURE,
        "ends in the place, the weekday and the date of a picture",
        holding(
            r"\A[^“\"]{20,280},\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s"
            r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2},?|\d{1,2}\s[A-Z][a-z]{2,8}\.?,?)\s20\d\d\.?(?:\s?\([^()]{2,60}\))?\Z",
            CASED,
        ),
        words("monday tuesday wednesday thursday friday saturday sunday"),
        drop=("Rowers eat on a quay in the old town of Varde, Denmark, Tuesday, March 3, 2026.",),
        keep=("The quay of Varde was shut for good on Tuesday, March 3, 2026.",),
        max_words=MAX_WORDS_BEFORE_A_COLON,
    ),
    Rule(
        "caption.beside",
        Strength.SURE,
        "says which picture it is about",
        opening(
            r"(?:(?:pictured\s+)?above(?:\s+(?:left|right))?|(?:top|bottom)\s+(?:left|right)|left|right"
            r"|opposite|facing\s+page)\s*:\s+\S+\s+\S"
        ),
        words("pictured above above: top bottom left left: right right: opposite opposite: facing"),
        drop=(
            "Above: The old quay at dawn, with the first of three boats.",
            "left: rowing to Varde. right: the camp at the bay.",
        ),
        keep=("Above all: row.", "Left alone: three boats of the fleet."),
        where=Where.STARTS,
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.work-of-art",
        Strength.SURE,
        "names a work, its year and how it was made",
        holding(
            r"\A[^.!?]{3,120},\s(?:c\.\s?|ca\.\s?|circa\s)?(?:1[4-9]|20)\d\d(?:[-–/]\d{2,4})?[,;.]?\s[^!?]{0,120}?"
            r"\b(?:oil|acrylic|tempera|gouache|watercolou?r|ink|pastel|charcoal)\s+on\s+\w"
            r"|\A[^!?]{3,160}\b(?:gelatin\s+silver\s+print|hand-colou?red\s+(?:etching|engraving|lithograph)"
            r"|installation\s+view,)[^!?]{0,200}\Z"
        ),
        words("oil acrylic tempera gouache watercolour watercolor ink pastel charcoal")
        | words("gelatin hand-coloured hand-colored installation"),
        drop=(
            "Ana Rios (1920-2021), Boats, 1963, oil on canvas, gift of the city of Varde",
            "P. Vries, Dogs on a Quay, hand-coloured etching, ca. 1800",
        ),
        keep=("In March 2026 she found it: oil on the water. It was everywhere.",),
        max_words=MAX_WORDS_OF_A_SCENE,
    ),
    Rule(
        "caption.more-of-it",
        Strength.SURE,
        "ends in a button of its caption",
        holding(r"[.\w]\s?\((?:more|read\s+more|show\s+more|see\s+more)\)\Z"),
        frozenset(),
        drop=("Ripe and unripe cherries of the coffee plant.(more)",),
        keep=("He wanted (more) of it",),
        max_words=MAX_WORDS_OF_A_SCENE,
        mark="more)",
    ),
    Rule(
        "caption.staff-photographer",
        Strength.SURE,
        "names a photographer and a broadcaster",
        whole(r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){1,2}/(?:[A-Z]{3,6}|[A-Z]{2,5}\sNews)", CASED),
        frozenset(),
        drop=("Ana Rios/NPR", "Piet J. Vries/HBC News"),
        keep=("Varde/OSLO", "Input/USB"),
        max_words=5,
        mark="/",
    ),
    Rule(
        "caption.handle-last",
        Strength.SURE,
        "ends in whose post a picture is from",
        holding(
            r"\b(?:by|via|courtesy\s+of|photos?|picture|image|credits?|instagram|tiktok|twitter|facebook)"
            r"\s?[:/]?\s?/?@[\w.]{2,30}\w(?:(?:,|\s(?:and|&|via))\s/?@[\w.]{2,30}\w)?\)?\Z"
        ),
        frozenset(),
        drop=(
            "Certificate of the school of oars by @anarios",
            "Three boats and no quay. Picture: TikTok/@anarios, @pvries",
        ),
        keep=("The account behind it all was @anarios", "The prize was won by @anarios."),
        max_words=45,
        mark="@",
    ),
    Rule(
        "caption.length-last",
        Strength.SURE,
        "ends in how long the video is",
        holding(r"[.!?…][”\"']?\s\(\d{1,2}:\d\d\)\Z"),
        frozenset(),
        drop=("The crew of the ferry try to row in the dark. (6:37)",),
        keep=("She rowed it in under five minutes (4:57).",),
        max_words=45,
        mark=" (",
    ),
    Rule(
        "caption.archive-and-agency",
        Strength.SURE,
        "a picture from the archive, with its agency",
        opening(r"FILE\s?[-–—:]\s|[^()]{20,900}\(AP\ Photo/[^()]{2,60}\)\W*\Z", CASED),
        words("file ap (ap"),
        drop=(
            "FILE - Rowers cross the bay of Varde, March 3, 2026. (AP Photo/Ana Rios, File)",
            "Rowers cross the bay of Varde on Tuesday. (AP Photo/Ana Rios)",
        ),
        keep=("The file - a box of papers - was gone.",),
        max_words=MAX_WORDS_OF_AN_AGENCY,
    ),
    Rule(
        "caption.stock",
        Strength.SURE,
        "names a house of stock pictures",
        whole(
            r"(?:immagin[ei]|imag(?:en|em|e)|images?|bild(?:er)?|fotos?|photos?|picture|illustration|vector"
            r"|grafik)\s+(?:di|de|do|von|van|da|par|by|from|via)\s+(?:freepik|pixabay|unsplash|pexels|canva"
            r"|shutterstock|istock|adobe\s+stock|depositphotos|dreamstime|vecteezy|envato|123rf|alamy)"
        ),
        words("immagine immagini imagen imagem image images bild bilder foto fotos photo photos")
        | words("picture illustration vector grafik"),
        drop=("Immagine di Freepik", "Foto von Pixabay"),
        keep=("Images from Canva were used by half of them.",),
        where=Where.STARTS,
        max_words=5,
    ),
)
