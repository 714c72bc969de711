"""Credits of pictures: photographers and agencies, alone, or at the end of a caption."""

import re
from collections.abc import Iterator
from itertools import pairwise

from cleaners.debris.finders import CASED, hanging, holding, opening, whole
from cleaners.debris.names import AGENCIES, AGENCY_WORDS, NAME, NAMES
from cleaners.debris.rule import ANY_LENGTH, Rule, Span, words
from cleaners.model import Strength, Where

# Captions run longer than other debris: a whole scene, then the credit.
MAX_WORDS_OF_A_CAPTION = 90
# The longest caption with a credit behind it among our own pages in other languages has 24; what
# ends like a sentence before the credit and is longer is a paragraph.
MAX_WORDS_BEFORE_A_CREDIT = 24
_PICTURES = words(
    "photo photos photograph photographs picture pictures pic pics image images illustration"
    " screenshot foto fotos bild фото zdjęcie imagen imagem crédit crédito credit credits featured"
)
_KIND = (
    r"(?:photo(?:graph)?s?|pictures?|pics?|images?|illustrations?|screenshots?|fotos?|bild|фото"
    r"|zdjęcie|imagen|imagem|crédit|crédito|credits?)"
)
_HOW = r"(?:credits?|courtesy(?:\s+of)?|by|via|from|source|copyright)"

_SLASHED = words(
    "AP AFP EPA PA EFE TASS Photo Reuters REUTERS Getty Images GETTY IMAGES Shutterstock iStock"
    " Alamy Sputnik Xinhua Anadolu Bloomberg NurPhoto ZUMA Zuma Unsplash Handout Pool Press"
    " Wikimedia dpa imago Imago UPI PTI ANI Imagn WireImage FilmMagic Keystone LaPresse picture"
)
# Behind the agency stand at most a photographer, a press service and a second credit.
CHARS_OF_A_CREDIT = 100


def agency_with_slash(text: str) -> Iterator[Span]:
    """An agency beside a slash, at the end: “AP/Harbour Press Service”, “Piet Vries/Getty Images”.

    What ends like a sentence is left alone: a poll of Reuters/Ipsos is news.
    """
    if text.endswith((".", "!", "?", "”")) and not text.endswith(")."):
        return
    for before, behind in pairwise(text[-CHARS_OF_A_CREDIT:].split("/")):
        beside = (*before.split()[-1:], *behind.split()[:1])
        if any(word.strip("()[]:,.") in _SLASHED for word in beside):
            yield 0, len(text)
            return


_CREDIT_ABROAD = re.compile(
    r"(?:\A|(?<=[\s(\[|/.]))(?:(?:[Ff]oto|FOTO|[Фф]ото|Φωτογραφία|Φωτό|Fotografi[ae]|Fotografía"
    r"|Fotoğraf|Photo\ |Crédits?\ photos?\s?):|[Ff]ot\.|Foto\ (?:di|de|von|van)\b"
    r"|(?<=\()(?:[Ff]oto|[Pp]hoto|[Pp]h)\b\.?)"
    rf"\s*(?:{NAMES})(?:\s*[/|,–-]\s*(?:{NAMES})){{0,2}}[)\]]*\Z",
)


def credit_abroad(text: str) -> Iterator[Span]:
    """A caption with its credit in another language, or only the credit below a paragraph."""
    found = _CREDIT_ABROAD.search(text, max(0, len(text) - CHARS_OF_A_CREDIT))
    if found is None:
        return
    before = text[: found.start()].rstrip(" ([|")
    if before.count(" ") < MAX_WORDS_BEFORE_A_CREDIT or not before.endswith((".", "!", "?")):
        yield 0, len(text)
    else:
        yield len(before), len(text)


