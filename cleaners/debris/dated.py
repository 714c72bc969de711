"""Lines that state a date or a reading time: which of their words are about time, and what stands
beside.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from cleaners.debris.names import DAYS, MONTHS, ZONES
from cleaners.debris.rule import Finder, Span, words

_ABOUT_TIME = (
    MONTHS
    | DAYS
    | ZONES
    | words(
        "published posted updated reviewed created modified issued date last first originally on at"
        " of and read reading time est estimated min mins minute minutes hour hours day days week"
        " weeks month months year years ago to by-line · • | - – — / , & views view"
        " comments comment"
    )
    # What stands beside a date in other languages.
    | words(
        "stand zuletzt aktualisiert veröffentlicht am um montag dienstag mittwoch donnerstag"
        " freitag samstag sonntag lesezeit minuten"
        " publié publiée mis mise à jour modifié modifiée temps lecture lundi mardi mercredi"
        " jeudi vendredi samedi dimanche heures"
        " publicado publicada actualizado actualizada las hora lectura lunes martes miércoles"
        " jueves viernes sábado domingo h ar hrs"
        " pubblicato aggiornato alle ore minuti minuto lunedì martedì mercoledì giovedì venerdì"
        " sabato domenica"
        " atualizado atualizada em às há horas segunda-feira terça-feira quarta-feira quinta-feira"
        " sexta-feira"
        " gepubliceerd bijgewerkt aangepast geplaatst op om uur leestijd maandag dinsdag woensdag"
        " donderdag vrijdag zaterdag zondag"
        " data utworzenia publikacji publikacja opublikowano aktualizacja godz r roku minuty"
        " czytania poniedziałek wtorek środa czwartek piątek sobota niedziela"
        " опубликовано обновлено дата публикации в мск г г. года понедельник вторник среда четверг"
        " пятница суббота воскресенье время чтения мин минуты минут"
        " опубліковано оновлено дата публікації о об р р. року понеділок вівторок середа четвер"
        " п'ятниця субота неділя час читання хв хвилини хвилин"
        " oluşturulma güncelleme güncellenme tarihi son dk okuma"
        " objavljeno ažurirano izmenjeno u h"
        " laatste update dernière última última actualización ultimo aggiornamento"
        " publicerad uppdaterad kl publiceret opdateret publisert oppdatert"
        " aktualizováno vydáno publicat actualizat giriş δημοσιεύθηκε ενημερώθηκε ώρα"
    )
)
# Before a date, or between the names of a writer.
_PARTICLES = words("a de da di do du le la el il den den.")
_DAY_OF_A_DATE = re.compile(r"\d{1,2}(?:st|nd|rd|th)?,?\Z", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_NUMERIC_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}")
_TIME_OF_DAY = re.compile(r"\d{1,2}[:.h]\d\d(?:cet|uhr|h)?\Z")
_MINUTES = re.compile(r"\d[:.h]\d\d")
_ZONE_SHIFT = re.compile(r"(?:gmt|utc)[+−-]\d{1,2}(?::?\d\d)?\Z")
EDGES = '.,:;|•·()[]–—-/*"“”'


def bare(word: str) -> str:
    """A word in small letters, without the marks around it."""
    return word.lower().strip(EDGES)


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that states a time: its words about time, and what it says beside them."""

    time: tuple[str, ...]
    beside: tuple[str, ...]


@lru_cache(maxsize=1)
def dated_words(text: str) -> Dated | None:
    """The words of a line, sorted; ``None`` when it states neither a date nor a reading time. The
    last answer is kept because several rules ask it of the same line.
    """
    time: list[str] = []
    beside: list[str] = []
    states_time = month = clock = False
    for word, key, is_of_time in _sorted(text):
        if is_of_time:
            time.append(key)
            states_time = states_time or key in ("ago", "read", "reading") or _is_year(key)
            month, clock = month or key in MONTHS, clock or bool(_TIME_OF_DAY.match(key))
        else:
            beside.append(word)
    states_time = states_time or (month and clock)
    if all(word in _PARTICLES for word in beside):
        beside = []
    return Dated(tuple(filter(None, time)), tuple(beside)) if states_time else None


def _sorted(text: str) -> Iterator[tuple[str, str, bool]]:
    """Each word as it stands and bare, and whether it may be of a date or of a reading time."""
    said = text.split()
    for place, word in enumerate(said):
        key = bare(word)
        yield word, key, _is_of_time(key) and not (key in MONTHS and is_given_name(said, place))


def is_given_name(said: Sequence[str], place: int) -> bool:
    """Whether a month is somebody's given name: it stands before a surname (“Jan Weber”, “April
    Stone”), and no day of the month stands before it.
    """
    before, word, after = said[place - 1 : place], said[place], said[place + 1 : place + 2]
    return (
        word.isalpha()
        and word[0].isupper()
        and not any(day[0].isdigit() for day in before)
        and any(name[0].isupper() and not _is_of_time(bare(name)) for name in after)
    )


def _is_of_time(word: str) -> bool:
    """Whether a word, or a mark between words, may be of a date or of a reading time: a figure, but
    for shares, a time zone or a word that stands beside them.
    """
    if not word or word in _ABOUT_TIME:
        return True
    return (word[0].isdigit() and word[-1] != "%") or bool(_ZONE_SHIFT.match(word))


def beside_the_time(text: str) -> Iterator[str]:
    """What a line says beside its date and its reading time, with the “and” between two names."""
    joining: tuple[str, ...] | None = None
    for word, key, is_of_time in _sorted(text):
        if not is_of_time:
            yield from (*(joining or ()), word)
            joining = ()
        elif joining is not None:
            joining = (word,) if key == "and" else ()


def _is_year(word: str) -> bool:
    return bool(_YEAR.match(word) or _NUMERIC_DATE.match(word))


def stating(is_it: Callable[[Dated], bool]) -> Finder:
    """The whole text when it states a time and the rest of it is right, too."""

    def find(text: str) -> Iterable[Span]:
        return ((0, len(text)),) if (dated := dated_words(text)) and is_it(dated) else ()

    return find


def _is_date(time: tuple[str, ...]) -> bool:
    """Whether these words are one date and no more: nothing of publishing or of reading."""
    words = [word for word in time if word not in DAYS]
    if len(words) == 1:
        return bool(_NUMERIC_DATE.fullmatch(words[0])) or words[0].isdigit()
    return all(word in MONTHS or _DAY_OF_A_DATE.match(word) or _YEAR.match(word) for word in words)


def only_time(dated: Dated) -> bool:
    """Whether a line says when it was published or how long it takes to read, and no more."""
    return not dated.beside and not _is_date(dated.time)


def only_date(dated: Dated) -> bool:
    """Whether a line is a date and no more."""
    return not dated.beside and _is_date(dated.time) and not "".join(dated.time).isdigit()


_stating_only_time = stating(only_time)


def to_the_minute(text: str) -> Iterable[Span]:
    """The whole text when it states a time of day with its date, and nothing beside."""
    return _stating_only_time(text) if _MINUTES.search(text) else ()
