"""Invitations to sign up, subscribe, donate or join, with the messages of their forms."""

from cleaners.debris.finders import hanging, holding, opening
from cleaners.debris.rule import ANY_LENGTH, Rule, words
from cleaners.model import Strength, Where

_LETTER = (
    r"(?:newsletters?|mailing\s+list|e-?mail\s+(?:updates?|alerts?|list)|daily\s+(?:briefing|digest)"
    r"|inbox|free\s+updates)"
)

RULES = (
    Rule(
        "subscribe.newsletter",
        Strength.SURE,
        "asks to sign up for a newsletter",
        opening(
            r"(?:(?:want|like|enjoy|love|looking)\b[^.?!]{3,80}\?\s*)?(?:please\s+)?"
            r"(?:sign\s+up|signup|subscribe|register|join|get|receive|enter\s+your\s+e-?mail)\b"
            rf"[^.!?]{{0,90}}\b{_LETTER}\b"
        ),
        words("sign signup subscribe register join get receive enter want like enjoy love please"),
        drop=(
            "Sign up for our free newsletter and get the best of the harbour every week.",
            "Like what you read? Subscribe to our mailing list",
        ),
        keep=("Readers who subscribe to the newsletter, she wrote, are told first.",),
        where=Where.STARTS,
        max_words=45,
    ),
    Rule(
        "subscribe.hangs",
        Strength.SURE,
        "a call to sign up hangs on a good paragraph",
        hanging(
            r"(?<=[.!?”’\"…)])\s+(?:sign\s+up|subscribe)\s+(?:here\s+)?(?:for|to)\s+(?:our|the|your)\s+"
            rf"[^.!?]{{0,60}}\b{_LETTER}\b[^.!?]{{0,40}}[.!]?\Z"
        ),
        words("sign subscribe"),
        drop=("The bridge is shut, he said. Sign up for our daily newsletter",),
        keep=("He asked them to sign up for the newsletter of the port.",),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "subscribe.consent",
        Strength.SURE,
        "is the small print of a sign-up form",
        holding(
            r"\bby\s+(?:signing\s+up|subscribing|submitting|clicking|registering|providing"
            r"|entering\s+your|creating\s+an\s+account|checking\s+this)\b[^.]{0,80}\b(?:you|i)\b"
            r"[^.]{0,20}\b(?:agree|consent|confirm|acknowledge|accept|opt)"
        ),
        words("signing subscribing submitting clicking registering providing entering creating"),
        drop=("By signing up, you agree to our terms and our privacy policy.",),
        keep=("By signing the letter they agreed to leave by noon.",),
    ),
    Rule(
        "subscribe.form",
        Strength.SURE,
        "is a message of a sign-up form",
        opening(
            r"(?:you\s+(?:can|may)\s+)?(?:unsubscribe|opt\s+out)\s+(?:at\s+)?any\s*time"
            r"|(?:please,?\s+)?(?:enter|provide|type)\s+(?:a\s+valid|(?:the\s+)?correct|your)\s+e-?mail"
            r"|(?:thank\s+you|thanks)\s+for\s+(?:signing\s+up|subscribing|registering|joining)\b"
            r"|(?:indicates|denotes|marks)\s+(?:a\s+)?required"
        ),
        words("unsubscribe opt you please enter provide type thank thanks indicates denotes *")
        | words('“*” "*"'),
        drop=(
            "Thank you for signing up for this newsletter. Your first issue is on its way.",
            "Please, enter correct email address",
            "* indicates required",
        ),
        keep=("Thank you for coming, the mayor told them.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "subscribe.support",
        Strength.SURE,
        "asks to support, donate or become a member",
        opening(
            r"(?:please\s+)?(?:support|help\s+(?:us|fund|support|keep)|donate|contribute"
            r"|make\s+a\s+(?:donation|contribution|gift)"
            r"|become\s+(?:a|an|our)\s+(?:\w+\s+)?(?:member|supporter|subscriber|patron|friend))\b"
            r"[^.!?]{0,80}\b(?:journalism|our\s+reporting|newsroom|our\s+work|our\s+mission|today"
            r"|independent\s+(?:media|news)|patreon|subscriber)\b"
        ),
        words("support help donate contribute make become please"),
        drop=(
            "Support independent journalism on the coast. Join us.",
            "Become a member today",
            "Help us keep our reporting free for all",
        ),
        keep=("Support for the mayor fell again in March, a poll showed.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "subscribe.readers-like-you",
        Strength.SURE,
        "says that readers pay for it",
        holding(
            r"\b(?:story|article|journalism|reporting|newsroom|site|coverage|work|publication)\s+"
            r"(?:is|are|was|were)\s+(?:\w+\s+){0,2}(?:funded|supported|powered|(?:made\s+)?possible)\s+"
            r"(?:by|because\s+of|thanks\s+to)\s+(?:\w+\s+){0,2}(?:readers|members|listeners)\b"
            r"|\b(?:depend|rely|relies|depends)\s+on\s+(?:\w+\s+){0,3}readers\s+like\s+you\b"
            r"|\byour\s+(?:support|donation|gift|subscription)\s+makes\s+(?:this|our)\b[^.]{0,40}\bpossible\b"
            r"|\bbecome\s+(?:our|a)\s+patron\b"
            r"|\bconsider\s+(?:supporting|subscribing\s+to)\s+(?:us|our|this\s+(?:site|newsroom))\b"
        ),
        words("funded supported powered possible readers supporting subscribing patron"),
        drop=(
            "This story is funded by readers like you",
            "Support us or become our patron!",
            "If you like our work, consider supporting our journalism by subscribing.",
        ),
        keep=("The town must consider supporting its readers and its library.",),
        max_words=60,
    ),
    Rule(
        "subscribe.your-support",
        Strength.SURE,
        "asks its readers for support",
        holding(
            r"\A[^“”\"«»]*?\b(?:please\s+(?:consider\s+)?support(?:ing)?\s+us|we\s+need\s+your\s+(?:help|support)"
            r"|your\s+(?:support|donation|contribution)s?,?\s+(?:no\s+matter|makes?\s+a\s+difference"
            r"|helps?\s+us|allows?\s+us|enables?\s+us))\b[^“”\"«»]*\Z"
        ),
        words("support supporting support, donation contribution"),
        drop=("We refuse to be silenced. But to go on, we need your help and your support.",),
        keep=("“We need your support,” the mayor told the islands on Monday.",),
        max_words=60,
    ),
    Rule(
        "subscribe.thanks",
        Strength.SURE,
        "thanks the readers of a letter",
        opening(
            r"thank(?:s|\s+you)(?:\s+so\s+much)?\s+for\s+reading\b[^.!?]{0,60}[.!]\s*(?:please\s+)?(?:subscribe"
            r"|this\s+post\s+is|feel\s+free|share|sign\s+up|join|if\s+you)\b"
        ),
        words("thank thanks"),
        drop=("Thanks for reading The Slow Letter! Subscribe for free.",),
        keep=("Thanks for reading the meter, she told him. He came back every month.",),
        where=Where.STARTS,
        max_words=30,
    ),
    Rule(
        "subscribe.plea",
        Strength.HINT,
        "speaks of newsletters, subscriptions or donations",
        holding(
            rf"\b(?:{_LETTER}|subscri(?:be|bers?|ption)|donat(?:e|ion)|membership|sign(?:ed)?\s+up"
            r"|unlimited\s+access|free\s+trial|paywall|cancel\s+any\s*time)\b"
        ),
        words(
            "newsletter newsletters mailing inbox subscribe subscriber subscribers subscription"
            " donate donation membership sign signed unlimited trial paywall cancel briefing digest"
        ),
        drop=("News from the harbour in your inbox",),
        keep=("The harbour paper has a press of its own.",),
    ),
)
