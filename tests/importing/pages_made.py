"""Pages as papers and publishers make them, around texts of our own; every one made here by hand.

Owns the layouts: what stands above, beside and below an article on real pages, and in what markup
the article itself stands.
"""

import html
import json
from collections.abc import Callable, Sequence

Layout = Callable[[Sequence[str]], str]

COOKIES = """<div id="CybotCookiebotDialog" class="cookie-consent" role="dialog">
<h2>Vi bruger cookies</h2>
<p>»Vi værner om dit privatliv,« siger vi og 214 partnere. Vi bruger cookies til annoncer.</p>
<button>Accepter alle</button><button>Kun nødvendige</button></div>"""
NAV = """<header class="site-header"><a href="/" class="logo">Avisen</a><nav><ul>
<li><a href="/indland">Indland</a></li><li><a href="/kultur">Kultur</a></li><li>
<a href="/debat">Debat</a></li>
</ul></nav><form><input type="search"><button>Søg</button></form></header>"""
RELATED = """<aside class="related"><h3>Læs også</h3><ul>
<li><a href="/a">»Vi kan ikke mere,« siger borgmester Ole Skov</a></li>
<li><a href="/b">Fire kommuner deler én it-afdeling</a></li></ul></aside>"""
COMMENTS = """<section id="comments" class="comments"><h2>3 kommentarer</h2><ol>
<li class="comment"><b>Hans P.</b><p>»Det er noget vrøvl,« sagde jeg til min kone, Grethe Poulsen.
</p></li>
<li class="comment"><b>Lis</b><p>- Enig, siger jeg. Det er på tide, at nogen siger det højt.</p>
</li></ol></section>"""
FOOTER = """<footer class="site-footer"><p>Avisen A/S, Torvet 1, 9999 Havby. CVR 12345678.</p>
<p>Ansvarshavende chefredaktør: Hans Hansen</p><ul><li><a href="/om">Om os</a></li></ul></footer>"""
SCRIPTS = """<script>window.q = "»Skjult citat,« siger Sven Script.";</script>
<noscript><p>»Slå JavaScript til,« siger Nils Noscript.</p></noscript><style>p::after{content:"x"}
</style>"""
SHARE = """<div class="share-buttons"><a href="#f">Facebook</a> <a href="#l">LinkedIn</a></div>"""
TEASERS = """<section class="teasers"><h2>Mest læste</h2><article><a href="/1"><h3>Ny skole i Havby
</h3>
<p>»Den bliver god,« siger rektor.</p></a></article><article><a href="/2"><h3>Fire fik priser</h3>
</a></article></section>"""


def written(paragraph: str, tag: str = "p", classes: str = "") -> str:
    """Return a paragraph as markup, with a line break where the text has one."""
    inside = html.escape(paragraph, quote=False).replace("\n", "<br>\n")
    named = f' class="{classes}"' if classes else ""
    return f"<{tag}{named}>{inside}</{tag}>"


def newspaper(paragraphs: Sequence[str]) -> str:
    """A paper's own system: everything has a class, ads and boxes stand between paragraphs."""
    title, lede, *rest = paragraphs
    body = [written(paragraph, classes="article__paragraph") for paragraph in rest]
    body.insert(2, '<div class="ad-slot"><span>Annonce</span></div>')
    body.insert(5, RELATED)
    return f"""<!doctype html><html lang="da"><head><meta charset="utf-8"><title>{title} | Avisen
</title>
<meta property="og:title" content="{html.escape(title)}">
<meta property="og:site_name" content="Avisen">
<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": title})}
</script></head>
<body class="page">{COOKIES}{NAV}<main><article class="article"><header class="article__header">
{written(title, "h1", "article__title")}{written(lede, "p", "article__lead")}</header>{SHARE}
<div class="article__body">{"".join(body)}</div></article>{COMMENTS}{TEASERS}
</main>{FOOTER}{SCRIPTS}</body></html>"""


