"""Reading a canonical text: who says what at which characters, and of which parts it is made.

The stages, each a pure module of its own, in the order in which `reader.TextReader` runs them:

0. Moments of a recording that open lines are blanks to all stages (`text.timecodes`);
   `levelling` and `casing`: what only the setting of a text put there, and lines in capitals.
1. `source`: words and sentence ends, found once; `detecting`: the language.
2. `paragraphs`: lines become paragraphs, also in texts with hard-wrapped lines.
3. `blocks`: paragraphs become parts: title, lede, byline, heading, caption, advert, body;
   `boilerplate`: lines that give themselves away by their words; `lists`: dashed lines that
   list things.
4. `people`: who is named where; `gathering`: who of the named are people; `names`: runs of
   capitals; `presenting`, `roles`, `municipalities`: how the text presents them.
5. `interviews` and `transcripts`: questions, answers and turns (`exchanges`); `asking`: what one
   paragraph is in a conversation; `replies`: how far answers reach; `run_in`: questions and
   answers in one paragraph; `labels`: who a turn is labelled with.
6. `dashes` and `marks`: where a dash or a quotation mark opens and closes speech; `spoken`:
   whether words in marks are speech.
7. `clauses`, `inversions` and `introductions`: reporting clauses behind, inside and before
   speech; `subjects`: whom they name; `relayed`: what they pass on for another; `impersonal`:
   letters, reports and laws that say something; `documents`: who wrote them;
   `written`: when one is spoken of.
8. `utterances` (dash turns, with `running`), `quoted` (marks, with `joining`), `answering`,
   `headlines`, with `speech` for the boundaries: drafts of quotes (`drafts`); `signatures`: who
   signs below one; `continuing`: drafts that go on in the next paragraph.
9. `narration`: of whom the writer tells, kept as `referents` (`telling`: by which words;
   `openings`: where main clauses open; `phrases`: nouns for people; `appositions`: which of them
   belong to a name; `bearing`: who bears them; `naming`: titles that order gives; `called`:
   strangers named late; `bodies`: which body is meant); `antecedents` and `descriptions`: whom a
   pronoun and a noun phrase stand for.
   `attribution`: which evidence leads to whom (`speakers`), draft by draft (`discourse`: what the
   drafts before leave behind; `cast`: who may speak); `meaning`: whom the words of a subject or
   a label mean; `sayings`: whom "lyder det" means; `silence`: who speaks where no word says so;
   `interviewees`: who answers; `dialogue`: who is due where two speak by turns.
10. `unspoken`: what nobody speaks after all, as the lists of `advice`; `confidence`: how
    sure the whole is, and why.

Language data comes from `resources/danish/` by way of `language` and `wordfiles`; `overlays` lays
Norwegian, Swedish and English over it: their words of grammar are read as the Danish ones that do
the same work, so that each rule is written once. No stage knows the library or
the window.
"""

RULES_VERSION = 7
"""Grows with every change of the rules: a dismissed suggestion stays dismissed all the same."""
