"""What follows from where a paragraph stands, and what does not."""

from cleaners import debris
from cleaners.judge.context import label_in_context
from cleaners.judge.decide import decide
from cleaners.model import Category, Markup, Paragraph, Policy, Score, Zone
from tests.judge.story import STORY, paragraphs

POLICY = Policy()


def decided(*texts, scores=(), policy=POLICY):
    page = paragraphs(*texts)
    return decide(label_in_context(page, debris.label(page)), policy, scores)


def dropped(*texts, **options):
    return {v.line: v.rule for v in decided(*texts, **options).verdicts if not v.kept}


def dropped_of_copy(*texts):
    """What goes of a page with a blank line between its paragraphs."""
    apart = [Paragraph(number, text, min(number, 1)) for number, text in enumerate(texts)]
    scene = label_in_context(apart, debris.label(apart))
    return {v.line: v.rule for v in decide(scene, POLICY).verdicts if not v.kept}


def test_a_story_alone_stands():
    assert dropped(*STORY) == {}


def test_a_subhead_between_paragraphs_is_no_headline():
    assert dropped(STORY[0], "What the company says about it", *STORY[1:]) == {}


def test_a_line_below_a_sentence_is_no_headline():
    assert dropped("It was late.", "What the company says about it", *STORY) == {}


def test_a_line_above_the_story_is_its_headline():
    assert dropped("Ferry sails again after nine days", *STORY) == {0: "headline.above-the-story"}


def test_above_clean_copy_a_line_is_its_first_subhead():
    apart = [
        Paragraph(n, text, min(n, 1)) for n, text in enumerate(("What the office says now", *STORY))
    ]
    scene = label_in_context(apart, debris.label(apart))
    assert all(verdict.kept for verdict in decide(scene, POLICY).verdicts)


def test_rows_of_a_table_are_no_menu():
    table = ("Boat | Seats | Price", "Alma | Forty | Six", "Berta | Sixty | Eight")
    assert dropped(*STORY, *table) == {}
    assert dropped(*STORY, table[0]) == {3: "furniture.menu"}


def test_clock_times_that_rise_are_a_story():
    day = ("6:10", STORY[1], "9:45", STORY[2], "12:20", STORY[1])
    assert dropped(STORY[0], *day) == {}


def test_clock_times_that_fall_are_a_feed():
    feed = ("9:10 PM", "A fire is out.", "4:45 PM", "A fire began.", "11:20 AM", "All is calm.")
    gone = dropped(*STORY, *feed)
    assert set(gone) == set(range(3, 9))
    assert gone[4] == "livefeed.item"


def test_ten_past_midnight_is_before_eleven_in_the_morning():
    feed = ("4:45 PM", "A fire began.", "11:20 AM", "All is calm.", "12:10 AM", "Fog.")
    assert set(dropped(*STORY, *feed).values()) == {"livefeed.item"}


def test_the_time_of_the_story_itself_is_none_of_the_feed_below_it():
    story = (STORY[0], "11:47 am CET", *STORY, *STORY[:2])
    feed = ("9:10 am CET", "Fire is out", "4:45 am CET", "Fire began", "4:00 am CET", "All calm")
    gone = dropped(*story, *feed)
    assert set(range(2, 7)).isdisjoint(gone)
    assert set(range(8, 13)) <= set(gone)


def test_the_headline_above_a_feed_leads_into_it():
    feed = ("Coast latest: one road stays shut tonight", "News Feed", "9:10 PM", "A fire is out.")
    assert dropped(*STORY, *feed)[3] == "related.above-a-feed"


def test_headlines_below_keep_reading_go_to_the_end():
    gone = dropped(*STORY, "Keep reading:", "Two more routes may close", "Nine days without milk")
    assert set(gone) == {3, 4, 5}


def test_a_story_that_goes_on_below_a_list_stays():
    gone = dropped(*STORY[:2], "Keep reading:", "Two more routes may close", STORY[2])
    assert set(gone) == {2}


def test_an_alt_text_goes_with_its_caption_and_a_subhead_stays():
    caption = "A woman in a yellow coat waits on the quay of Sant Pol. (Reuters)"
    alt = "A woman in a yellow coat waits on the quay"
    assert dropped(STORY[0], alt, caption, *STORY[1:])[1] == "caption.alt-text"
    assert 1 not in dropped(STORY[0], "The Woman On The Quay", caption, *STORY[1:])


