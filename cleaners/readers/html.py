"""HTML to a page of lines with markup; how the lines are found is for `cleaners.readers.walk`, what
the page says of itself is understood by `cleaners.readers.stated`, and nothing is judged here.
"""

from dataclasses import replace
from itertools import chain

from cleaners.model import Choice, Document, Fields, Page, SiteProfile
from cleaners.readers import nesting, stated
from cleaners.readers.parts import Parts
from cleaners.readers.tree import Node, Tree, selected
from cleaners.readers.walk import Walk

# What no extractor reads, linked data aside.
_UNREAD = 'script:not([type="application/ld+json"]),style,svg,noscript,template,iframe'
# What trafilatura leaves out itself, once it has looked at all of it several times.
_LEFT_OUT = ",".join(
    """
    aside footer nav menu dialog button select datalist option label legend fieldset textarea input
    progress time picture video audio canvas map object embed img link meta figure:not(:has(table))
    """.split()
)
# More hidden than shown, and not just a form: a script shows the page once it has run.
MIN_CHARS_OF_A_HIDDEN_PAGE = 500


def read(text: str, document: Document) -> Page:
    """The page of an HTML document.

    Raises:
        BadRule: the profile of the site has a selector that cannot be understood.
    """
    page, _ = _read(Tree(nesting.bounded(text)), document)
    return page


def read_and_thin(text: str, document: Document) -> tuple[Page, str]:
    """As `read`, and the HTML without its scripts, most of what holds no text and what is debris by
    its tag: a fifth of it, for another extractor.
    """
    tree = Tree(nesting.bounded(text))
    page, empty = _read(tree, document)
    # What is inside goes before what is around it.
    for node in chain(reversed(tree.css(_UNREAD)), empty):
        node.decompose()
    for node in reversed(tree.css(_LEFT_OUT)):
        node.decompose()
    return page, tree.html or ""


def _read(tree: Tree, document: Document) -> tuple[Page, list[Node]]:
    """The page, and the elements that hold no text."""
    body = tree.body
    metadata, wished = _metadata(tree), _wished(tree, document.profile)
    known = wished.or_else(stated.fields(metadata, document.url))
    if body is None:
        return Page((), "html", document.url, known), []
    chosen = _chosen(tree, document.profile)
    walk = _walked(body, Parts(tree, chosen), show_hidden=False)
    shown_chars = sum([len(line.text) for line in walk.lines])
    if walk.hidden_chars > max(MIN_CHARS_OF_A_HIDDEN_PAGE, shown_chars):
        walk = _walked(body, Parts(tree, chosen), show_hidden=True)
    headings = [
        (x.markup.level, x.text) for x in walk.lines if x.markup and x.markup.block == "heading"
    ]
    title = wished.title or stated.headline(known.title, known.site, headings)
    page = Page(
        tuple(walk.lines),
        "html",
        document.url,
        replace(known, title=title),
        elements=walk.elements(),
        summary=metadata.summary(),
        article_body=stated.story(metadata),
    )
    return page, walk.empty


def _walked(body: Node, parts: Parts, show_hidden: bool) -> Walk:
    walk = Walk(body, parts, show_hidden)
    walk.through()
    return walk


def _chosen(tree: Tree, profile: SiteProfile | None) -> dict[int, Choice]:
    """What the selectors of the site's profile choose, by the place of the node in memory."""
    if profile is None:
        return {}
    wishes: list[tuple[Choice, str]] = [("drop", selector) for selector in profile.drop]
    wishes += [("keep", selector) for selector in profile.keep]
    found: dict[int, Choice] = {}
    for wish, selector in wishes:
        found |= {node.mem_id: wish for node in selected(tree, selector, profile.site)}
    return found


def _wished(tree: Tree, profile: SiteProfile | None) -> Fields:
    """The fields that the selectors of the site's profile find."""
    found = Fields()
    if profile is None:
        return found
    for name, selector in profile.fields:
        nodes = selected(tree, selector, profile.site)
        texts = tuple(filter(None, (" ".join(node.text().split()) for node in nodes)))
        if texts:
            told = {name: texts if name == "captions" else texts[0]}
            # The names were checked when the profile was loaded.
            found = replace(found, **told)  # type: ignore[arg-type]  # see above
    return found


def _metadata(tree: Tree) -> stated.Metadata:
    """What the head of the page says, and its linked data, as they are written."""
    metas: dict[str, str] = {}
    title = language = ""
    for node in tree.head.iter() if tree.head is not None else ():
        tag = node.tag
        if tag == "meta":
            attributes = node.attributes
            name = attributes.get("property") or attributes.get("name")
            name = name or attributes.get("itemprop")
            if name and (content := attributes.get("content")):
                metas.setdefault(name.lower(), content)
        elif tag == "title":
            title = title or " ".join(node.text().split())
    if tree.root is not None:
        language = tree.root.attributes.get("lang") or ""
    linked = tree.css('script[type="application/ld+json"]')
    return stated.Metadata(metas, title, language, tuple(node.text() for node in linked))
