"""The judge reads the commonest words of other languages as it reads those of English."""

import pytest

from cleaners.arrays.pages import Pages
from cleaners.arrays.words import hash_of, measure
from cleaners.errors import BadRule
from cleaners.judge import english
from cleaners.judge.english import glossaries, in_english


def test_a_name_is_no_word_of_the_table():
    words = measure(["Hinnerk Vogt"])
    assert (in_english(words, Pages.of([1]).bounds, ["de"]).hashes == words.hashes).all()


def test_english_and_languages_without_a_table_stay_as_they_are():
    words = measure(["die", "die", "die"])
    assert in_english(words, Pages.of([1, 1, 1]).bounds, ["en", None, "ja"]) is words


def test_a_word_is_put_into_english_in_its_own_language_only():
    words = measure(["der die", "die sagte", "die"])
    seen = in_english(words, Pages.of([1, 1, 1]).bounds, ["en", "de", "nl"]).hashes.tolist()
    the, said, which = map(hash_of, ("the", "said", "which"))
    assert seen == [hash_of("der"), hash_of("die"), the, said, which]


def test_every_language_knows_the_words_that_prose_is_made_of():
    for language, glossary in glossaries().items():
        missing = [w for w in ("and", "in", "not", "but") if hash_of(w) not in glossary.english]
        assert (language, missing) == (language, [])


def test_a_word_with_two_meanings_is_no_entry(tmp_path, monkeypatch):
    table = tmp_path / "english.toml"
    table.write_text('[de]\nthe = "der die"\nwhich = "die"\n', encoding="utf-8")
    monkeypatch.setattr(english, "TABLE", table)
    with pytest.raises(BadRule, match="'die' twice"):
        glossaries.__wrapped__()
