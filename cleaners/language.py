"""Which language a text is written in, from its script and its commonest words."""

import re
from collections import Counter
from collections.abc import Iterable

from cleaners.model import Paragraph

# The words that make up a third of any text in these languages, less those that several share.
COMMONEST = {
    "en": "the of and to that is was for with his he as on by at are this from which had have it",
    "de": "der die und den von zu das mit sich des auf für ist nicht ein eine als auch dem wird",
    "fr": "les des et est dans une pour qui pas sur au plus par avec ce sont il elle du aux ont",
    "es": "los las el del que y en una por con para como más su al lo pero sus fue este ha es",
    "it": "di che il della per non è una del con sono gli alla dei nel più anche le ha delle si",
    "pt": "os que não uma para com do da em por mais dos como ao das foi pelo são seu mas é um",
    "nl": "de het een van en dat op te voor met zijn niet aan ook er maar om hij ze bij naar wordt",
    "sv": "och att det som en på är av för med den till inte om ett har han de var jag från men",
    "da": "og at det er en af på til som med den der ikke har et han de fra var men vi sig",
    "nb": "og at det er en av på til som med den ikke har et han de fra var men vi seg etter",
    "pl": "w i na z się nie do że to jest jak o za po przez od są tym dla oraz ale który jego",
    "cs": "se na že je v s do to za by ale jako jsou podle jeho také který bylo od při však si",
    "tr": "ve bir bu için da de ile olarak daha olan gibi en çok sonra kadar ancak var dedi diye"
    " ise her göre tarafından olduğunu söyledi iki ilk yeni",
    "sr": "je u na da se i za od su nije što koji kao iz sa bi ali će koja jer ili bio kako već",
    "fi": "ja on ei että se hän oli mutta ovat myös kun kuin mukaan tai joka sen ole jos vain",
    "hu": "a az és hogy nem egy is meg ez el csak volt már de még szerint mint ki azt ha vagy",
    "ro": "și în de la cu care pe nu din este mai pentru că au fost sau prin după fi ca",
    "id": "yang dan di untuk dengan dari dalam tidak ini pada adalah itu akan juga oleh telah ke",
    "ru": "и в не на что с он как это по но из за от его для они было быть все так",
    "uk": "і в не на що з до та як за про від це його для але або які був вони також є",
    "bg": "и на да се в от за с че не са като по до ще е това го след който",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in COMMONEST.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(_word, []).append(_code)
# Writing of one language, or of one that is far commoner in news than the others in it.
_LETTERS = {
    "ja": "\u3041-\u30ff",
    "ko": "\uac00-\ud7a3",
    "zh": "\u4e00-\u9fff",
    "el": "\u03b1-\u03c9",
    "he": "\u05d0-\u05ea",
    "ar": "\u0621-\u064a",
    "hi": "\u0904-\u0939",
    "th": "\u0e01-\u0e30",
}
# A Greek letter alone is a sign of science.
_SCRIPTS = tuple(
    (code, re.compile(f"[{letters}]" + ("{3}" if code == "el" else "")))
    for code, letters in _LETTERS.items()
)
_ANY_SCRIPT = re.compile(f"[{''.join(_LETTERS.values())}]")
_WORD = re.compile(r"[^\W\d_]+")
# Letters read: the first screen or two tell as much as the whole text.
SAMPLE = 2000
# Of running text about a third are such words, of a list of names or headings hardly any.
MIN_SHARE = 0.08
MIN_LETTERS_OF_A_SCRIPT = 0.2


def of(paragraphs: Iterable[Paragraph]) -> str | None:
    """The ISO 639-1 code, or ``None`` when the text is too short or of no language known here.

    >>> of([Paragraph(0, "Der Rat hat das Gesetz nicht für die Stadt und den Hafen gemacht.")])
    'de'
    """
    text = _beginning(paragraphs).lower()
    if _ANY_SCRIPT.search(text):
        for code, letters in _SCRIPTS:
            if len("".join(letters.findall(text))) > MIN_LETTERS_OF_A_SCRIPT * len(text):
                return code
    words = _WORD.findall(text)
    counts: Counter[str] = Counter()
    for word, times in Counter(filter(_LANGUAGES_OF.__contains__, words)).items():
        for code in _LANGUAGES_OF[word]:
            counts[code] += times
    best = max(COMMONEST, key=lambda code: counts[code])
    return best if counts[best] > MIN_SHARE * len(words) else None


def _beginning(paragraphs: Iterable[Paragraph]) -> str:
    read, chars = [], 0
    for paragraph in paragraphs:
        read.append(paragraph.text)
        chars += len(paragraph.text) + 1
        if chars > SAMPLE:
            break
    return " ".join(read)[:SAMPLE]
