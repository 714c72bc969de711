"""Rights, cookies, privacy and notes of the editors."""

from cleaners.debris.finders import holding, opening
from cleaners.debris.rule import Rule, words
from cleaners.model import Strength, Where

# Prose about rights quotes the claim; a claim of the page's own is followed by no closing mark.
_CLAIM = (
    r"(?:all\s+rights\s+reserved|alle\s+rechte\s+vorbehalten|tous\s+droits\s+réservés"
    r"|todos\s+los\s+derechos\s+reservados|tutti\s+i\s+diritti\s+(?:sono\s+)?riservati"
    r"|todos\s+os\s+direitos\s+reservados)\b(?!\W?[\"”’'»]|\s+(?:to|for|by)\b)"
)
_FORBIDS = (
    r"\bmay\s+not\s+be\s+(?:re)?(?:published|produced)(?:,\s+(?:\w+,\s+){0,4}(?:or\s+)?(?:re|trans|broad)"
    r"|\s+or\s+(?:re|trans|broad|distri)|\s+(?:\w+\s+){0,4}?without\b)"
)
_COOKIES = (
    r"(?:\b(?:we|site|website|partners)\s+(?:\w+\s+){0,4}?cookies\b"
    r"|\b(?:accept|manage|reject|enable|disable|decline|our\s+use\s+of|the\s+use\s+of)\s+"
    r"(?:\w+\s+){0,2}?cookies\b|\bcookies?\s+(?:policy|settings|preferences|consent|notice)\b)"
)
# What banners of consent say in other languages: "to …, we use technologies like cookies".
_LIKE_COOKIES = (
    r"\A[^.!?]{0,80}\b(?:wir|nous|utilizziamo|usiamo|utilizamos|usamos|wij|we|używamy)\b[^.!?]{0,20}"
    r"\b(?:technologien\s+wie|technologies\s+(?:telles\s+que|comme)|tecnologie\s+come"
    r"|tecnologías\s+como|tecnologias\s+como|technologieën\s+zoals|technologii\s+takich\s+jak)\s+"
    r"(?:\w+\s+)?cookies?\b"
)
# A story reports what a site asks of others; the site itself speaks to its reader.
_TO_THE_READER = r"(?=.*\b(?:we|you|your|our|us)\b)(?!.*\b(?:said|says|told|wrote|argued)\b)"

