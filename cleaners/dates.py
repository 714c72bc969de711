"""Dates as news pages print them, in a dozen languages, to ISO 8601; which date is the right one is
for whoever asks.
"""

import re
from collections.abc import Iterator
from datetime import date

# English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Ukrainian, Polish,
# Turkish, Serbian, Czech, Romanian, Swedish, Danish, Norwegian, Greek, Arabic; short forms that
# are words of English ("set", "out", "ago") are left out.
_NAMES = (
    "jan january januar jänner janvier janv enero ene gennaio janeiro januari января янв січня"
    " ocak januara stycznia ledna ianuarie ιανουαρίου يناير",
    "feb february februar février févr febrero febbraio fevereiro fev februari февраля фев лютого"
    " şubat februara lutego února februarie φεβρουαρίου فبراير",
    "mar march märz mars marzo março maart марта мар березня marca mart marta"
    " března martie μαρτίου مارس",
    "apr april avril avr abril abr aprile апреля апр квітня kwietnia nisan aprila"
    " dubna aprilie απριλίου أبريل",
    "may mai mayo maggio maio mei мая травня maja mayıs maj května μαΐου مايو",
    "jun june juni juin junio giugno giu junho июня июн червня czerwca haziran juna"
    " června iunie ιουνίου يونيو",
    "jul july juli juillet juil julio luglio lug julho июля июл липня lipca temmuz jula"
    " července iulie ιουλίου يوليو",
    "aug august août aout agosto augustus августа авг серпня sierpnia ağustos avgusta"
    " augusti srpna αυγούστου أغسطس",
    "sep sept september septembre septiembre settembre setembro сентября сен вересня września"
    " eylül septembra září septembrie σεπτεμβρίου سبتمبر",
    "oct october oktober okt octobre octubre ottobre ott outubro октября окт жовтня października"
    " ekim oktobra října octombrie οκτωβρίου أكتوبر",
    "nov november novembre noviembre novembro ноября ноя листопада listopada kasım novembra"
    " listopadu noiembrie νοεμβρίου نوفمبر",
    "dec december dezember dez décembre déc diciembre dicembre dezembro декабря дек грудня grudnia"
    " aralık decembra prosince decembrie desember δεκεμβρίου ديسمبر",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"""(?<![\w.])(?:
        (?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}})(?!\d)
      | (?P<a>\d{{1,2}})(?P<sign>[-/.])(?P<b>\d{{1,2}})(?P=sign)
        (?P<ab_year>(?:19|20)\d\d(?!\d)|\d\d(?=,?\s+\d{{1,2}}:\d\d))
      | (?P<month_first>{_MONTH})\.?\s+(?P<second_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+
        (?P<second_year>(?:19|20)\d\d)(?!\d)
      | (?P<first_day>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?[\s-]+(?:de\s+)?(?P<month_second>{_MONTH})
        [.,]*[\s-]+(?:de\s+)?(?P<first_year>(?:19|20)\d\d)(?!\d)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\s,|·@/(-]*(?:at\s+|um\s+|à\s+|às\s+|alle\s+|a\s+las\s+|om\s+|kl\.?\s+|godz\.\s+|-\s*)?T?(?P<hour>\d{1,2})[:.](?P<minute>[0-5]\d)(?::\d\d)?"
    r"\s*(?P<half>[ap]\.?\s?m\b)?\s*(?P<zone>GMT|UTC|Z\b)?",
    re.IGNORECASE,
)
NOON = 12
# What a year of two figures leaves out, and how a year begins on nearly all pages.
CENTURY = "20"


def dates_in(text: str, *, day_first: bool = False) -> Iterator[str]:
    """The dates that a text states without doubt, each with its time of day where one follows.

    Of 3/4/2024 nobody knows the month in English, so it is no date here; 4.3.2024 is a day before
    a month, and with ``day_first`` all are.

    >>> list(dates_in("Published March 3, 2024 8:05 PM GMT"))
    ['2024-03-03T20:05Z']
    >>> list(dates_in("04-02-26, 22:15", day_first=True))
    ['2026-02-04T22:15']
    """
    for found in _DATE.finditer(text):
        if day := _day(found, day_first):
            yield day + _time(text, found.end())


def start_of_stamp(text: str) -> int | None:
    """Where the first date with a time of day begins in a text, whichever of its numbers is the
    month; ``None`` without any.

    >>> start_of_stamp("Ana on 3/4/2024 @ 8:05 PM"), start_of_stamp("March 3, 2024")
    (7, None)
    """
    dates = _DATE.finditer(text)
    return next((found.start() for found in dates if _CLOCK.match(text, found.end())), None)


def hour_of_day(hour: int, half: str) -> int:
    """The hour from 0 to 23 that a clock shows in this half of the day, if one is named.

    >>> hour_of_day(12, "AM"), hour_of_day(8, "p.m."), hour_of_day(20, "")
    (0, 20, 20)
    """
    if not half:
        return hour
    return hour % NOON + (NOON if half.lower().startswith("p") else 0)


def _day(found: re.Match[str], day_first: bool) -> str | None:
    part = found.groupdict()
    if part["year"]:
        numbers = part["year"], part["month"], part["day"]
    elif name := part["ab_year"]:
        month_and_day = _month_and_day(part["a"], part["b"], "." if day_first else part["sign"])
        numbers = f"{CENTURY}{name}" if len(name) == len(CENTURY) else name, *month_and_day
    elif name := part["month_first"]:
        numbers = part["second_year"], str(MONTHS[name.lower()]), part["second_day"]
    else:
        month = MONTHS[part["month_second"].lower()]
        numbers = part["first_year"], str(month), part["first_day"]
    try:
        return date(*map(int, numbers)).isoformat()
    except ValueError:
        return None


def _month_and_day(first: str, second: str, sign: str) -> tuple[str, str]:
    """The month and the day of two numbers; an impossible month where both could be either."""
    if sign == "." or int(first) > NOON:
        return second, first
    return (first, second) if int(second) > NOON or first == second else ("0", "0")


def _time(text: str, end: int) -> str:
    found = _CLOCK.match(text, end)
    if found is None:
        return ""
    hour = hour_of_day(int(found["hour"]), found["half"] or "")
    if hour >= 2 * NOON:
        return ""
    return f"T{hour:02}:{found['minute']}{'Z' if found['zone'] else ''}"