def test_a_quoted_invitation_stays():
    assert (
        dropped(*STORY, "“Sign up for our newsletter and you will never be alone,” it said.") == {}
    )


def test_what_hangs_on_a_paragraph_is_cut_from_it():
    decision = decided(STORY[0] + " Read more: Nine days without milk", *STORY[1:])
    (edit,) = decision.cuts
    assert edit.before == " Read more: Nine days without milk"
    assert edit.after == ""
    assert edit.category is Category.RELATED


def test_a_kept_category_is_not_cut_either():
    policy = Policy.of({"related": "keep"})
    texts = (STORY[0] + " Read more: Nine days without milk", *STORY[1:], "Read more: The shaft")
    assert decided(*texts, policy=policy).cuts == ()
    assert dropped(*texts, policy=policy) == {}


def test_a_sure_rule_wins_over_the_model():
    certain = [Score(0.99, "reads like the story")] * 4
    assert dropped(*STORY, "Subscribe now", scores=certain) == {3: "subscribe.line"}


def test_the_model_wins_over_a_hint():
    texts = ("Summary", *STORY)
    assert 0 not in dropped(*texts, scores=[Score(0.9, "reads like a subhead")] * 4)


def test_every_verdict_knows_its_zone():
    zones = [v.zone for v in decided("By Ana Rios", *STORY, "Read next").verdicts]
    assert zones == [Zone.HEAD, *[Zone.BODY] * 3, Zone.TAIL]


def _in_html(text, number, **markup):
    return Paragraph(number, text, markup=Markup(**markup))


def _dropped_of(paragraphs):
    verdicts = decide(label_in_context(paragraphs, debris.label(paragraphs)), POLICY).verdicts
    return {v.line for v in verdicts if not v.kept}


def test_a_subhead_below_a_box_of_links_is_not_one_of_them():
    page = [
        _in_html(STORY[0], 0),
        _in_html("Also on this site", 1),
        _in_html("Nine days without milk", 2, link_chars=22),
        _in_html("The book of logs", 3, block="heading", level=2),
        _in_html(STORY[1], 4),
    ]
    assert _dropped_of(page) == {1, 2}


def test_a_line_that_the_markup_calls_the_headline_is_it():
    page = [
        _in_html("All boats are cancelled until Friday", 0),
        _in_html("Storm stops the ferries", 1, block="heading", level=1),
        *(_in_html(text, number) for number, text in enumerate(STORY, 2)),
    ]
    assert _dropped_of(page) == {1}


def test_a_subhead_below_a_button_to_keep_reading_stands():
    assert list(dropped(STORY[0], "Keep reading", "What the company says", *STORY[1:])) == [1]


def test_headlines_between_read_also_and_the_story_go():
    gone = dropped(STORY[0], "Read also", "Nine days without milk", "Who pays", *STORY[1:])
    assert list(gone) == [1, 2, 3]


def test_a_sentence_below_read_also_stands():
    assert list(dropped(STORY[0], "Read also", "It was late.", *STORY[1:])) == [1]


def test_a_subhead_in_capitals_stands_on_a_page_without_such_buttons():
    assert dropped(STORY[0], "WHAT THE COMPANY SAYS ABOUT ITS BOAT", *STORY[1:]) == {}


def test_a_headline_in_capitals_goes_with_the_buttons_of_its_page():
    link = "TWO MORE ROUTES MAY CLOSE BY THE WINTER"
    gone = dropped(STORY[0], link, STORY[1], "CLICK HERE FOR MORE ON THE FERRY", STORY[2])
    assert gone[1] == "related.like-the-buttons"


def test_marks_out_of_five_count_no_pictures():
    assert dropped(STORY[0], "5/5", STORY[1], "5/5", STORY[2]) == {}


def test_pictures_counted_between_paragraphs_go():
    assert set(dropped("1/3", STORY[0], "2/3", STORY[1], "3/3", STORY[2])) >= {2, 4}


def test_the_lead_of_a_live_feed_stands():
    feed = ("9:10 PM", "A fire is out.", "4:45 PM", "A fire began.", "11:20 AM", "All is calm.")
    assert not {1, 2, 3} & set(dropped("Summary", *STORY, *feed))


def test_a_story_paragraph_above_a_credit_stands():
    told = "The ferry was towed to Varde, where it will be repaired."
    assert list(dropped(STORY[0], told, "Piet Vries/AFP/Getty Images", *STORY[1:])) == [2]