RULES = (
    Rule(
        "legal.not-our-views",
        Strength.SURE,
        "says whose views these are not",
        holding(
            r"\A(?!.*\b(?:said|says|told|wrote|argued)\b).*\b(?:views?|opinions?|article|story|column"
            r"|post|content)\b.*\b(?:do|does)\s+not\s+necessarily\s+(?:reflect|represent)\b"
        ),
        words("necessarily"),
        drop=("The views expressed here do not necessarily reflect those of the Harbour Post.",),
        keep=("Polls do not necessarily reflect the opinion of the islands, said Ana Rios.",),
        max_words=90,
    ),
    Rule(
        "legal.views-of-the-author",
        Strength.SURE,
        "says whose views these are",
        opening(
            r"(?:(?:the|all|any)\s+)?(?:views|opinions|statements|thoughts)(?:\s+(?:and|or)\s+\w+)?\s+"
            r"(?:expressed|contained|presented|shared|stated)\s[^.!?]{0,100}\b(?:are|do|may|is)\s+(?:\w+\s+){0,3}?"
            r"(?:those\s+of|(?:the\s+)?(?:author|writer|contributor|columnist)(?:['’]s|s['’])?|(?:my|his|her"
            r"|their)\s+own|reflect|represent)\b"
        ),
        words("views opinions statements thoughts the all any"),
        drop=(
            "The views expressed here are those of the author.",
            "Opinions expressed by columnists are their own and do not reflect those of the paper.",
        ),
        keep=("The views of the islands are those of a century ago.",),
        where=Where.STARTS,
        max_words=60,
    ),
    Rule(
        "legal.past-performance",
        Strength.SURE,
        "warns those who invest",
        opening(
            r"(?:please\s+note(?:\s+that)?\s+)?past\s+performance\s+(?:is|does|of\s+\w+\s+is)\s+(?:not?|never)\s+"
            r"(?:an?\s+|necessarily\s+)?(?:guarantee|indicat|predict|reliable)"
        ),
        words("past please"),
        drop=("Past performance is not a guarantee of future results.",),
        keep=("Past performance of the choir is not forgotten.",),
        where=Where.STARTS,
        max_words=50,
    ),
    Rule(
        "legal.responsible",
        Strength.SURE,
        "says who answers for it",
        holding(
            r"\b(?:is|are)\s+(?:solely\s+responsible\s+for\s+(?:all|its|the)\s+content|not\s+responsible"
            r"\s+for\s+the\s+content\s+of\s+external)\b"
        ),
        words("responsible"),
        drop=("The Harbour Press is solely responsible for all content.",),
        keep=("The master is solely responsible for the ship.",),
        max_words=60,
    ),
    Rule(
        "legal.unauthorized-use",
        Strength.SURE,
        "claims the rights",
        holding(r"\bunauthori[sz]ed\s+(?:use|reproduction|distribution|copying)\b.*\bprohibited\b"),
        words("unauthorized unauthorised"),
        drop=("Please respect copyright. Unauthorized use is prohibited.",),
        keep=("The unauthorized use of the crane was never punished.",),
        max_words=30,
    ),
    Rule(
        "legal.copyright",
        Strength.SURE,
        "claims the rights",
        holding(
            r"\A\W*copyright\b\s*(?:©|\(c\)|[12]\d{3})|\A(?:©|\(c\))\s*[12]\d{3}"
            rf"|\b{_CLAIM}|{_FORBIDS}"
        ),
        words("copyright rights (c) published reproduced republished")
        | words("rechte droits derechos diritti direitos"),
        drop=(
            "© 2024 Harbour Post. All rights reserved.",
            "Copyright 2024 The Associated Press",
            "© 2024 Harbour Post",
        ),
        keep=(
            "The rights of the fishermen were never in doubt.",
            'On the last page stood "© 1931 Tove Aldis. All rights reserved." Nobody had read it.',
            "The names of the boys may not be published until the court has ruled.",
            "Exige que se respeten todos los derechos de los pescadores.",
        ),
        mark="©",
    ),
    Rule(
        "legal.cookies",
        Strength.SURE,
        "asks for consent to cookies or tracking",
        holding(
            rf"\A{_TO_THE_READER}.*?{_COOKIES}|\A[^.!?]*?{_COOKIES}[^.!?]*\Z|\A\w*\W*{_COOKIES}\W*\Z"
            r"|\b(?:this|our)\s+(?:web)?site\s+(?:\w+\s+){0,3}?cookies\b|\bgdpr\s+cookie\b"
            r"|\bcookie\s+is\s+(?:set|used)\b|\bcookies?\s+(?:is|are)\s+(?:absolutely\s+essential"
            r"|small\s+(?:text|data|files|pieces)|used\s+(?:to|by|for)|set\s+by)\b"
            rf"|{_LIKE_COOKIES}"
        ),
        words("cookies cookie"),
        drop=(
            "We use cookies to give you the best experience. Accept?",
            "Privacy Policy | Cookie Settings",
            "This cookie is set by the shop and keeps your basket.",
            "Utilizziamo tecnologie come i cookie per offrirti il porto migliore.",
        ),
        keep=(
            "She baked cookies for the whole harbour.",
            "Visitors to the site had to accept cookies before they could read a word of it.",
            "Il porto spende in tecnologie come i cookie e i sensori, dice il sindaco.",
            "“If we may not use cookies, we must charge,” the editor of the site said on Friday.",
        ),
        max_words=90,
    ),
    Rule(
        "legal.consent",
        Strength.SURE,
        "asks for consent to what is done with the reader's data",
        holding(
            rf"\A{_TO_THE_READER}(?=.*\bwe\s+and\s+our\s+(?:\w+\s+)?partners\b|.*\byour\s+personal\s+data\b"
            r"|.*\bour\s+partners['’])(?=.*\byour?\b)"
            r".*\b(?:consent|geolocation|identifiers|object\s+to\s+such)\b"
        ),
        words("consent geolocation identifiers object"),
        drop=("With your consent we and our partners may use precise geolocation.",),
        keep=("The town asked its partners for consent, and used the geolocation of the ferry.",),
        max_words=120,
    ),
    Rule(
        "legal.privacy",
        Strength.HINT,
        "speaks of privacy, terms or disclaimers",
        holding(
            r"\b(?:privacy\s+(?:policy|notice|statement|settings)|user\s+agreement|recaptcha"
            r"|terms\s+(?:of|and)\s+(?:use|service|conditions?)|personal\s+(?:data|information)"
            r"|third[\s-]part(?:y|ies)|(?:views?|opinions?)\s+expressed|informational\s+purposes)\b"
        ),
        words(
            "privacy terms personal recaptcha third-party third agreement expressed informational"
        ),
        drop=("The views expressed are those of the author.", "Read our privacy policy"),
        keep=("He spoke in terms of boats.",),
        max_words=90,
    ),
    Rule(
        "legal.editors-note",
        Strength.HINT,
        "a note of the editors about the text",
        holding(
            r"\A\W*(?:editor['’]?s?['’]?\s+note|correction|clarification|disclosure|disclaimer"
            r"|author['’]?s?\s+note)\s*[:—–-]"
            r"|\A\W*an?\s+(?:earlier|previous)\s+version\s+of\s+this\b"
            r"|\bthis\s+(?:article|story|post|page|piece)\s+(?:has\s+been|was)\s+"
            r"(?:updated|corrected|amended|edited|reviewed|fact-checked)"
        ),
        words(
            "note correction clarification disclosure disclaimer updated corrected amended edited"
            " reviewed version"
        ),
        drop=(
            "Editor’s note: the name of the bridge was corrected.",
            "This story has been updated.",
        ),
        keep=("The correction took a year.",),
        max_words=90,
    ),
)
