"""Which words are read again, and which are never touched."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import clean, language, repair
from cleaners.model import Paragraph

LEFT_ALONE = [
    "They told her to put it on on Monday and to move in in May.",
    "Call file.Close or file.Close() twice; use Infer.NET, Octane.AI, Fin.Link and Earth.Org.",
    "city,country\nname,value and more",
    "The tags are red,green,blue and a,b; see p.4 and 6.Whole.",
    "They walked up the the hill, and were back to to top it.",
    "He said he had had it, that that was that, and what it is is done . . . for good .",
    "She joined Vite . Then she left.",
    "A well-known sci-fi dis-ease, her-story, de-facto co-operation, short- and long-term e-mail.",
    "Glasow was elected to the board, and Durig left it; Lighton stayed.",
    "Beabout said that the board elected Anna Herout in the spring.",
    "Abhijeet Kumar and Karim Bensaid met Olena Peskovets and Jo Lighton in Zagora.",
    "The startup Showit and the label Togetherr hired the designer Sheon Han.",
    "See https://exmaple.com/abuot or write to ana.riso@exmaple.com, said @anarisos #Buidling.",
    "He said he had had enough, and that that was what it is.",
    "Run `git checkuot -b nwe` and set foo_bar = Sytem.Out(); then stop.",
    "They ordered a cortado, pão de queijo and a plate of pintxos in the barrio.",
    "She paid 3,000 kWh at 12 km/h for the iPhone and the eBike of Node.Js fame.",
    "Mr. Rios spoke at 5 p.m. in St. Louis, U.S.A. He left.",
    "The thumbwheel and the guitarwork were a moodboard of latticelike treadwear.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_names_and_rare_words_are_left(text):
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        (
            "Minister Ana Riosu spoke. The plan, Riosusaid during a meeting, is ready.",
            "Minister Ana Riosu spoke. The plan, Riosu said during a meeting, is ready.",
        ),
        (
            "Accordingto the mayor, the bridge will open in the spring of next year.",
            "According to the mayor, the bridge will open in the spring of next year.",
        ),
        ("The town spent (€228 millin) on it.", "The town spent (€228 million) on it."),
        (
            "The bank added the shares to its porfolio last year, and the portfolio grew.",
            "The bank added the shares to its portfolio last year, and the portfolio grew.",
        ),
        (
            "It was one of the most importnat decisions of the council.",
            "It was one of the most important decisions of the council.",
        ),
        (
            "The council will decide about the b oundaries of the town.",
            "The council will decide about the boundaries of the town.",
        ),
        ("”We know,” said Rios.", "“We know,” said Rios."),
        ("It rained, he said.The mayor left.", "It rained, he said. The mayor left."),
        ("At the end of the the bridge stood a man.", "At the end of the bridge stood a man."),
        ("It was over . Then it began.", "It was over. Then it began."),
        ("The report was published on on Monday.", "The report was published on Monday."),
        ("It was sent in Apri. It came in May.", "It was sent in April. It came in May."),
        ("She met the workers,drivers, and cooks.", "She met the workers, drivers, and cooks."),
        ("The ferry sank,so we’ll wait,let's say.", "The ferry sank, so we’ll wait, let's say."),
        ("The govern- ment fell, says the state-ment.", "The government fell, says the statement."),
        ("They left their timeouts.We did not.", "They left their timeouts. We did not."),
        ("They climbed Mt. Fuji.Luckily it was dry.", "They climbed Mt. Fuji. Luckily it was dry."),
    ],
)
def test_a_typo_is_repaired(damaged, text):
    repaired = repair(damaged)
    assert repaired.text == text
    assert all(edit.because for edit in repaired.edits)


def test_a_misspelling_that_is_cited_is_left():
    text = "The sign read “recieve”, and the letter said they acheive [sic] it."
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("It was read by theSenate on Monday.", "It was read by the Senate on Monday."),
        ("PhotosAfter the storm were lost.", "Photos After the storm were lost."),
        ("By Ana Rios, GuideOctober 30, 2024", "By Ana Rios, Guide October 30, 2024"),
        ("Ask riosprint.comAlso for prices.", "Ask riosprint.com Also for prices."),
        (
            "Bloom (north)Pruning (south)Pruning GroupPrimary Habit",
            "Bloom (north)Pruning (south)Pruning Group Primary Habit",
        ),
    ],
)
def test_words_glued_at_a_capital_are_parted(damaged, text):
    assert repair(damaged).text == text


@pytest.mark.parametrize(
    "text",
    [
        "She paid by PayPal, wrote to LinkedIn and read BuzzFeed on her iPhone.",
        "Call isEmpty or onClick; ShareThis and NoteWhale do the rest.",
        "By HarbourMarch with GroupPrimary of f(x)Pruning and riosprint.comZeta.",
    ],
)
def test_brands_and_code_with_a_capital_inside_are_left(text):
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        ("The govern-\nment of the town fell.", "The government of the town fell."),
        ("He is a well-\nknown man in town.", "He is a well-known man in town."),
        ("They did not under-\nstand the plan.", "They did not understand the plan."),
        ("She was re-\nelected in the spring.", "She was re-elected in the spring."),
        ("The mid-\nand late-term plan was left.", "The mid- and late-term plan was left."),
        ("A news-\npaper, the newspaper said.", "A newspaper, the newspaper said."),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_whole_again(cut, whole):
    assert clean(cut, kind="text", language="en").body == whole


def test_words_of_other_languages_keep_their_hyphens():
    text = "Die Bundes-regierung und die Regie- rung, der Nord- und Ostseekanal."
    assert repair(text, "de").text == text


FOREIGN = {
    "de": "Der Bürgermeister sagte „Das ist nicht genug“ und ging mit der Delegation heim.",
    "fr": "Le maire a dit que le pont est fermé pour les voitures et qu’il y a une fête.",
    "es": "El alcalde dijo que los puentes no se abren para las fiestas y que ya se sabe.",
    "pl": "Burmistrz powiedział „nie”, że most nie będzie gotowy i że to jest droższe.",
    "ru": "Мэр сказал «нет», что мост не будет готов до осени и что он дороже, чем год назад.",
    "uk": "Мер сказав «ні», що міст не буде готовий до осені та що він дорожчий, ніж торік.",
}


@pytest.mark.parametrize("code", FOREIGN)
def test_other_languages_are_known_and_left(code):
    text = FOREIGN[code]
    assert language.of([Paragraph(0, text)]) == code
    assert repair(text, code).text == text
    assert clean(text).body == text


TYPOS_OF_OTHER_LANGUAGES = {
    "de": "Die Stadtverwatlung sperrt die die Brücke , sagte sie am 3.Mai um fünf Uhr.",
    "fr": "L’équipe municpale est est là , dit-il ; vous vous levez, c.-à-d. à midi !",
    "es": "El tráfico se desvia por por el puente , que que no abre en los EE.UU. ¿No?",
    "pl": "Miasto spodziewa sie korków w w domu , tj. ok.5 km od centrum, że że tak.",
    "ru": "Горд ждёт пробок на на мосту , т.е. не не скоро, и А.С.Громов это знает.",
    "uk": "Мсто чекає заторів на на мості , тобто не не скоро, каже Т.Г.Громов.",
}


@pytest.mark.parametrize("code", TYPOS_OF_OTHER_LANGUAGES)
def test_typos_of_other_languages_are_left(code):
    text = TYPOS_OF_OTHER_LANGUAGES[code]
    assert repair(text, code).text == text


@pytest.mark.parametrize(
    ("code", "damaged", "text"),
    [
        (
            "de",
            "Die BrÃ¼cke ist gesperrt.Der Rest wartet.",
            "Die Brücke ist gesperrt. Der Rest wartet.",
        ),
        (
            "fr",
            "Câ€™est fermÃ© Ã\xa0 NÃ®mes, &laquo;dit-il&raquo;.",
            "C’est fermé à Nîmes, «dit-il».",
        ),
        ("es", "Â¿QuÃ©? ”No basta”, dijo.", "¿Qué? “No basta”, dijo."),
        ("pl", "Most jest zamkniÄ™ty, Å¼e PowiedziaÅ‚.", "Most jest zamknięty, że Powiedział."),
        ("ru", "Мэp сказал, что мoст закрыт.", "Мэр сказал, что мост закрыт."),
        ("uk", "Мiст закpито, каже мep.", "Міст закрито, каже мер."),
    ],
)
def test_damage_of_encoding_and_marks_is_undone_in_other_languages(code, damaged, text):
    assert repair(damaged, code).text == text


@given(st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_a_repaired_text_stays_as_it_is(text):
    once = repair(text).text
    assert repair(once).text == once


@given(st.lists(st.sampled_from("the teh of ofthe “ ” . said.The ’ &amp; â€™ Ã© b oard".split())))
@settings(max_examples=200, deadline=None)
def test_damage_of_all_kinds_settles(words):
    once = repair(" ".join(words)).text
    assert repair(once).text == once