def test_a_caption_above_its_credit_goes():
    seen = "People wait for the ferry on the quay at Sant Pol on Monday."
    gone = dropped(STORY[0], seen, "Piet Vries/AFP/Getty Images", *STORY[1:])
    assert gone[1] == "caption.above-its-credit"


def test_who_would_not_comment_stands_whatever_the_model_says():
    line = "The company did not respond to a request for comment."
    scores = [Score(0.1, "below the story", Category.UNLABELLED)] * 2
    assert list(dropped(line, "Ferry news", scores=scores)) == [1]


def test_the_headline_is_the_line_that_speaks_of_the_story():
    gone = dropped("By Ana Rios", "Clear words for dark days", "Ferry sails to Sant Pol", *STORY)
    assert gone[2] == "headline.above-the-story"
    assert 1 not in gone


def test_a_call_that_hangs_on_a_paragraph_is_cut_and_the_paragraph_stands():
    (cut,) = decided(f"{STORY[0]} Join our Telegram channel", *STORY[1:]).cuts
    assert cut.before == " Join our Telegram channel"


def test_a_plea_of_two_sentences_goes_whole():
    plea = (
        "We tell the stories of this coast, all of its ferries and each of your boats, every day."
        " Become a member today"
    )
    assert decided(*STORY, plea).cuts == ()


def test_a_numbered_subhead_below_read_also_goes_on_with_the_story():
    parts = ("1. The boat", STORY[0], "Read also", "Ferry to close in May", "2. The quay", STORY[1])
    assert dropped(*parts, STORY[2]) == {
        2: "related.line",
        3: "related.below-its-heading",
    }


CONTENTS = ("How the ferry came back", "What it costs to cross", "When to book a place", "Who may")
PARTS = tuple(line for head in CONTENTS for line in (head, *STORY[:2]))


def test_a_list_that_stands_again_as_subheads_is_a_table_of_contents():
    gone = dropped(STORY[2], *CONTENTS, *PARTS)
    assert gone == dict.fromkeys(range(1, 5), "furniture.table-of-contents")


def test_a_list_that_a_sentence_leads_in_is_of_the_story():
    assert dropped(STORY[2], "We asked these of the crew:", *CONTENTS, *PARTS) == {}


def test_names_that_come_again_without_a_paragraph_below_are_no_table_of_contents():
    assert dropped(STORY[0], *CONTENTS, STORY[1], *CONTENTS) == {}


def test_three_lines_that_come_again_are_no_table_of_contents():
    assert dropped(STORY[2], *CONTENTS[1:], *PARTS) == {}


TEAM = ("Photographer: Ana Rios", "Sr. Fashion Editor & Stylist: Bo Lind", "Tailor Jun Abara")


def test_the_people_behind_a_story_go_from_below_it():
    assert dropped(*STORY, "Credits of the shoot", *TEAM)[6] == "source.team"


def test_roles_inside_a_story_and_a_short_list_below_it_are_nobody_s_credits():
    assert "source.team" not in dropped(*STORY[:2], *TEAM, STORY[2]).values()
    assert "source.team" not in dropped(*STORY, *TEAM[:2]).values()
    assert "source.team" not in dropped(*STORY, *["Producers say it is too late"] * 3).values()


NOTE = "Piet Vries is a reporter of the Harbour Post and has sailed on each of its nine ferries."


def test_a_sentence_about_the_author_at_the_end_goes():
    gone = dropped("Ferry sails again after nine days", "By Piet Vries", *STORY, NOTE)
    assert gone[5] == "byline.named-author"


def test_a_sentence_about_someone_else_at_the_end_stands():
    gone = dropped("Ferry sails again after nine days", "By Ana Rios", *STORY, NOTE)
    assert gone.get(5) != "byline.named-author"


def test_a_note_below_the_name_of_the_author_goes_with_it():
    note = NOTE.replace("Piet Vries", "Piet")
    gone = dropped("Ferry sails again after nine days", "Piet Vries", *STORY, "Piet Vries", note)
    assert gone[5] == gone[6] == "byline.named-author"


def test_a_sentence_below_a_subhead_of_the_headline_stands():
    head = ("Cheap Boats sail again", "By Ana Rios")
    end = "Cheap boats sank by the dozen in those years, said the office, and nobody counted them."
    assert not {5, 6} & set(dropped(*head, *STORY, "Cheap Boats", end))
