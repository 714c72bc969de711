"""What damage of encoding is undone, and what is left as it was typed."""

import pytest

from cleaners import clean, repair

LEFT_ALONE = [
    "It’s “fine” – she said… at 20 °C for €5, naïve café, São Tomé, Łódź.",
    "AT&T and R&D; Tom & Jerry wrote &lt;b&gt; in the page.",
    "می‌خواهم بروم",
    "👨‍👩‍👧 came along",
    "A coil of 5 kΩ, TNFα and 3 μm of β-blocker",
    "Сегодня CNN сообщил, что Wi-Fi работает.",
    "東京ＡＢＣ、（株）です。",
    "Der ﬁ-Buchstabe: the ligature ﬁ is one glyph in ﬁnance.",
    "KoЯn and Яndex played.",
    "«Да», — сказал он. L’été à Nîmes, ¿qué? Żółć.",
    "Il râ…” dit-il, voilâ—» et “â”, 20â…” de plus.",
    "NÃO, IRMÃ… disse ela: Ã… e Å.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_was_typed_is_left(text):
    assert repair(text, "xx").text == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Itâ€™s over, she said â€“ at last.", "It’s over, she said – at last."),
        ("Itâ\x80\x99s over", "It’s over"),
        ("a “good” dayâ€”and mixed", "a “good” day—and mixed"),
        ("â€œFine,â€ he said.", "“Fine,” he said."),
        ("cafÃ© and naÃ¯ve", "café and naïve"),
        ("ÃƒÂ©tÃƒÂ© double", "été double"),
        ("Ã  la carte", "à la carte"),
        ("it cost â‚¬228", "it cost €228"),
        ("it cost \x80228 \x93or so\x94", "it cost €228 “or so”"),
        ("on Monday. Â Later", "on Monday.  Later"),
        ("for the LLC.Â\xa0", "for the LLC.\xa0"),
        ("of the stormÂ - and 40%Â of all", "of the storm - and 40% of all"),
        ("the Ã…sgrund ferry of Riosâ„¢ at Â¥500", "the Åsgrund ferry of Rios™ at ¥500"),
        ("ZoÃ« of WrocÅ‚aw", "Zoë of Wrocław"),
        ("ZoÃ« in\nGrÄ›bovka, ÄŒeskÃ½", "Zoë in\nGrěbovka, Český"),
        ("from â†’ here `â‹„`Meta â–º and â˜…", "from → here `⋄`Meta ► and ★"),
        ("mieszkaÅ„cy WrocÅ‚awia pÅ‚acÄ… wiÄ™cej", "mieszkańcy Wrocławia płacą więcej"),
        ("Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"),
        ("Rios &amp; Sons&#8217; &quot;yard&quot;", 'Rios & Sons’ "yard"'),
        ("Rios &amp;amp; Sons", "Rios & Sons"),
        ("one&nbsp;two", "one two"),
        ("a &lt; b", "a < b"),
        ("ＡＢＣ １２", "ABC 12"),
        ("the ﬁnance oﬃce", "the finance office"),
        ("a\x00b\x07c", "abc"),
        ("\x1b[31mred\x1b[0m", "red"),
        ("don\ufffdt and Rios\ufffd\ufffd\ufffds", "don’t and Rios’s"),
        ("ho\u200boks, feat\xadures and yea\ufeffrs", "hooks, features and years"),
        ("signi\u200dficant \u202eword\u202c", "significant word"),
        ("cafe\u0301", "café"),
        ("smile \ud83d\ude00", "smile 😀"),
        ("half \ud83d", "half \ufffd"),
        ("Сeasefire would leave", "Ceasefire would leave"),
        ("the аreа of smartрhonеs", "the area of smartphones"),
        ("the СЕО said", "the CEO said"),
        ("Привет, это пpимер", "Привет, это пример"),
    ],
)
def test_damage_is_undone(damaged, text):
    assert repair(damaged, "xx").text == text


@pytest.mark.parametrize("mark", ["\u2028", "\x85", "\x0c", "&#10;", "Ã¢Â€Â¨"])
def test_no_line_break_is_added(mark):
    before = f"one{mark}two"
    article = clean(before)
    assert len(article.page.lines) >= len(repair(before).text.splitlines())


def test_a_change_is_as_small_as_the_damage():
    (edit,) = repair("They donâ€™t know.").edits
    assert (edit.before, edit.after, edit.rule) == ("â€™", "’", "encoding.mojibake")
    assert edit.stage == "restore"
