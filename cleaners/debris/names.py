"""What rules of several categories know by name: agencies, social networks, dates, people."""

import re
from collections.abc import Iterable

from cleaners.dates import MONTHS as _MONTHS
from cleaners.debris.rule import words

_NAMED = (
    "AP, A.P., AFP, AAP, ANI, ANP, ANSA, ABACA, DPA, dpa, EFE, EPA, EPA-EFE, IANS, JIJI, NTB, "
    "PA, PAP, PTI, TASS, UPI, UNIAN, Reuters, REUTERS, Getty Images, Getty, GETTY IMAGES, GETTY, "
    "Shutterstock, SHUTTERSTOCK, iStock, iStockphoto, Alamy, ALAMY, Sputnik, SPUTNIK, Xinhua, "
    "XINHUA, Anadolu, Bloomberg, BLOOMBERG, NurPhoto, ZUMA Press, ZUMA, Zuma Press, Zuma, "
    "Unsplash, Pexels, Pixabay, Flickr, Wikimedia Commons, Wikimedia, Ukrinform, "
    "RIA Novosti, Kyodo, Yonhap, LaPresse, Keystone, Imago, IMAGO, Maxar, Associated Press, "
    "The Associated Press, Press Association, Canadian Press, Adobe Stock, Depositphotos, "
    "Dreamstime, Freepik, Splash News, Backgrid, WireImage, FilmMagic, Rex Features, "
    "USA TODAY Sports, Imagn Images, Imagn, Icon Sportswire, Handout, HANDOUT, Pool, POOL, Courtesy"
)
_AGENCIES = _NAMED.split(", ")


def any_of(names: Iterable[str]) -> str:
    """A verbose pattern that matches any of these names, the longest first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


AGENCIES = rf"(?<![\w-])(?:{any_of(_AGENCIES)})(?![\w-])"
# The words by which an agency is cued; "the" would cue everything.
AGENCY_WORDS = words(_NAMED.lower().replace(",", "")) - words("the today features news")
NETWORKS = (
    r"(?:facebook|twitter|x|instagram|linkedin|whatsapp|telegram|reddit|pinterest|youtube|tiktok"
    r"|threads|bluesky|mastodon|tumblr|e-?mail|pocket|flipboard|google\ news|viber|messenger"
    r"|snapchat|discord|slack|signal)"
)
NAME = r"(?:[^\W\d_a-zß-öø-ÿа-яёіїєґ][\w'’.-]*|(?:de|da|di|van|von|der|al|bin|el|la|le|du)(?=\ ))"
NAMES = rf"{NAME}(?:\s+{NAME}){{0,4}}"

MONTHS = frozenset(_MONTHS)
DAYS = words(
    "mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun"
    " sunday"
)
ZONES = words(
    "gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest ist aest aedt sgt"
    " hkt jst wat eat sast msk am pm a.m p.m a.m. p.m. uhr"
)
_HALF_OF_DAY = r"[ap]\.?\s?m\b\.?"
_ZONE = "|".join(sorted(ZONES - words("am pm a.m p.m a.m. p.m.")))
# A stop between hours and minutes is a decimal point unless a zone or a half of the day follows.
CLOCK = (
    rf"(?:[01]?\d|2[0-4])(?::[0-5]\d(?::[0-5]\d)?|\.[0-5]\d(?=\s*(?:{_HALF_OF_DAY}|{_ZONE})))"
    rf"\s*(?:{_HALF_OF_DAY})?\s*\(?(?:{_ZONE})?\)?"
)