def blog(paragraphs: Sequence[str]) -> str:
    """A WordPress site with its usual names."""
    title, *rest = paragraphs
    body = "\n\n".join(map(written, rest))
    return f"""<!DOCTYPE html><html><head><meta charset="UTF-8"><title>{title} – Havby Nyt</title>
</head>
<body class="single single-post">{NAV}<div id="content" class="site-content"><div id="primary">
<article id="post-12" class="post type-post hentry"><header class="entry-header">
{written(title, "h1", "entry-title")}</header>
<div class="entry-content">\n{body}\n<div class="sharedaddy">{SHARE}</div></div>
<footer class="entry-footer"><a href="/kat" rel="category">Nyheder</a></footer></article>
{COMMENTS}</div><aside id="secondary" class="widget-area"><h2>Arkiv</h2><ul><li><a href="/m">maj
</a></li></ul>
</aside></div>{FOOTER}{SCRIPTS}{COOKIES}</body></html>"""


def plain(paragraphs: Sequence[str]) -> str:
    """A page with nothing but the text, as word processors save it."""
    title, *rest = paragraphs
    body = "\n".join(map(written, rest))
    return (
        f"<html><head><title>{title}</title></head><body>{written(title, 'h1')}{body}</body></html>"
    )


def old(paragraphs: Sequence[str]) -> str:
    """A page of the nineties: tables for the layout, two breaks between paragraphs."""
    title, *rest = paragraphs
    body = "<br><br>\n".join(html.escape(p, quote=False).replace("\n", "<br>\n") for p in rest)
    return f"""<HTML><HEAD><META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=utf-8">
<TITLE>{title}</TITLE></HEAD><BODY BGCOLOR=#ffffff><TABLE WIDTH=100%><TR><TD WIDTH=120 CLASS=menu>
<A HREF=/>Forside</A><BR><A HREF=/ind>Indland</A><BR><A HREF=/debat>Debat</A></TD>
<TD><H1>{title}</H1>{body}</TD></TR></TABLE><HR><CENTER>(c) Avisen</CENTER></BODY></HTML>"""


def divided(paragraphs: Sequence[str]) -> str:
    """A page built by a script: no elements that mean anything, names that are sums."""
    title, *rest = paragraphs
    body = "".join(
        f'<div class="css-1q{i}"><span>{written(p, "span")}</span></div>'
        for i, p in enumerate(rest)
    )
    return f"""<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head><body>
<div id="root"><div class="css-nav"><a href="/">Forside</a><a href="/x">Indland</a></div>
<div class="css-7x"><h1 class="css-h">{title}</h1>{body}</div><div class="css-f">
<a href="/om">Om os</a>
<a href="/kontakt">Kontakt</a></div></div>{SCRIPTS}</body></html>"""


def broadcaster(paragraphs: Sequence[str]) -> str:
    """A broadcaster's page: the article cut into sections, pictures and players between them."""
    title, lede, *rest = paragraphs
    sections = [rest[at : at + 3] for at in range(0, len(rest), 3)]
    figure = (
        '<figure><img src="a.jpg"><figcaption>Rådhuset i Havby. Foto: Avisen</figcaption></figure>'
    )
    player = '<div class="player"><button>Afspil</button><b hidden>»Hør med,« siger hun.</b></div>'
    body = "".join(
        f'<section class="body-part">{"".join(map(written, part))}</section>{figure}{player}'
        for part in sections
    )
    return f"""<!DOCTYPE html><html lang="da"><head><meta charset="utf-8"><title>{title} | DR
</title></head>
<body>{COOKIES}{NAV}<div class="hydra"><div class="headline">{written(title, "h1")}</div>
<div class="summary">{written(lede)}</div><div class="article-body">{body}</div></div>
{TEASERS}{FOOTER}{SCRIPTS}</body></html>"""


LAYOUTS: dict[str, Layout] = {
    "newspaper": newspaper,
    "blog": blog,
    "plain": plain,
    "old": old,
    "divided": divided,
    "broadcaster": broadcaster,
}