RULES = (
    Rule(
        "caption.agency-in-brackets",
        Strength.SURE,
        "ends in the agency of a picture",
        holding(
            rf"[\(\[][^()\[\]]{{0,60}}{AGENCIES}(?!,?\s\d{{4}}[a-z]?\)\.)[^()\[\]]{{0,40}}[\)\]]?"
            r"(?:\s*\([^()]{0,40}\)?)?\W*\Z",
            CASED,
        ),
        AGENCY_WORDS,
        drop=(
            "A ferry leaves the harbour of Sant Pol. (PHOTO: REUTERS) (SPUTNIK/)",
            "Mayor Ana Rios at the bridge (Reuters)",
            "Workers clear snow. (AP Photo/Piet Vries)",
        ),
        keep=(
            "SANT POL (Reuters) - The harbour was closed on Monday, its master said.",
            "Farms gave off a tenth of all the methane of the country (EPA 2024).",
        ),
        max_words=MAX_WORDS_OF_A_CAPTION,
    ),
    Rule(
        "caption.agency-with-slash",
        Strength.SURE,
        "names an agency and a photographer",
        agency_with_slash,
        frozenset(),
        drop=(
            "Harbour master, 3 March 2024 AP/Harbour Press Service",
            "Mayor Ana Rios opens the bridge. Piet Vries/Getty Images",
            "A ferry leaves the harbour. (PHOTO: REUTERS/Piet Vries) (PIET VRIES/)",
        ),
        keep=("The Reuters/Ipsos poll found that most of them disagreed.",),
        max_words=MAX_WORDS_OF_A_CAPTION,
        mark="/",
    ),
    Rule(
        "caption.agency-ends",
        Strength.SURE,
        "ends in the credit of a picture",
        holding(
            r"(?:(?:\||—|–|-|©|:|\bvia|\bby|\bcourtesy(?:\ of)?|[.!?]['\"”’]?)\s*"
            r"(?:[A-Z][\w.'’-]+\ ){0,3})"
            r"(?:AP(?:\ Photo)?|AFP|Reuters|REUTERS|Getty(?:\ Images)?|GETTY(?:\ IMAGES)?"
            r"|Shutterstock|iStock|Unsplash|Pexels|Alamy|EPA|NurPhoto|Anadolu|Xinhua|Flickr|Pixabay"
            r"|Wikimedia(?:\ Commons)?|Adobe\ Stock|Canva|Freepik)\Z",
            CASED,
        ),
        words(
            "ap afp reuters getty images shutterstock istock unsplash pexels alamy epa nurphoto"
            " anadolu xinhua photo wikimedia commons flickr pixabay stock canva freepik"
        ),
        drop=(
            "The new bridge at dawn. Piet Vries via Getty Images",
            "The new bridge at dawn | Reuters",
        ),
        keep=("She sold the film to Reuters", "Her pictures are sold by Shutterstock."),
        where=Where.ENDS,
        max_words=MAX_WORDS_OF_A_CAPTION,
    ),
    Rule(
        "caption.credit-first",
        Strength.SURE,
        "begins as the credit of a picture",
        opening(rf"(?:{_KIND}\s*{_HOW}|photos?|picture|credits?|фото|fotos?)\s*[:|©]\s*\S"),
        _PICTURES,
        drop=("Photo: Ana Rios", "Image credit: Harbour Post", "Photo courtesy of: the museum"),
        keep=("Photo courtesy is a dying art, the museum's director says.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "caption.perhaps-credit-first",
        Strength.HINT,
        "begins as the credit of a picture",
        opening(rf"(?:{_KIND}|graphics?|video)\s*[:|©]\s*\S"),
        _PICTURES | words("graphic graphics video"),
        drop=("Image: Harbour Post", "Graphic: Ana Rios"),
        keep=("Graphic novels sold best.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "caption.credit-by",
        Strength.SURE,
        "begins as the credit of a picture",
        whole(
            rf"(?i:(?:featured\ )?{_KIND}\ (?:credits?|courtesy(?:\ of)?|by|via))\ [A-Z©@]"
            r"[^.!?]{0,70}",
            CASED,
        ),
        _PICTURES,
        drop=("Photo by Ana Rios / Harbour Post", "Image via Sant Pol Museum"),
        keep=("Photo by photo, the album shows how the harbour grew.",),
        where=Where.STARTS,
        max_words=16,
    ),
    Rule(
        "caption.credit-last",
        Strength.SURE,
        "ends in the credit of a picture",
        whole(
            r"[^.!?:]{2,160}(?<=\w)(?<!\bper)\s+(?:(?:photo|image|picture)\s+)?credits?:\s+\S[^.!?:]{1,60}"
            r"|.{0,400}?\bcredit\s?(?:\.\.\.|…)\s?\w[^.!?:]{1,80}"
            r"|.{20,400}?[.!?”\"’)]\s?(?:(?:photo|image|picture)\s+)?credits?:\s*[^\W\d_][^.!?:]{1,60}"
        ),
        frozenset(),
        drop=(
            "The new bridge at dawn Credit: Piet Vries / Harbour Post",
            "The bridge on Sunday. It was new. Credit...Piet Vries for the Harbour Post",
            "A print of the bridge from March of the year 1882.Credit: State Library",
        ),
        keep=(
            "The bank wrote on one line of it: credit: none, debit: all.",
            "Cost per Credit: In-State | $472 Out-of-State | $611",
        ),
        max_words=MAX_WORDS_OF_A_CAPTION,
        mark="redit",
    ),
    Rule(
        "caption.agency-first",
        Strength.SURE,
        "begins with the agency of a picture",
        holding(
            r"\A(?:[A-Z]\w+\ [A-Z]\w+\s?/\s?)?(?:AFP|EPA|EPA-EFE|PA\ Media|Reuters|REUTERS"
            r"|Getty\ Images)\s+[A-Z][^.!?]{10,240}\Z",
            CASED,
        ),
        words("afp epa epa-efe pa reuters getty images"),
        drop=("AFP Men in yellow jackets pile sandbags in front of a shop",),
        keep=("Reuters Institute fellows asked the same question in March.",),
        max_words=45,
    ),
    Rule(
        "caption.in-italics",
        Strength.SURE,
        "ends in the credit of a picture, all in italics",
        whole(rf"(?<=[*_])[^*_]{{5,300}}\b{_KIND}(?:\s*{_HOW})?\s*:\s*[^*_]{{2,60}}[*_]"),
        frozenset(),
        drop=("*The quay at dawn. Photo: Piet Vries / HP*",),
        keep=("*The quay at dawn* was her first photo: a blur.",),
        max_words=MAX_WORDS_OF_A_CAPTION,
        mark="*",
    ),
    Rule(
        "caption.lender-in-brackets",
        Strength.SURE,
        "ends in the house of a picture and its photographer",
        holding(
            r"(?:[.!?]|\A[^.!?]{8,160})\s\((?!(?:Note|Update|Correction|Reporting|Editing|Disclosure|See|Also)\b)"
            r"(?:(?:ABC|BBC|CBC|Supplied|Source|Facebook|Instagram|X|Twitter|Telegram|YouTube)"
            r"(?:\s[A-Z][\w.]*){0,3}):?\s[A-Z@][^()]{1,60}\)\Z",
            CASED,
        ),
        words(
            "abc bbc cbc supplied supplied: source: facebook facebook: instagram instagram:"
            " x: twitter: telegram telegram: youtube youtube:"
        ),
        drop=("The quay had stood empty for years. (Supplied: City of Varde)",),
        keep=("He put it online the same day. (See page 4.)",),
        max_words=45,
    ),
    Rule(
        "caption.rights-last",
        Strength.SURE,
        "ends in whose picture it is",
        holding(r"\A[^©]{12,240}\s©\s?[A-Z][^.!?©\d]{2,60}\Z", CASED),
        frozenset(),
        drop=("Smoke rises over the quay, March 3, 2026. © Piet Vries, AFP",),
        keep=("He wrote © on the last page.",),
        max_words=45,
        mark="©",
    ),
    Rule(
        "caption.courtesy",
        Strength.SURE,
        "thanks for a picture",
        whole(rf"{_KIND}\s+(?:is\s+|are\s+)?courtesy\s+of\b[^.!?]{{2,80}}"),
        _PICTURES,
        drop=("Photos courtesy of the museum",),
        keep=("Photo courtesy is a dying art, the museum's director says.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "caption.made-by-machine",
        Strength.SURE,
        "says that a machine made the picture",
        whole(
            r"(?:ai\W{0,3}\s*)?(?:image\s+|picture\s+|illustration\s+)?(?:was\s+)?(?:generated|created|made)"
            r"\s+(?:by|with|using|in)\s+(?:ai|chatgpt|dall[-·\s]?e|midjourney|stable\s+diffusion"
            r"|adobe\s+firefly|gemini|copilot)\b[^.!?]{0,30}"
        ),
        words("ai image picture illustration generated created made"),
        drop=("AI Generated by ChatGPT", "Image created with Midjourney"),
        keep=("Created with Ana Rios, it was shown in March.",),
        where=Where.STARTS,
        max_words=9,
    ),
    Rule(
        "caption.photographer",
        Strength.SURE,
        "names the photographer",
        holding(r"\bphotographer:\s*[^\W\d_]"),
        words("photographer"),
        drop=(
            "Ana Rios at the quay. Photographer: Piet Vries",
            "Ana Rios wears oars and a belt.Director: O. Koval. Photographer: Piet Vries",
            "Ana Rios wears a belt.Photographer: Piet Vries. Director: O. Koval",
        ),
        keep=("The photographer was late.",),
        mark="hotographer:",
    ),
    Rule(
        "caption.photographer-in-brackets",
        Strength.SURE,
        "ends in a photographer and a paper",
        holding(rf"\({NAME}\s{NAME}(?:\s{NAME}){{0,2}}/{NAMES}\)\W*\Z", CASED),
        frozenset(),
        drop=("Ana Rios in a scene from the film. (Quay Pictures/Harbour Collection)",),
        keep=("The fare is the same both ways (Varde/Oslo).",),
        mark="/",
    ),
    Rule(
        "caption.photographer-with-slash",
        Strength.HINT,
        "names a photographer and a paper",
        whole(rf"{NAME}\s{NAME}(?:\s{NAME})?\s?/\s?{NAMES}", CASED),
        frozenset(),
        drop=("Ana Rios/Harbour Radio",),
        keep=("Ana Rios / she left in March", "Downtown/Film Row"),
        max_words=9,
        mark="/",
    ),
    Rule(
        "caption.holder",
        Strength.SURE,
        "names who holds the rights to a picture",
        whole(r"(?<=\()c\)\s?[A-Z][\w./&’'-]*(?:\s[A-Z][\w./&’'-]*){0,4}", CASED),
        frozenset(),
        drop=("(c) HARBOUR/VRIES",),
        keep=("(c) Harbour dues are waived in winter.",),
        max_words=6,
        mark="(c)",
    ),
    Rule(
        "caption.credit-abroad",
        Strength.SURE,
        "ends in the credit of a picture",
        credit_abroad,
        words("foto foto: fot фото: φωτογραφία: φωτό: fotografie: fotografía: fotografia:")
        | words("fotoğraf: photo photos crédit crédits ph"),
        drop=(
            "Der Hafen am Morgen. Foto: Ana Rios",
            "Il porto all'alba (foto Ana Rios)",
            "fot. Ana Rios / Kurier Portu",
            "Порт вночі. Фото: Олена Коваль",
        ),
        keep=(
            "Auf dem Foto: Ana Rios und ihre Brüder, im Winter vor dem Krieg.",
            "Ein Foto von Ana Rios hing noch jahrelang im Rathaus.",
        ),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "caption.credit-hangs",
        Strength.SURE,
        "the credit of a picture hangs on a good paragraph",
        hanging(
            r"(?<=[.!?”’\"])\s+(?:photo|image|picture)(?:s|\ credits?|\ by|\ courtesy\ of)?\s*:"
            r"\s*[^.!?]{2,60}\Z"
        ),
        words("photo: image: picture: photos: credit: credits: by: of:"),
        drop=("The bridge was shut again on Monday, the mayor said. Photo: Ana Rios",),
        keep=("The picture: he said it was a forgery.",),
        max_words=ANY_LENGTH,
    ),
)
