"""Share and follow: buttons, counts, calls to the social networks, and their embeds."""

from cleaners.debris.finders import hanging, holding, opening, whole
from cleaners.debris.names import NETWORKS
from cleaners.debris.rule import ANY_LENGTH, NUMBER, Rule, words
from cleaners.model import Strength, Where

_PLAYERS = (
    r"(?:spotify|apple\s+podcasts?|itunes|google\s+podcasts?|stitcher|youtube(?:\s+music)?|iheart\s?radio"
    r"|amazon\s+music|overcast|pocket\s?casts|soundcloud|tunein|deezer|castbox|podbean|audible"
    r"|wherever\s+(?:else\s+)?you\s+(?:get|find|listen(?:\s+to)?)(?:\s+(?:your\s+)?(?:favou?rite\s+)?podcasts)?)"
)

RULES = (
    Rule(
        "share.button",
        Strength.SURE,
        "a button of a social network",
        opening(
            r"(?:click\ to\ )?(?:share|email|tweet|print|pin)\b[^.!?]{0,60}\(?opens\ in\ "
            r"(?:a\ )?new"
            r"|(?:share|tweet|post|send|save|pin)(?:\ (?:this|it|the|via|to|by|on|article|story"
            rf"|post|page|with)){{1,4}}\ {NETWORKS}\W*\Z"
            rf"|(?:share|tweet|print|{NETWORKS})\b(?:\W+(?:share|tweet|print|save|{NETWORKS})\b)+"
            r"\W*\Z"
        ),
        words(
            "share tweet print pin email e-mail post send click facebook twitter x instagram"
            " linkedin whatsapp telegram reddit pinterest save"
        ),
        drop=(
            "Click to share on Telegram (Opens in a new tab) Telegram",
            "Share this article on X",
            "Facebook Twitter WhatsApp Email",
        ),
        keep=("Share prices on X fell by half.", "Facebook and Twitter agreed to pay."),
        where=Where.STARTS,
        max_words=16,
    ),
    Rule(
        "share.count",
        Strength.SURE,
        "counts shares, likes or views",
        whole(
            r"\d[\d.,]*\s*[km]?\+?\s*(?:shares?|likes?|views?|retweets?|followers?|claps?|reads)"
            r"|(?:views?|shares?|reads|просмотров|просмотры|переглядів|перегляди)\s*:?\s*"
            r"\d[\d,. ]*[km]?"
        ),
        frozenset({NUMBER})
        | words("view views share shares reads просмотров просмотры переглядів")
        | words("перегляди"),
        drop=("128 shares", "1.2K views", "Views: 1,204"),
        keep=("128 shares were sold.",),
        where=Where.STARTS,
        max_words=4,
    ),
    Rule(
        "share.follow",
        Strength.SURE,
        "asks to follow or to join on a social network",
        whole(
            r"(?:follow|like|find|join|connect\ with|subscribe\ to|add)\ (?:us|me|our|the\ author"
            r"|@?\w+)\b[^.!?]{0,60}\b(?:on|at|via|channel|group)\b[^.!?]{0,20}"
            rf"\b{NETWORKS}\b[^.!?]{{0,60}}"
        ),
        words("follow like find join connect subscribe add"),
        drop=(
            "Follow us on Facebook and Instagram",
            "Join our channel on Telegram!",
            "Follow Ana Rios on Twitter @anarios",
        ),
        keep=("Follow the money, she wrote on her page, and the rest is plain.",),
        where=Where.STARTS,
        max_words=22,
    ),
    Rule(
        "share.listen-on",
        Strength.SURE,
        "says where to hear a podcast",
        whole(
            r"(?:listen|subscribe|follow|find|download|stream|catch|hear|available|check\s+out)\b[^.!?]{0,90}?\b"
            rf"(?:{_PLAYERS}(?:\W+(?:(?:and|or|on)\s+)?{_PLAYERS})+|wherever\s+you\s+(?:get|find|listen\s+to)\s+"
            r"(?:your\s+)?(?:favou?rite\s+)?podcasts)"
        ),
        words("listen subscribe follow find download stream catch hear available check"),
        drop=(
            "Listen to Slow Boats on Spotify, Apple Podcasts and Google Podcasts.",
            "Find the show wherever you get your podcasts",
        ),
        keep=("Listen to what Spotify and Deezer say of it, she told them.",),
        where=Where.STARTS,
        max_words=40,
    ),
    Rule(
        "share.buttons-in-one-word",
        Strength.SURE,
        "is a row of buttons that lost its spaces",
        whole(
            r"(?:facebook|twitter|x|reddit|linkedin|link|e?mail|whatsapp|telegram|pinterest|tumblr"
            r"|print|copy|share|tweet|more){3,}"
        ),
        frozenset(),
        drop=("facebookxredditlink",),
        keep=("facebook",),
        max_words=1,
        mark="facebook",
    ),
    Rule(
        "share.join",
        Strength.SURE,
        "asks to join a group",
        whole(
            rf"(?:please\s+)?join\s+(?:us\s+on|our)\s+(?:\w+\s+){{0,2}}{NETWORKS}\b[^.!?]{{0,60}}"
        ),
        words("join please"),
        drop=("Join our WhatsApp group for the latest news", "Join our Discord"),
        keep=("Join our Facebook friends, they told her, and she laughed. Nobody else did.",),
        where=Where.STARTS,
        max_words=14,
    ),
    Rule(
        "share.hangs",
        Strength.SURE,
        "a call to follow hangs on a good paragraph",
        hanging(
            rf"(?<=[.!?”’\"…)])\s+(?:(?:follow|like|find|join)\s+us|join\s+our)\b[^.!?]{{0,60}}\b{NETWORKS}\b"
            r"[^.!?]{0,40}[.!]?\Z"
        ),
        words(
            "facebook twitter instagram linkedin whatsapp telegram youtube tiktok threads bluesky x"
            " news reddit messenger snapchat viber"
        ),
        drop=("The bridge is shut, he said. Follow us on Facebook and Instagram",),
        keep=("She said: “Find us on the quay.” They did.",),
        max_words=ANY_LENGTH,
    ),
    Rule(
        "share.embed",
        Strength.SURE,
        "is the frame of an embedded post",
        opening(
            r"a\ post\ shared\ by\b[^!?]{0,80}@\w"
            r"|view\ (?:(?:full|this|the|original)\ )?post\ on\ [\w.]+\W*\Z"
            r"|[^()]{2,50}\(@\w{2,30}\)\s+(?:on\ )?\w+\ \d{1,2},\ \d{4}\W*\Z"
        ),
        words("view"),
        drop=(
            "A post shared by Ana Rios (@anarios)",
            "— Ana Rios (@anarios) March 3, 2024",
            "View full post on Youtube",
        ),
        keep=("Ana Rios (@anarios) wrote on March 3, 2024 that she had enough.",),
        mark="(@",
    ),
    Rule(
        "share.post",
        Strength.SURE,
        "is the text of an embedded post",
        holding(r"\bpic\.twitter\.com/\w{4,12}\W*\Z"),
        frozenset(),
        drop=("The quay of Varde at dawn, and nobody there but me. pic.twitter.com/aBcDeFgHiJ",),
        keep=("The address pic.twitter.com/aBcDeFgHiJ led nowhere.",),
        mark="pic.twitter",
    ),
    Rule(
        "share.post-with-link",
        Strength.SURE,
        "is the text of an embedded post",
        holding(r"https?://t\.co/\w{4,12}\W*\Z"),
        frozenset(),
        drop=("Nine days without a boat, and now it sails… https://t.co/aBcDeFgHiJ",),
        keep=("The address https://t.co/aBcDeFgHiJ led nowhere.",),
        mark="//t.co/",
    ),
    Rule(
        "share.embed-as-markup",
        Strength.SURE,
        "is the markup of an embedded post",
        opening(
            r"(?<=<)(?:a\s+href=\"https?://(?:[\w-]+\.){0,3}(?:twitter|x|t|bandcamp|soundcloud|instagram"
            r"|facebook|tiktok|flickr|vimeo|mixcloud)\.com?/|blockquote\s+class=\"(?:twitter|instagram"
            r"|tiktok|reddit|bluesky)|iframe\s[^<>]{0,400}\bsrc=|script\s+async\b)[^<>]{0,400}>"
        ),
        frozenset(),
        drop=('<a href="https://rios.bandcamp.com/album/quay">Quay by Ana Rios</a>',),
        keep=('<a href="https://varde.example/">Varde</a> is how a link is written.',),
        mark="<",
    ),
)
