"""An invented press: sites with furniture of their own and stories with a known body, to learn site
profiles from and to watch for drift. Every name and event is made up; a seed gives the same pages.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

_PLACES = (
    "Eastmere", "Saltby", "Corran", "Duneholt", "Pellworth",
    "Varnby", "Ostley", "Marrick", "Tollan", "Brackwater",
)  # fmt: skip
_FIRST = (
    "Ines", "Tomas", "Odile", "Bram", "Petra", "Jonas",
    "Mirela", "Callum", "Sunniva", "Radek", "Leonie", "Anselm",
)  # fmt: skip
_LAST = (
    "Varga", "Lindqvist", "Okafor", "Tremaine", "Holub",
    "Castellan", "Nygaard", "Abara", "Penrose", "Sorokin",
)  # fmt: skip
_ROLES = (
    "the harbour master", "the deputy mayor", "a union officer", "the head of the water board",
    "a retired engineer", "the owner of the mill", "a school governor", "the fire chief",
    "an economist at the regional bank", "a spokesman for the ferry company",
)  # fmt: skip
_THINGS = (
    "swing bridge", "night ferry", "flood wall", "covered market", "tram line", "reservoir",
    "fish hall", "bus depot", "library roof", "grain terminal", "youth hostel", "cable car",
)  # fmt: skip
_DEEDS = (
    "voted to close", "agreed to rebuild", "put off the repair of", "sold its share in",
    "ordered a review of", "found the money for", "lost its case over", "opened",
)  # fmt: skip
_BODIES = (
    "The council of {place}", "The regional assembly", "The court in {place}", "The port authority",
    "A public inquiry", "The ministry of works", "The trust that runs the site",
)  # fmt: skip
_LEADS = (
    "{body} {deed} the {thing} in {place} on {day}, after {number} months of argument over who "
    "should pay for the work.",
    "{body} {deed} the {thing} near {place} by {number} votes to {small}, and said the decision "
    "would be looked at again before the summer.",
    "Nearly {number} people came to {place} on {day} to hear why the {thing} would cost twice "
    "what they were promised in the spring.",
)
_SENTENCES = (
    "{person}, {role}, said the {thing} had been neglected for {number} years and that nobody in "
    "{place} could claim to be surprised.",
    "Work on the {thing} is due to begin in {month}, once the tide allows barges to reach the "
    "lower quay at {place}.",
    "“We were told it would take {small} weeks,” said {person}, {role}. “It has taken {number}.”",
    "The bill, put at {number} million crowns in {month}, has risen with the price of steel and "
    "with every change to the plans.",
    "A report by {person} in {month} warned that the {thing} would not last another winter "
    "without new piles.",
    "Traders along the front say they have lost a tenth of their custom since {month}, when the "
    "road to {place} was narrowed to one lane.",
    "{person} does not accept that. “Read the minutes of {month},” {role} told a meeting of "
    "{number} residents in {place}.",
    "At {place}, where a like scheme was finished {small} years ago, the number of visitors fell "
    "by {number} in a hundred and then recovered.",
    "The vote was close: {small} members changed sides after {person} read out letters from "
    "families who live beside the {thing}.",
    "Engineers lowered a camera into the {thing} on {day} and found cracks as wide as a hand in "
    "{small} of the {number} supports.",
    "Not everyone in {place} is against it, and {person}, {role}, has collected {number} names in "
    "favour of moving the {thing} upstream.",
    "Under the plan the old {thing} stays open until {month}, with {small} crossings an hour and "
    "a lower fare for people who live in {place}.",
    "The money comes from a fund set up after the flood of {month}, from which {number} million "
    "crowns have been paid out so far.",
    "{person} left the room before the count and would not say afterwards whether {role} had "
    "been consulted.",
    "Insurers have told {number} households near the {thing} that their premiums will rise, {role} "
    "said on {day}.",
    "What happens to the {small} people employed at the {thing} in {place} is a question that "
    "{person} says no one has put to {role}.",
)
# Said in many stories of many sites, and body each time.
STOCK = (
    "The ministry did not answer questions sent to it before the weekend.",
    "No date has been set for the next hearing in the case.",
)
_MONTHS = (
    "January", "February", "March", "April", "May",
    "June", "July", "August", "September", "October",
)  # fmt: skip
_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
# How often a story does what could fool a learner.
SHARE_THAT_QUOTES_THE_SITE = 0.03
SHARE_WITH_A_STOCK_SENTENCE = 0.12
SHARE_UPDATED = 0.04
VERSIONS_OF_AN_UPDATED_STORY = 5


@dataclass(frozen=True, slots=True)
class Site:
    """A site of the invented press; ``{n}`` in its furniture is a number that moves from page to
    page and ``{title}`` the headline of another story.
    """

    domain: str
    head: tuple[str, ...]
    inside: tuple[str, ...]
    tail: tuple[str, ...]
    subheads: tuple[str, ...] = ()
    bios: tuple[str, ...] = ()
    tag: str = "p"


@dataclass(frozen=True, slots=True)
class Story:
    """A page of a site and the body that is right for it; ``quotes`` is the line of the site's
    furniture that this story quotes.
    """

    id: str
    site: str
    day: date
    title: str
    raw: str
    body: str
    quotes: str | None = None


@dataclass(slots=True)
class _Dice:
    """Words drawn for one page."""

    random: random.Random
    words: dict[str, str] = field(default_factory=dict)

    def fill(self, text: str) -> str:
        pick = self.random.choice
        return text.format(
            place=pick(_PLACES), person=f"{pick(_FIRST)} {pick(_LAST)}", role=pick(_ROLES),
            thing=self.words.get("thing") or pick(_THINGS), deed=pick(_DEEDS), month=pick(_MONTHS),
            body=pick(_BODIES).format(place=pick(_PLACES)), day=pick(_DAYS),
            number=self.random.randint(12, 940), small=self.random.randint(2, 11),
            n=self.random.randint(2, 4000), title="{title}",
        )  # fmt: skip


def stories(
    site: Site, days: int, a_day: int, seed: int, start: date = date(2026, 10, 1)
) -> Iterator[Story]:
    """The pages of a site over some days, in their order."""
    dice = _Dice(random.Random(f"{site.domain} {seed}"))
    for place in range(days):
        for number in range(a_day):
            day = start + timedelta(days=place)
            told = _story(site, dice, day, f"{site.domain}-{day}-{number:03d}")
            yield told
            if dice.random.random() < SHARE_UPDATED:
                yield from _updates(site, dice, told)


def _story(site: Site, dice: _Dice, day: date, name: str) -> Story:
    dice.words["thing"] = dice.random.choice(_THINGS)
    paragraphs = [dice.fill(dice.random.choice(_LEADS))]
    for _ in range(dice.random.randint(5, 14)):
        sentences = dice.random.sample(_SENTENCES, dice.random.randint(1, 3))
        paragraphs.append(" ".join(map(dice.fill, sentences)))
    if dice.random.random() < SHARE_WITH_A_STOCK_SENTENCE:
        paragraphs.insert(dice.random.randint(2, 5), dice.random.choice(STOCK))
    for subhead in site.subheads:
        if dice.random.random() < 0.7:
            paragraphs.insert(dice.random.randint(1, len(paragraphs) - 1), subhead)
    quoted = None
    if dice.random.random() < SHARE_THAT_QUOTES_THE_SITE:
        quoted = dice.fill(dice.random.choice(site.tail[:2]))
        paragraphs.insert(len(paragraphs) // 2, quoted)
    raw = _printed(site, dice, paragraphs)
    return Story(name, site.domain, day, paragraphs[0], raw, "\n\n".join(paragraphs), quoted)


def _updates(site: Site, dice: _Dice, told: Story) -> Iterator[Story]:
    """The story again, longer each time, as a site that follows an event prints it."""
    paragraphs = told.body.split("\n\n")
    for version in range(2, VERSIONS_OF_AN_UPDATED_STORY + 1):
        paragraphs = [*paragraphs, dice.fill(dice.random.choice(_SENTENCES))]
        yield replace(
            told,
            id=f"{told.id}-v{version}",
            raw=_printed(site, dice, paragraphs),
            body="\n\n".join(paragraphs),
        )


def _printed(site: Site, dice: _Dice, paragraphs: list[str]) -> str:
    inner = list(paragraphs)
    for promo in site.inside:
        inner.insert(dice.random.randint(2, len(inner) - 1), dice.fill(promo))
    tail = [bio for bio in site.bios if dice.random.random() < 1 / len(site.bios)][:1]
    lines = [*map(dice.fill, site.head), *inner, *tail, *map(dice.fill, site.tail)]
    return "\n\n".join(
        dice.fill(line.replace("{title}", dice.random.choice(_LEADS))) for line in lines
    )


SITES = (
    Site(
        "harbourcourier.example",
        head=(
            "Harbour, town and county since the great tide",
            "{n} people are reading the Courier with you now",
        ),
        inside=("The Courier walks the quays every morning so that you need not.",),
        tail=(
            "The Harbour Courier belongs to the readers who founded it and to nobody else.",
            "Our reporters keep their notebooks for ten years and will show them to anyone named.",
            "From the same quay",
            "{title}",
            "{title}",
            "{title}",
            "Thanked {n} times",
        ),
        bios=(
            "Odile Nygaard has covered the port for the Courier since she left the pilot boats.",
            "Radek Abara writes about money and the sea, and keeps bees above the newsroom.",
        ),
    ),
    Site(
        "tollanpost.example",
        head=("Tollan Post", "Today the river stands at {n} centimetres"),
        inside=(
            "You have walked past {n} Post boxes to read this; drop a coin in the next one.",
        ),
        tail=(
            "Every word in the Post is read aloud by two editors before it is printed.",
            "The Post is set in Tollan, printed in Tollan and carried by bicycle.",
            "What Tollan is talking about",
            "{title}",
            "{title}",
        ),
        subheads=("What it costs", "Who decides"),
    ),
    Site(
        "varnbyobserver.example",
        head=("The Varnby Observer looks twice", "Read by {n} households from Varnby to the sea"),
        inside=(),
        tail=(
            "Something we should look at twice? The Observer's door on Mill Street is open late.",
            "The Observer pays the people it photographs for their time.",
            "Twice looked at this week",
            "{title}",
            "{title}",
            "{title}",
            "{title}",
        ),
        subheads=("Looking back",),
        bios=(
            "Petra Holub has been looking twice at the courts of Varnby for eleven years.",
            "Callum Penrose is the Observer's man on the fells and its only shepherd.",
            "Leonie Castellan draws and writes the Observer's Saturday page.",
        ),
    ),
)  # fmt: skip
