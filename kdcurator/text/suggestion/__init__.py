"""Reading a canonical text: who says what at which characters, and of which parts it is made.

The stages, each a pure module of its own, in the order in which `reader.TextReader` runs them:

1. `paragraphs`: lines become paragraphs, also in texts with hard-wrapped lines.
2. `blocks`: paragraphs become parts: title, lede, byline, heading, caption, link, advert, body.
3. `people`: names with role, organisation and municipality; `presenting` reads those.
4. `interviews`: questions, answers and the turns of a transcript.
5. `dashes` and `marks`: where a dash or a quotation mark opens and closes speech.
6. `clauses`: reporting clauses (siger han) before, inside and after; `mentions`: their subjects.
7. `utterances` and `continuing`: drafts of quotes from marks and clauses.
8. `attribution`: who a draft's subject is; `confidence`: how sure the whole is, and why.

Language data comes from `resources/danish/` by way of `language`. No stage knows the library or
the window.
"""

RULES_VERSION = 1
"""Grows with every change of the rules: a dismissed suggestion stays dismissed all the same."""
