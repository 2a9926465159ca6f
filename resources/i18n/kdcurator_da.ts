<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
<context>
    <name>ArticleDetails</name>
    <message>
        <source>The article&apos;s details</source>
        <translation>Artiklens oplysninger</translation>
    </message>
</context>
<context>
    <name>ArticleList</name>
    <message>
        <source>Articles</source>
        <translation>Artikler</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>A backup is being made</source>
        <translation>Der laves en sikkerhedskopi</translation>
    </message>
    <message>
        <source>A backup is being made already.</source>
        <translation>Der laves allerede en sikkerhedskopi.</translation>
    </message>
    <message>
        <source>Backup made and checked: {what}</source>
        <translation>Sikkerhedskopi lavet og kontrolleret: {what}</translation>
    </message>
    <message>
        <source>Read only – the library is open in another window</source>
        <translation>Kun læsning – biblioteket er åbent i et andet vindue</translation>
    </message>
    <message>
        <source>Something is under way; wait for it or cancel it first.</source>
        <translation>Noget er i gang; vent på det, eller annuller det først.</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made when something changed.</source>
        <translation>Der er ingen sikkerhedskopier endnu. Den første laves, når noget er ændret.</translation>
    </message>
    <message>
        <source>What is here now is being backed up, then it is replaced …</source>
        <translation>Det, der er her nu, sikkerhedskopieres; derefter gendannes biblioteket …</translation>
    </message>
    <message>
        <source>The library is as it was {moment}. What was here is the newest backup and can be brought back in the same way.</source>
        <translation>Gendannet, som det var {moment}. Det, der var her, er nu den nyeste sikkerhedskopi og kan gendannes på samme måde.</translation>
    </message>
</context>
<context>
    <name>BringingBackPage</name>
    <message>
        <source>Bring back from a backup</source>
        <translation>Gendan fra sikkerhedskopi</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sikkerhedskopier</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>gendan</translation>
    </message>
    <message>
        <source>1 backup</source>
        <translation>1 sikkerhedskopi</translation>
    </message>
    <message>
        <source>{n} backups</source>
        <translation>{n} sikkerhedskopier</translation>
    </message>
</context>
<context>
    <name>BundlePreview</name>
    <message>
        <source>Several articles</source>
        <translation>Flere artikler</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Medie</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Articles</source>
        <translation>Artikler</translation>
    </message>
    <message>
        <source>import each by itself</source>
        <translation>importér hver for sig</translation>
    </message>
    <message>
        <source>import as one text</source>
        <translation>importér som én tekst</translation>
    </message>
    <message>
        <source>{n} articles in {name}</source>
        <translation>{n} artikler i {name}</translation>
    </message>
    <message>
        <source>{n} articles in {m} files</source>
        <translation>{n} artikler i {m} filer</translation>
    </message>
</context>
<context>
    <name>CommonDetails</name>
    <message>
        <source>Details of several articles</source>
        <translation>Oplysninger om flere artikler</translation>
    </message>
    <message>
        <source>{done} of {total} articles corrected …</source>
        <translation>{done} af {total} artikler rettet …</translation>
    </message>
    <message>
        <source>Details of {n} articles</source>
        <translation>Oplysninger om {n} artikler</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>stop</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>different</source>
        <translation>forskellige</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>guessed in {n}</source>
        <translation>gættet i {n}</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>gættet</translation>
    </message>
    <message>
        <source>Fields that nothing is written in stay as they are. A dash (-) empties a field.</source>
        <translation>Felter, der ikke skrives i, bliver, som de er. En bindestreg (-) tømmer et felt.</translation>
    </message>
    <message>
        <source>Changes: {names}.</source>
        <translation>Rettes: {names}.</translation>
    </message>
    <message>
        <source>1 guess is accepted.</source>
        <translation>1 gæt bekræftes.</translation>
    </message>
    <message>
        <source>{n} guesses are accepted.</source>
        <translation>{n} gæt bekræftes.</translation>
    </message>
    <message>
        <source>{n} of {total} articles change.</source>
        <translation>{n} af {total} artikler ændres.</translation>
    </message>
</context>
<context>
    <name>CompletionList</name>
    <message>
        <source>Words to go on with</source>
        <translation>Ord at gå videre med</translation>
    </message>
</context>
<context>
    <name>Copying</name>
    <message>
        <source>Copied as {quote} U: mark as used.</source>
        <translation>Kopieret som {quote} U: markér som brugt.</translation>
    </message>
    <message>
        <source>{n} quotes copied.</source>
        <translation>{n} citater kopieret.</translation>
    </message>
</context>
<context>
    <name>Correcting</name>
    <message>
        <source>No article is open.</source>
        <translation>Ingen artikel er åben.</translation>
    </message>
    <message>
        <source>Nothing is guessed of this article.</source>
        <translation>Intet er gættet om artiklen.</translation>
    </message>
    <message>
        <source>Nothing is guessed of the chosen articles.</source>
        <translation>Intet er gættet om de valgte artikler.</translation>
    </message>
    <message>
        <source>Nothing is guessed of any article in the list.</source>
        <translation>Intet er gættet om artiklerne på listen.</translation>
    </message>
    <message>
        <source>1 article chosen. {details} corrects it; {accept}: the guesses are right.</source>
        <translation>1 artikel valgt. {details} retter; {accept}: gættene er rigtige.</translation>
    </message>
    <message>
        <source>{n} articles chosen. {details} corrects; {accept}: the guesses are right.</source>
        <translation>{n} artikler valgt. {details} retter; {accept}: gættene er rigtige.</translation>
    </message>
    <message>
        <source>Everything was so already; nothing was changed.</source>
        <translation>Alt var sådan i forvejen; intet er ændret.</translation>
    </message>
    <message>
        <source>{n} articles are as they were.</source>
        <translation>{n} artikler er, som de var.</translation>
    </message>
</context>
<context>
    <name>Deciding</name>
    <message>
        <source>Read only – the library is open in another window</source>
        <translation>Kun læsning – biblioteket er åbent i et andet vindue</translation>
    </message>
    <message>
        <source>Mark the words first: S takes a sentence, Shift with the arrows words.</source>
        <translation>Markér først ordene: S tager en sætning, Skift med piletasterne tager tegn og linjer.</translation>
    </message>
</context>
<context>
    <name>DecidingPage</name>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} af {total}</translation>
    </message>
    <message>
        <source>Both versions are being compared …</source>
        <translation>De to udgaver bliver sammenlignet …</translation>
    </message>
    <message>
        <source>Quotes in a new version</source>
        <translation>Citater i ny udgave</translation>
    </message>
    <message>
        <source>Older version</source>
        <translation>Ældre udgave</translation>
    </message>
    <message>
        <source>Newest version</source>
        <translation>Nyeste udgave</translation>
    </message>
    <message>
        <source>the place is right</source>
        <translation>stedet er rigtigt</translation>
    </message>
    <message>
        <source>choose the words yourself …</source>
        <translation>vælg selv ordene …</translation>
    </message>
    <message>
        <source>no longer in the article</source>
        <translation>findes ikke længere</translation>
    </message>
    <message>
        <source>leave as it is, next</source>
        <translation>lad stå, næste</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>forrige</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>fortryd</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>Read only – the library is open in another window</source>
        <translation>Kun læsning – biblioteket er åbent i et andet vindue</translation>
    </message>
    <message>
        <source>The library is free again; changes are saved from now on.</source>
        <translation>Biblioteket er frit igen; ændringer gemmes fra nu af.</translation>
    </message>
    <message>
        <source>Search is being made ready</source>
        <translation>Søgningen gøres klar</translation>
    </message>
    <message>
        <source>Search is no longer made ready: the newest are found first, and perhaps not all. “Make search ready anew” (Ctrl+K) begins again.</source>
        <translation>Søgningen gøres ikke klar: de nyeste fund vises først, og måske ikke alle. »Gør søgningen klar på ny« (Ctrl+K) begynder igen.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>No suggestion is in hand. N takes the next one.</source>
        <translation>Intet forslag er i hånden. N tager det næste.</translation>
    </message>
    <message>
        <source>Open an article first: speaker and note belong to a quote.</source>
        <translation>Åbn en artikel først: kilde og note hører til et citat.</translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>accept the guesses</source>
        <translation>bekræft gættene</translation>
    </message>
    <message>
        <source>This is no day. Write it like 24.10.2018 or leave the field empty.</source>
        <translation>Det er ikke en dato. Skriv den som 24.10.2018, eller lad feltet stå tomt.</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>gættet</translation>
    </message>
    <message>
        <source>{field} is guessed</source>
        <translation>{field} er gættet</translation>
    </message>
    <message>
        <source>Take the tick off when it is right</source>
        <translation>Fjern fluebenet, når det er rigtigt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>Underrubrik</translation>
    </message>
    <message>
        <source>Kicker</source>
        <translation>Trompet</translation>
    </message>
    <message>
        <source>Lede</source>
        <translation>Manchet</translation>
    </message>
    <message>
        <source>Byline</source>
        <translation>Byline</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Medie</translation>
    </message>
    <message>
        <source>Printed on</source>
        <translation>Bragt</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Text type</source>
        <translation>Teksttype</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprog</translation>
    </message>
</context>
<context>
    <name>EditText</name>
    <message>
        <source>Edit the text</source>
        <translation>Redigér teksten</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>as saved</source>
        <translation>som gemt</translation>
    </message>
    <message>
        <source>There is no text left. Delete the article if it is to go.</source>
        <translation>Der er ingen tekst tilbage. Slet artiklen, hvis den skal væk.</translation>
    </message>
    <message>
        <source>This is what you wrote last; it is not saved yet.</source>
        <translation>Her er dine seneste rettelser. De er ikke gemt endnu.</translation>
    </message>
    <message>
        <source>The saved text has become another since.</source>
        <translation>Den gemte tekst er blevet en anden siden.</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>This is the text&apos;s first and only version.</source>
        <translation>Det er tekstens første og eneste udgave.</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>Ingen artikel er åben.</translation>
    </message>
    <message>
        <source>Read only – the library is open in another window</source>
        <translation>Kun læsning – biblioteket er åbent i et andet vindue</translation>
    </message>
    <message>
        <source>A text is being saved; wait a moment.</source>
        <translation>En tekst er ved at blive gemt; vent et øjeblik.</translation>
    </message>
    <message>
        <source>The text is being saved</source>
        <translation>Teksten gemmes</translation>
    </message>
    <message>
        <source>The text is saved.</source>
        <translation>Teksten er gemt.</translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation>Teksten er den samme.</translation>
    </message>
    <message>
        <source>The text is as it was {moment}.</source>
        <translation>Teksten er, som den var {moment}.</translation>
    </message>
    <message>
        <source>1 quote came along</source>
        <translation>1 citat fulgte med</translation>
    </message>
    <message>
        <source>{n} quotes came along</source>
        <translation>{n} citater fulgte med</translation>
    </message>
    <message>
        <source>1 quote is to be checked</source>
        <translation>1 citat skal ses efter</translation>
    </message>
    <message>
        <source>{n} quotes are to be checked</source>
        <translation>{n} citater skal ses efter</translation>
    </message>
    <message>
        <source>1 is to be checked</source>
        <translation>1 skal ses efter</translation>
    </message>
    <message>
        <source>{n} are to be checked</source>
        <translation>{n} skal ses efter</translation>
    </message>
    <message>
        <source>“{title}” was written and not saved. {key} goes on with it.</source>
        <translation>»{title}« er skrevet, men ikke gemt. {key} fortsætter.</translation>
    </message>
    <message>
        <source>Changes in “{title}” were not saved. Open it; {key} shows them.</source>
        <translation>Rettelser i »{title}« er ikke gemt. Åbn teksten; {key} viser dem.</translation>
    </message>
    <message>
        <source>A note</source>
        <translation>En note</translation>
    </message>
    <message>
        <source>What you wrote is kept, not saved. {key} goes on with it.</source>
        <translation>Rettelserne er lagt til side, ikke gemt. {key} fortsætter.</translation>
    </message>
</context>
<context>
    <name>ExportForm</name>
    <message>
        <source>Export quotes</source>
        <translation>Eksportér citater</translation>
    </message>
    <message>
        <source>Word document (.docx)</source>
        <translation>Worddokument (.docx)</translation>
    </message>
    <message>
        <source>Table (.csv)</source>
        <translation>Tabel (.csv)</translation>
    </message>
    <message>
        <source>Data for programs (.json)</source>
        <translation>Data til programmer (.json)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vælg…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Vælg en fil</translation>
    </message>
    <message>
        <source>There are no quotes to export here.</source>
        <translation>Der er ingen citater at eksportere her.</translation>
    </message>
    <message>
        <source>Name the file.</source>
        <translation>Giv filen et navn.</translation>
    </message>
    <message>
        <source>by tag</source>
        <translation>efter tag</translation>
    </message>
    <message>
        <source>by speaker</source>
        <translation>efter kilde</translation>
    </message>
    <message>
        <source>by article</source>
        <translation>efter artikel</translation>
    </message>
    <message>
        <source>Excel in Danish</source>
        <translation>dansk Excel</translation>
    </message>
    <message>
        <source>Excel in English</source>
        <translation>engelsk Excel</translation>
    </message>
    <message>
        <source>other programs (every text untouched)</source>
        <translation>andre programmer (alle tekster urørt)</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Citater</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Som</translation>
    </message>
    <message>
        <source>Headings</source>
        <translation>Overskrifter</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Til</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>export</source>
        <translation>eksportér</translation>
    </message>
    <message>
        <source>The file is there already and will be replaced.</source>
        <translation>Filen findes allerede og bliver erstattet.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in the article</source>
        <translation>Find i artiklen</translation>
    </message>
    <message>
        <source>next</source>
        <translation>næste</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>ikke fundet</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 fund</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} fund</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
</context>
<context>
    <name>FoundWords</name>
    <message>
        <source>Nothing is marked: search, or find in the article.</source>
        <translation>Intet er markeret: søg overalt, eller find i artiklen.</translation>
    </message>
    <message>
        <source>{n} of {all}</source>
        <translation>{n} af {all}</translation>
    </message>
</context>
<context>
    <name>HelpPage</name>
    <message>
        <source>Help</source>
        <translation>Hjælp</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
</context>
<context>
    <name>ImportReportPanel</name>
    <message>
        <source>What the import met</source>
        <translation>Importen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>fortsæt</translation>
    </message>
    <message>
        <source>compare what is similar</source>
        <translation>sammenlign næsten ens</translation>
    </message>
    <message>
        <source>import attached files</source>
        <translation>importér vedhæftede filer</translation>
    </message>
    <message>
        <source>imported; {percent} % of its text is also in: {title}</source>
        <translation>importeret; {percent} % af teksten findes også i: {title}</translation>
    </message>
    <message>
        <source>was there already</source>
        <translation>findes allerede</translation>
    </message>
    <message>
        <source>1 attached file: {names}</source>
        <translation>1 vedhæftet fil: {names}</translation>
    </message>
    <message>
        <source>{n} attached files: {names}</source>
        <translation>{n} vedhæftede filer: {names}</translation>
    </message>
    <message>
        <source>a new version of an article in the library</source>
        <translation>en ny udgave af en artikel i biblioteket</translation>
    </message>
    <message>
        <source>quotes moved: {n}</source>
        <translation>flyttede citater: {n}</translation>
    </message>
    <message>
        <source>place unsure: {n}</source>
        <translation>usikker placering: {n}</translation>
    </message>
    <message>
        <source>no longer in the article: {n}</source>
        <translation>ikke længere i artiklen: {n}</translation>
    </message>
    <message>
        <source>the pasted text</source>
        <translation>den indsatte tekst</translation>
    </message>
</context>
<context>
    <name>KeysOverlay</name>
    <message>
        <source>Take and tag</source>
        <translation>Gem og tag</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flyt</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Bibliotek</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Vindue</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Genveje</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>Put on or take off a tag</source>
        <translation>Sæt eller fjern et tag</translation>
    </message>
</context>
<context>
    <name>LibraryActions</name>
    <message>
        <source>Chosen quotes</source>
        <translation>Valgte citater</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>citater</translation>
    </message>
    <message>
        <source>Story “{name}”</source>
        <translation>Historien »{name}«</translation>
    </message>
    <message>
        <source>This article</source>
        <translation>Denne artikel</translation>
    </message>
    <message>
        <source>The whole library</source>
        <translation>Hele biblioteket</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>Eksporterer til {name}</translation>
    </message>
    <message>
        <source>Another export is under way; wait for it or cancel it.</source>
        <translation>En anden eksport er i gang; vent på den, eller annuller den.</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Eksporten er annulleret; intet er skrevet.</translation>
    </message>
    <message>
        <source>1 quote exported to {path}</source>
        <translation>1 citat eksporteret til {path}</translation>
    </message>
    <message>
        <source>{n} quotes exported to {path}</source>
        <translation>{n} citater eksporteret til {path}</translation>
    </message>
    <message>
        <source>No quotes exported to {path}</source>
        <translation>Ingen citater eksporteret til {path}</translation>
    </message>
    <message>
        <source>1 was left out because it is off the record.</source>
        <translation>1 citat er udeladt: off the record (må ikke citeres).</translation>
    </message>
    <message>
        <source>{n} were left out because they are off the record.</source>
        <translation>{n} citater er udeladt: off the record (må ikke citeres).</translation>
    </message>
    <message>
        <source>A large change is being undone</source>
        <translation>En stor ændring fortrydes</translation>
    </message>
    <message>
        <source>A large change is being done again</source>
        <translation>En stor ændring udføres igen</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Der er intet at fortryde.</translation>
    </message>
    <message>
        <source>There is nothing to do again.</source>
        <translation>Der er intet at annullere.</translation>
    </message>
    <message>
        <source>All is saved. Every change is on disk as it is made.</source>
        <translation>Alt er gemt. Hver ændring gemmes på disken med det samme.</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>vælg</translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <source>Everything is written at {n} %.</source>
        <translation>Alt skrives med {n} %.</translation>
    </message>
    <message>
        <source>Letters at {n} %.</source>
        <translation>Bogstaver på {n} %.</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>All suggestions are gone through.</source>
        <translation>Alle forslag er gennemgået.</translation>
    </message>
    <message>
        <source>N: next article with suggestions ({n} left)</source>
        <translation>N: næste artikel med forslag ({n} tilbage)</translation>
    </message>
    <message>
        <source>No article has any left.</source>
        <translation>Ingen artikler har forslag tilbage.</translation>
    </message>
    <message>
        <source>No article has open suggestions.</source>
        <translation>Ingen artikler har forslag tilbage.</translation>
    </message>
    <message>
        <source>There is no place to go to.</source>
        <translation>Der er ikke noget sted at gå til.</translation>
    </message>
</context>
<context>
    <name>NarrowingPane</name>
    <message>
        <source>Narrow down</source>
        <translation>Afgræns</translation>
    </message>
</context>
<context>
    <name>NewNote</name>
    <message>
        <source>New note or interview</source>
        <translation>Ny note eller nyt interview</translation>
    </message>
    <message>
        <source>– What was said, says Name Surname.

Quotes are found as in an article.</source>
        <translation>– Det, der blev sagt, siger Navn Navnesen.

Citater findes som i en artikel.</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Rubrik</translation>
    </message>
    <message>
        <source>Text type</source>
        <translation>Teksttype</translation>
    </message>
    <message>
        <source>Said to</source>
        <translation>Sagt til</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Dato</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Tekst</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Der er ingen tekst endnu.</translation>
    </message>
    <message>
        <source>This is no day. Write it like 24.10.2018 or leave the field empty.</source>
        <translation>Det er ikke en dato. Skriv den som 24.10.2018, eller lad feltet stå tomt.</translation>
    </message>
</context>
<context>
    <name>PageAddress</name>
    <message>
        <source>Import a web page</source>
        <translation>Importér en webside</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>The page is fetched over the net when you press Enter: its site sees this computer&apos;s address. Pictures, scripts and links are left alone.</source>
        <translation>Siden hentes over nettet, når der trykkes Enter: webstedet kan se denne computers adresse. Billeder, scripts og links bliver ikke hentet.</translation>
    </message>
    <message>
        <source>fetch and import</source>
        <translation>hent og importér</translation>
    </message>
    <message>
        <source>There is no address yet.</source>
        <translation>Der er ingen adresse endnu.</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>No article is open.</source>
        <translation>Ingen artikel er åben.</translation>
    </message>
    <message>
        <source>An import goes on; wait for it or cancel it.</source>
        <translation>En import er i gang; vent på den, eller annullér den.</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Commands</source>
        <translation>Kommandoer</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>vælg</translation>
    </message>
    <message>
        <source>do</source>
        <translation>udfør</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Hvad vil du gøre?</translation>
    </message>
    <message>
        <source>{shown} of {n} commands</source>
        <translation>{shown} af {n} kommandoer</translation>
    </message>
</context>
<context>
    <name>PeopleKeeping</name>
    <message>
        <source>choose</source>
        <translation>vælg</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>Merge speakers</source>
        <translation>Slå kilder sammen</translation>
    </message>
    <message>
        <source>Rename the speaker</source>
        <translation>Omdøb kilde</translation>
    </message>
    <message>
        <source>Part a name form</source>
        <translation>Skil navneform ud</translation>
    </message>
    <message>
        <source>Which speaker?</source>
        <translation>Hvilken kilde?</translation>
    </message>
    <message>
        <source>Who is “{name}”?</source>
        <translation>Hvem er »{name}«?</translation>
    </message>
    <message>
        <source>New name for “{name}”</source>
        <translation>Nyt navn til »{name}«</translation>
    </message>
    <message>
        <source>Which name form is somebody else than “{name}”?</source>
        <translation>Hvilken navneform er en anden end »{name}«?</translation>
    </message>
    <message>
        <source>also {names}</source>
        <translation>også {names}</translation>
    </message>
    <message>
        <source>“{name}” is there already: merge the two</source>
        <translation>»{name}« findes allerede: slå de to sammen</translation>
    </message>
    <message>
        <source>Rename “{name}” to “{new_name}”</source>
        <translation>Omdøb »{name}« til »{new_name}«</translation>
    </message>
</context>
<context>
    <name>QuoteCard</name>
    <message>
        <source>Quote</source>
        <translation>Citat</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Forslag</translation>
    </message>
    <message>
        <source>Weak suggestion</source>
        <translation>Usikkert forslag</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} af {total}</translation>
    </message>
    <message>
        <source>to {medium}</source>
        <translation>til {medium}</translation>
    </message>
    <message>
        <source>Nothing in hand.</source>
        <translation>Intet citat valgt.</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Markering</translation>
    </message>
    <message>
        <source>No quotes found.</source>
        <translation>Ingen citater fundet.</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>kilde</translation>
    </message>
    <message>
        <source>dismiss</source>
        <translation>forkast</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>fjern</translation>
    </message>
    <message>
        <source>next suggestion</source>
        <translation>næste forslag</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>sætning</translation>
    </message>
</context>
<context>
    <name>QuoteFields</name>
    <message>
        <source>the article&apos;s medium</source>
        <translation>artiklens medie</translation>
    </message>
    <message>
        <source>to</source>
        <translation>til</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Role in the article</source>
        <translation>Titel i artiklen</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Said to</source>
        <translation>Sagt til</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Aftale med kilden</translation>
    </message>
    <message>
        <source>Note on the quote</source>
        <translation>Note til citatet</translation>
    </message>
    <message>
        <source>Unknown speaker</source>
        <translation>Ukendt kilde</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>unknown speaker</source>
        <translation>ukendt kilde</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>uden tag</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>forslag</translation>
    </message>
    <message>
        <source>weak suggestion</source>
        <translation>usikkert forslag</translation>
    </message>
    <message>
        <source>weak</source>
        <translation>usikkert</translation>
    </message>
    <message>
        <source>undoes</source>
        <translation>fortryder</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>Artikel</translation>
    </message>
</context>
<context>
    <name>Recutting</name>
    <message>
        <source>The boundary cannot be moved further.</source>
        <translation>Grænsen kan ikke flyttes længere.</translation>
    </message>
</context>
<context>
    <name>RescuePage</name>
    <message>
        <source>The library is damaged</source>
        <translation>Biblioteket er beskadiget</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>gendan</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>{path} cannot be read as it is ({reason}). Nothing was changed in it, and nothing is deleted.</source>
        <translation>{path} kan ikke læses, som den er ({reason}). Intet er ændret i den, og intet bliver slettet.</translation>
    </message>
    <message>
        <source>Looking for the newest backup that is whole …</source>
        <translation>Leder efter den nyeste sikkerhedskopi, der er hel …</translation>
    </message>
    <message>
        <source>The damaged file is kept beside the library. What is newer in it is taken over where it can be proved to be whole.</source>
        <translation>Den beskadigede fil bliver liggende ved siden af biblioteket. Det, der er nyere i den, følger med, hvor det beviseligt er helt.</translation>
    </message>
    <message>
        <source>The newest backup that is whole</source>
        <translation>Den nyeste sikkerhedskopi, der er hel</translation>
    </message>
    <message>
        <source>No whole backup of it was found in {path}. If one lies elsewhere, this brings it back: kdcurator restore FILE</source>
        <translation>Der blev ikke fundet en hel sikkerhedskopi i {path}. Hvis der ligger en et andet sted, gendannes den med: kdcurator restore FIL</translation>
    </message>
    <message>
        <source>What can still be read of it may be whole: then work can go on with that. The damaged file is kept.</source>
        <translation>Det, der stadig kan læses, er måske helt; så kan der arbejdes videre med det. Den beskadigede fil bliver liggende.</translation>
    </message>
    <message>
        <source>try</source>
        <translation>prøv</translation>
    </message>
    <message>
        <source>The library is being brought back …</source>
        <translation>Biblioteket gendannes …</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Search the whole library</source>
        <translation>Søg overalt</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Resultater</translation>
    </message>
    <message>
        <source>No quotes like it in other articles</source>
        <translation>Ingen citater, der ligner, i andre artikler</translation>
    </message>
    <message>
        <source>1 quote like it</source>
        <translation>1 citat, der ligner</translation>
    </message>
    <message>
        <source>{n} quotes like it</source>
        <translation>{n} citater, der ligner</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ingen fund</translation>
    </message>
    <message>
        <source>1 result so far</source>
        <translation>1 fund indtil nu</translation>
    </message>
    <message>
        <source>{n} results so far</source>
        <translation>{n} fund indtil nu</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 fund</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} fund</translation>
    </message>
    <message>
        <source>Showing results for “{meant}”; nothing matches “{typed}”.</source>
        <translation>Viser fund for »{meant}«; intet svarer til »{typed}«.</translation>
    </message>
    <message>
        <source>Search is not ready yet: the newest are shown, and there may be more.</source>
        <translation>Søgningen er ikke klar endnu: de nyeste fund vises, og der kan være flere.</translation>
    </message>
    <message>
        <source>Try fewer words, or the beginning of one with * behind it.</source>
        <translation>Prøv færre ord, eller begyndelsen af et ord med * efter.</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>No saved quote is in hand: Enter saves this one first.</source>
        <translation>Intet gemt citat er valgt: Enter gemmer dette først.</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>Søger</translation>
    </message>
    <message>
        <source>Search is not being made ready.</source>
        <translation>Søgningen gøres ikke klar lige nu.</translation>
    </message>
</context>
<context>
    <name>Similar</name>
    <message>
        <source>Similar articles are being looked for</source>
        <translation>Der ledes efter næsten ens artikler</translation>
    </message>
    <message>
        <source>No articles are much like each other.</source>
        <translation>Ingen artikler ligner hinanden nok til at blive vist.</translation>
    </message>
</context>
<context>
    <name>SimilarPage</name>
    <message>
        <source>{percent} % of the shorter text stands in the other one too.</source>
        <translation>{percent} % af den korteste tekst står også i den anden.</translation>
    </message>
    <message>
        <source>Underlined: only here.</source>
        <translation>Understreget: kun her.</translation>
    </message>
    <message>
        <source>The first part of the long text is shown.</source>
        <translation>Den lange tekst vises kun i begyndelsen.</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} af {total}</translation>
    </message>
    <message>
        <source>The two texts are being compared …</source>
        <translation>De to tekster sammenlignes …</translation>
    </message>
    <message>
        <source>Similar articles</source>
        <translation>Næsten ens artikler</translation>
    </message>
    <message>
        <source>No similar articles are left to decide on.</source>
        <translation>Der er ikke flere næsten ens artikler at tage stilling til.</translation>
    </message>
    <message>
        <source>The earlier article</source>
        <translation>Den første artikel</translation>
    </message>
    <message>
        <source>The later article</source>
        <translation>Den seneste artikel</translation>
    </message>
    <message>
        <source>keep both</source>
        <translation>behold begge</translation>
    </message>
    <message>
        <source>next</source>
        <translation>næste</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>forrige</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>fortryd</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
</context>
<context>
    <name>Speakers</name>
    <message>
        <source>There are no two speakers yet: save what they say first.</source>
        <translation>Der er ikke to kilder endnu: gem først, hvad de siger.</translation>
    </message>
    <message>
        <source>There are no speakers yet: save what somebody says first.</source>
        <translation>Der er ingen kilder endnu: gem først, hvad nogen siger.</translation>
    </message>
    <message>
        <source>No speaker has more than one name form.</source>
        <translation>Ingen kilde har mere end én navneform.</translation>
    </message>
</context>
<context>
    <name>StandingLine</name>
    <message>
        <source>decide</source>
        <translation>tag stilling</translation>
    </message>
    <message>
        <source>stands here</source>
        <translation>står her</translation>
    </message>
    <message>
        <source>give up</source>
        <translation>opgiv</translation>
    </message>
    <message>
        <source>Mark where this stands now:</source>
        <translation>Markér, hvor dette står nu:</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Status line</source>
        <translation>Statuslinje</translation>
    </message>
    <message>
        <source>All is saved</source>
        <translation>Alt er gemt</translation>
    </message>
    <message>
        <source>H:mm</source>
        <translation>H.mm</translation>
    </message>
    <message>
        <source>All is saved {time}</source>
        <translation>Alt er gemt {time}</translation>
    </message>
</context>
<context>
    <name>Stories</name>
    <message>
        <source>No story is current. H chooses one or makes a new one.</source>
        <translation>Ingen historie er valgt. H vælger en eller opretter en ny.</translation>
    </message>
</context>
<context>
    <name>StoryLine</name>
    <message>
        <source>Story:</source>
        <translation>Historie:</translation>
    </message>
    <message>
        <source>No story chosen</source>
        <translation>Ingen aktuel historie</translation>
    </message>
    <message>
        <source>Switch the story</source>
        <translation>Skift historie</translation>
    </message>
    <message>
        <source>deadline passed {day}</source>
        <translation>deadline overskredet {day}</translation>
    </message>
    <message>
        <source>deadline {day}</source>
        <translation>deadline {day}</translation>
    </message>
</context>
<context>
    <name>StorySwitch</name>
    <message>
        <source>Stories</source>
        <translation>Historier</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>skift</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>Current story</source>
        <translation>Aktuel historie</translation>
    </message>
    <message>
        <source>Name of a story</source>
        <translation>Navnet på en historie</translation>
    </message>
    <message>
        <source>current</source>
        <translation>aktuel</translation>
    </message>
    <message>
        <source>No story</source>
        <translation>Ingen historie</translation>
    </message>
    <message>
        <source>New story “{name}”</source>
        <translation>Ny historie »{name}«</translation>
    </message>
</context>
<context>
    <name>TagKeeping</name>
    <message>
        <source>choose</source>
        <translation>vælg</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>Rename a tag</source>
        <translation>Omdøb et tag</translation>
    </message>
    <message>
        <source>Merge tags</source>
        <translation>Slå tags sammen</translation>
    </message>
    <message>
        <source>Change a tag&apos;s key</source>
        <translation>Skift genvej for et tag</translation>
    </message>
    <message>
        <source>Delete a tag</source>
        <translation>Slet et tag</translation>
    </message>
    <message>
        <source>Which tag?</source>
        <translation>Hvilket tag?</translation>
    </message>
    <message>
        <source>New name for “{name}”</source>
        <translation>Nyt navn til »{name}«</translation>
    </message>
    <message>
        <source>Which tag takes the quotes of “{name}”?</source>
        <translation>Hvilket tag skal have citaterne fra »{name}«?</translation>
    </message>
    <message>
        <source>Which key for “{name}”?</source>
        <translation>Hvilken genvej skal »{name}« have?</translation>
    </message>
    <message>
        <source>“{name}” is there already: merge the two</source>
        <translation>»{name}« findes allerede: slå de to sammen</translation>
    </message>
    <message>
        <source>Rename “{name}” to “{new_name}”</source>
        <translation>Omdøb »{name}« til »{new_name}«</translation>
    </message>
    <message>
        <source>free</source>
        <translation>fri</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Ingen genvej</translation>
    </message>
</context>
<context>
    <name>TagList</name>
    <message>
        <source>There are no tags yet. T makes one.</source>
        <translation>Der er ingen tags endnu. T opretter et.</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Quote and tags</source>
        <translation>Citat og tags</translation>
    </message>
    <message>
        <source>find tag</source>
        <translation>find tag</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Has also said</source>
        <translation>Har også sagt</translation>
    </message>
    <message>
        <source>No other saved quotes by this speaker yet.</source>
        <translation>Ingen andre gemte citater fra denne kilde endnu.</translation>
    </message>
</context>
<context>
    <name>TagPicker</name>
    <message>
        <source>put tag on</source>
        <translation>sæt tag</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Find tag</translation>
    </message>
    <message>
        <source>Name of a tag</source>
        <translation>Navnet på et tag</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>Nyt tag »{name}«</translation>
    </message>
    <message>
        <source>as in this article</source>
        <translation>som i artiklen</translation>
    </message>
    <message>
        <source>as this speaker before</source>
        <translation>som kilden før</translation>
    </message>
    <message>
        <source>for “{word}”</source>
        <translation>fordi der står »{word}«</translation>
    </message>
</context>
<context>
    <name>TagStrip</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
</context>
<context>
    <name>Tagging</name>
    <message>
        <source>No tag is on key {digit}. T finds one or makes a new one.</source>
        <translation>Der er intet tag på {digit}. T finder et eller opretter et nyt.</translation>
    </message>
    <message>
        <source>No quote has been saved yet.</source>
        <translation>Der er ikke gemt et citat endnu.</translation>
    </message>
    <message>
        <source>One more tag on the quote just saved: 1–9.</source>
        <translation>Et tag mere på det citat, der lige er gemt: 1–9.</translation>
    </message>
    <message>
        <source>No tag has been put on yet.</source>
        <translation>Der er ikke sat et tag endnu.</translation>
    </message>
    <message>
        <source>No tag is suggested: nothing like it has been tagged yet.</source>
        <translation>Intet tag foreslås: der er ikke tagget noget lignende endnu.</translation>
    </message>
</context>
<context>
    <name>Taking</name>
    <message>
        <source>The quote is saved already.</source>
        <translation>Citatet er allerede gemt.</translation>
    </message>
    <message>
        <source>No strong suggestions are left in this article.</source>
        <translation>Der er ingen sikre forslag tilbage i artiklen.</translation>
    </message>
    <message>
        <source>No strong suggestions are left in the chosen articles.</source>
        <translation>Der er ingen sikre forslag tilbage i de valgte artikler.</translation>
    </message>
    <message>
        <source>No suggestion is in hand. N takes the next one.</source>
        <translation>Intet forslag er valgt. N: næste forslag.</translation>
    </message>
    <message>
        <source>No saved quote is in hand.</source>
        <translation>Intet gemt citat er valgt.</translation>
    </message>
    <message>
        <source>No article is open.</source>
        <translation>Ingen artikel er åben.</translation>
    </message>
    <message>
        <source>After a tag the next suggestion now comes in hand by itself.</source>
        <translation>Efter et tag vælges næste forslag nu af sig selv.</translation>
    </message>
    <message>
        <source>After a tag the quote now stays in hand; N goes on.</source>
        <translation>Efter et tag bliver citatet nu valgt; N går videre.</translation>
    </message>
    <message>
        <source>The chosen articles have no saved quotes. {key} saves strong ones.</source>
        <translation>De valgte artikler har ingen gemte citater. {key} gemmer de sikre forslag.</translation>
    </message>
    <message>
        <source>Nothing is in hand. N takes a suggestion, S a sentence.</source>
        <translation>Intet er valgt. N: næste forslag. S: sætningen ved markøren.</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>Import</source>
        <translation>Importér</translation>
    </message>
    <message>
        <source>No import goes on.</source>
        <translation>Der er ingen import i gang.</translation>
    </message>
    <message>
        <source>Nothing is attached to the mails imported last.</source>
        <translation>Der er intet vedhæftet de mails, der sidst blev importeret.</translation>
    </message>
    <message>
        <source>There is no text on the clipboard.</source>
        <translation>Der er ingen tekst i udklipsholderen.</translation>
    </message>
    <message>
        <source>The draft is kept. {key} goes on with it.</source>
        <translation>Udkastet er lagt til side. {key} fortsætter.</translation>
    </message>
    <message>
        <source>1 article came in from the watched folder.</source>
        <translation>1 artikel er kommet ind fra den overvågede mappe.</translation>
    </message>
    <message>
        <source>{n} articles came in from the watched folder.</source>
        <translation>{n} artikler er kommet ind fra den overvågede mappe.</translation>
    </message>
    <message>
        <source>1 file more could not be read.</source>
        <translation>1 fil mere kunne ikke læses.</translation>
    </message>
    <message>
        <source>{n} files more could not be read.</source>
        <translation>{n} filer mere kunne ikke læses.</translation>
    </message>
    <message>
        <source>1 quote is to be checked: {key}.</source>
        <translation>1 citat skal ses efter: {key}.</translation>
    </message>
    <message>
        <source>{n} quotes are to be checked: {key}.</source>
        <translation>{n} citater skal ses efter: {key}.</translation>
    </message>
    <message>
        <source>The article has the whole text of its page already.</source>
        <translation>Artiklen har allerede hele sidens tekst.</translation>
    </message>
    <message>
        <source>The article has the whole text of its page now.</source>
        <translation>Artiklen har nu hele sidens tekst.</translation>
    </message>
    <message>
        <source>1 article imported.</source>
        <translation>1 artikel importeret.</translation>
    </message>
    <message>
        <source>{n} articles imported.</source>
        <translation>{n} artikler importeret.</translation>
    </message>
    <message>
        <source>1 article has a new version.</source>
        <translation>1 artikel har fået en ny udgave.</translation>
    </message>
    <message>
        <source>{n} articles have a new version.</source>
        <translation>{n} artikler har fået en ny udgave.</translation>
    </message>
    <message>
        <source>1 was there already.</source>
        <translation>1 findes allerede.</translation>
    </message>
    <message>
        <source>{n} were there already.</source>
        <translation>{n} findes allerede.</translation>
    </message>
    <message>
        <source>1 quote saved.</source>
        <translation>1 citat gemt.</translation>
    </message>
    <message>
        <source>{n} quotes saved.</source>
        <translation>{n} citater gemt.</translation>
    </message>
    <message>
        <source>1 tag made.</source>
        <translation>1 tag oprettet.</translation>
    </message>
    <message>
        <source>{n} tags made.</source>
        <translation>{n} tags oprettet.</translation>
    </message>
    <message>
        <source>All its tags were there already.</source>
        <translation>Alle dens tags fandtes allerede.</translation>
    </message>
    <message>
        <source>1 attached file.</source>
        <translation>1 vedhæftet fil.</translation>
    </message>
    <message>
        <source>{n} attached files.</source>
        <translation>{n} vedhæftede filer.</translation>
    </message>
    <message>
        <source>1 file holds several articles.</source>
        <translation>1 fil rummer flere artikler.</translation>
    </message>
    <message>
        <source>{n} files hold several articles.</source>
        <translation>{n} filer rummer flere artikler.</translation>
    </message>
    <message>
        <source>1 file could not be read.</source>
        <translation>1 fil kunne ikke læses.</translation>
    </message>
    <message>
        <source>{n} files could not be read.</source>
        <translation>{n} filer kunne ikke læses.</translation>
    </message>
</context>
<context>
    <name>Told</name>
    <message>
        <source>What is here now is backed up first, and can be brought back in the same way.</source>
        <translation>Det, der er her nu, sikkerhedskopieres først og kan gendannes på samme måde.</translation>
    </message>
    <message>
        <source>Being compared with what is here now …</source>
        <translation>Sammenlignes med det, der er her nu …</translation>
    </message>
</context>
<context>
    <name>VersionModel</name>
    <message>
        <source>{n} characters</source>
        <translation>{n} tegn</translation>
    </message>
    <message>
        <source>as it is now</source>
        <translation>som den er nu</translation>
    </message>
    <message>
        <source>1 paragraph is another now</source>
        <translation>1 afsnit er anderledes nu</translation>
    </message>
    <message>
        <source>{n} paragraphs are others now</source>
        <translation>{n} afsnit er anderledes nu</translation>
    </message>
    <message>
        <source>all of it is there now</source>
        <translation>alt i den er der stadig</translation>
    </message>
</context>
<context>
    <name>VersionsPage</name>
    <message>
        <source>Versions of the text</source>
        <translation>Tekstens udgaver</translation>
    </message>
    <message>
        <source>The version&apos;s text</source>
        <translation>Udgavens tekst</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Udgaver</translation>
    </message>
    <message>
        <source>bring this version back</source>
        <translation>bring udgaven tilbage</translation>
    </message>
    <message>
        <source>1 version</source>
        <translation>1 udgave</translation>
    </message>
    <message>
        <source>{n} versions</source>
        <translation>{n} udgaver</translation>
    </message>
</context>
<context>
    <name>Watched</name>
    <message>
        <source>No folder is watched any more.</source>
        <translation>Ingen mappe overvåges længere.</translation>
    </message>
    <message>
        <source>What is saved in {path} is imported from now on.</source>
        <translation>Det, der gemmes i {path}, importeres fra nu af.</translation>
    </message>
    <message>
        <source>The watched folder is not there now: {path}. It is looked for again.</source>
        <translation>Den overvågede mappe er der ikke lige nu: {path}. Importen fortsætter, når den er der igen.</translation>
    </message>
</context>
<context>
    <name>WatchedFolderForm</name>
    <message>
        <source>Watched folder</source>
        <translation>Overvåget mappe</translation>
    </message>
    <message>
        <source>What is saved in this folder is imported by itself, and a file that is changed gives its article a new version. The files stay where they are; folders in the folder are left alone.</source>
        <translation>Det, der gemmes i mappen, importeres af sig selv, og en fil, der ændres, giver sin artikel en ny udgave. Filerne bliver, hvor de er; undermapper er ikke med.</translation>
    </message>
    <message>
        <source>no folder</source>
        <translation>ingen mappe</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Vælg en mappe</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Vælg…</translation>
    </message>
    <message>
        <source>watch it</source>
        <translation>overvåg den</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Mappe</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>Choose a folder, or take the tick off.</source>
        <translation>Vælg en mappe, eller fjern fluebenet.</translation>
    </message>
    <message>
        <source>The library itself lies there. Choose another folder.</source>
        <translation>Der ligger selve biblioteket. Vælg en anden mappe.</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Empty library</source>
        <translation>Tomt bibliotek</translation>
    </message>
    <message>
        <source>No articles yet.</source>
        <translation>Ingen artikler endnu.</translation>
    </message>
    <message>
        <source>Bring the first texts in. kdcurator finds the quotes and who says them; what is kept is for the journalist to choose.</source>
        <translation>Læg de første tekster ind. kdcurator finder citaterne og hvem der siger dem; du vælger, hvad der gemmes.</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Nothing is sent.</source>
        <translation>Alt bliver på denne computer. Der sendes intet ud.</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>Træk filer hertil</translation>
    </message>
    <message>
        <source>or choose them: whole folders too</source>
        <translation>eller vælg dem – også hele mapper</translation>
    </message>
    <message>
        <source>Paste an article</source>
        <translation>Indsæt en artikel</translation>
    </message>
    <message>
        <source>the text copied from the web or a mail</source>
        <translation>den tekst, der er kopieret fra nettet eller en mail</translation>
    </message>
    <message>
        <source>Open the sample articles</source>
        <translation>Åbn eksempelartiklerne</translation>
    </message>
    <message>
        <source>ten invented ones, to try things out first</source>
        <translation>ti opdigtede, til at prøve med først</translation>
    </message>
</context>
<context>
    <name>Workings</name>
    <message>
        <source>Empty library</source>
        <translation>Tomt bibliotek</translation>
    </message>
</context>
<context>
    <name>_Heading</name>
    <message>
        <source>Filter the list</source>
        <translation>Afgræns listen</translation>
    </message>
</context>
<context>
    <name>_Keys</name>
    <message>
        <source>Keys of this moment</source>
        <translation>Genveje lige nu</translation>
    </message>
</context>
<context>
    <name>_MessageLine</name>
    <message>
        <source>undoes</source>
        <translation>fortryder</translation>
    </message>
</context>
<context>
    <name>_Progress</name>
    <message>
        <source>Progress</source>
        <translation>Fremdrift</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuller</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} af {total}</translation>
    </message>
</context>
<context>
    <name>_Side</name>
    <message>
        <source>delete this one</source>
        <translation>slet denne</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Put on or take off the tag on {n}</source>
        <translation>Sæt eller fjern tagget på {n}</translation>
    </message>
    <message>
        <source>save with tag</source>
        <translation>gem med tag</translation>
    </message>
    <message>
        <source>Find a tag…</source>
        <translation>Find tag…</translation>
    </message>
    <message>
        <source>find tag</source>
        <translation>find tag</translation>
    </message>
    <message>
        <source>One more tag on the quote just saved</source>
        <translation>Sæt et tag mere på det citat, der lige er gemt</translation>
    </message>
    <message>
        <source>one more tag</source>
        <translation>et tag mere</translation>
    </message>
    <message>
        <source>Put on the suggested tag</source>
        <translation>Sæt det foreslåede tag</translation>
    </message>
    <message>
        <source>suggested tag</source>
        <translation>foreslået tag</translation>
    </message>
    <message>
        <source>Put on the same tags again</source>
        <translation>Sæt samme tags igen</translation>
    </message>
    <message>
        <source>same tags</source>
        <translation>samme tags</translation>
    </message>
    <message>
        <source>Save without a tag</source>
        <translation>Gem uden tag</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>Dismiss the suggestion</source>
        <translation>Forkast forslag</translation>
    </message>
    <message>
        <source>dismiss</source>
        <translation>forkast</translation>
    </message>
    <message>
        <source>Save all strong suggestions of the article</source>
        <translation>Gem alle sikre forslag i artiklen</translation>
    </message>
    <message>
        <source>save all strong</source>
        <translation>gem alle sikre</translation>
    </message>
    <message>
        <source>Remove the saved quote</source>
        <translation>Fjern det gemte citat</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>fjern</translation>
    </message>
    <message>
        <source>Set the speaker…</source>
        <translation>Sæt kilde…</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>kilde</translation>
    </message>
    <message>
        <source>Split the quote at the caret</source>
        <translation>Del citatet ved markøren</translation>
    </message>
    <message>
        <source>split</source>
        <translation>del</translation>
    </message>
    <message>
        <source>Join with the next quote</source>
        <translation>Saml med det næste citat</translation>
    </message>
    <message>
        <source>join</source>
        <translation>saml</translation>
    </message>
    <message>
        <source>Why is this suggested?</source>
        <translation>Vis begrundelse for forslaget</translation>
    </message>
    <message>
        <source>why</source>
        <translation>begrundelse</translation>
    </message>
    <message>
        <source>Note on the quote…</source>
        <translation>Skriv note til citatet…</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>Mark the quote as used</source>
        <translation>Markér citatet som brugt</translation>
    </message>
    <message>
        <source>used</source>
        <translation>brugt</translation>
    </message>
    <message>
        <source>Copy the quote</source>
        <translation>Kopiér citat</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>kopiér</translation>
    </message>
    <message>
        <source>Copy with source line and link</source>
        <translation>Kopiér med kildeangivelse</translation>
    </message>
    <message>
        <source>copy with source</source>
        <translation>kopiér med kildeangivelse</translation>
    </message>
    <message>
        <source>Go on after tagging: on or off</source>
        <translation>Gå videre efter tag: til eller fra</translation>
    </message>
    <message>
        <source>go on after tagging</source>
        <translation>gå videre efter tag</translation>
    </message>
    <message>
        <source>Next suggestion</source>
        <translation>Næste forslag</translation>
    </message>
    <message>
        <source>next</source>
        <translation>næste</translation>
    </message>
    <message>
        <source>Previous suggestion</source>
        <translation>Forrige forslag</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>forrige</translation>
    </message>
    <message>
        <source>Next article</source>
        <translation>Næste artikel</translation>
    </message>
    <message>
        <source>next article</source>
        <translation>næste artikel</translation>
    </message>
    <message>
        <source>Previous article</source>
        <translation>Forrige artikel</translation>
    </message>
    <message>
        <source>previous article</source>
        <translation>forrige artikel</translation>
    </message>
    <message>
        <source>Select the sentence at the caret, or the next one</source>
        <translation>Markér sætningen ved markøren, eller den næste</translation>
    </message>
    <message>
        <source>sentence</source>
        <translation>sætning</translation>
    </message>
    <message>
        <source>Extend by a sentence</source>
        <translation>Udvid med en sætning</translation>
    </message>
    <message>
        <source>extend</source>
        <translation>udvid</translation>
    </message>
    <message>
        <source>Shorten by a sentence</source>
        <translation>Forkort med en sætning</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>forkort</translation>
    </message>
    <message>
        <source>Move the end on by a word</source>
        <translation>Udvid slutningen med et ord</translation>
    </message>
    <message>
        <source>end on</source>
        <translation>slutning frem</translation>
    </message>
    <message>
        <source>Move the end back by a word</source>
        <translation>Forkort slutningen med et ord</translation>
    </message>
    <message>
        <source>end back</source>
        <translation>slutning tilbage</translation>
    </message>
    <message>
        <source>Move the start on by a word</source>
        <translation>Forkort begyndelsen med et ord</translation>
    </message>
    <message>
        <source>start on</source>
        <translation>begyndelse frem</translation>
    </message>
    <message>
        <source>Move the start back by a word</source>
        <translation>Udvid begyndelsen med et ord</translation>
    </message>
    <message>
        <source>start back</source>
        <translation>begyndelse tilbage</translation>
    </message>
    <message>
        <source>Move the start on by a sentence</source>
        <translation>Forkort begyndelsen med en sætning</translation>
    </message>
    <message>
        <source>Move the start back by a sentence</source>
        <translation>Udvid begyndelsen med en sætning</translation>
    </message>
    <message>
        <source>Next of the quotes that overlap here</source>
        <translation>Næste af de citater, der overlapper her</translation>
    </message>
    <message>
        <source>next overlapping</source>
        <translation>næste overlappende</translation>
    </message>
    <message>
        <source>Back after a jump</source>
        <translation>Tilbage efter et spring</translation>
    </message>
    <message>
        <source>back</source>
        <translation>tilbage</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Frem igen</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>frem</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Næste rude</translation>
    </message>
    <message>
        <source>next pane</source>
        <translation>næste rude</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Forrige rude</translation>
    </message>
    <message>
        <source>previous pane</source>
        <translation>forrige rude</translation>
    </message>
    <message>
        <source>One step out</source>
        <translation>Et trin ud</translation>
    </message>
    <message>
        <source>out</source>
        <translation>ud</translation>
    </message>
    <message>
        <source>Search the whole library</source>
        <translation>Søg overalt</translation>
    </message>
    <message>
        <source>search</source>
        <translation>søg</translation>
    </message>
    <message>
        <source>More quotes like this one</source>
        <translation>Flere citater som dette</translation>
    </message>
    <message>
        <source>more like this</source>
        <translation>flere som dette</translation>
    </message>
    <message>
        <source>Find in the article</source>
        <translation>Find i artiklen</translation>
    </message>
    <message>
        <source>find</source>
        <translation>find</translation>
    </message>
    <message>
        <source>Next word that was found</source>
        <translation>Næste fundne ord</translation>
    </message>
    <message>
        <source>next found</source>
        <translation>næste fundne ord</translation>
    </message>
    <message>
        <source>Previous word that was found</source>
        <translation>Forrige fundne ord</translation>
    </message>
    <message>
        <source>previous found</source>
        <translation>forrige fundne ord</translation>
    </message>
    <message>
        <source>Narrow down what was found</source>
        <translation>Afgræns det fundne</translation>
    </message>
    <message>
        <source>narrow down</source>
        <translation>afgræns</translation>
    </message>
    <message>
        <source>Make search ready anew</source>
        <translation>Gør søgningen klar på ny</translation>
    </message>
    <message>
        <source>search anew</source>
        <translation>søgning på ny</translation>
    </message>
    <message>
        <source>Stop making search ready</source>
        <translation>Stop med at gøre søgningen klar</translation>
    </message>
    <message>
        <source>stop making ready</source>
        <translation>stop klargøring</translation>
    </message>
    <message>
        <source>Filter the article list…</source>
        <translation>Afgræns artikellisten…</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>afgræns</translation>
    </message>
    <message>
        <source>Every command by name</source>
        <translation>Vis kommandoer</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>kommandoer</translation>
    </message>
    <message>
        <source>The keys of this moment</source>
        <translation>Vis genveje</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>genveje</translation>
    </message>
    <message>
        <source>Help: what is suggested, and why?</source>
        <translation>Hjælp: Hvad foreslås, og hvorfor?</translation>
    </message>
    <message>
        <source>help on searching</source>
        <translation>hjælp til søgning</translation>
    </message>
    <message>
        <source>Help: what can be imported, and how?</source>
        <translation>Hjælp: Hvad kan importeres, og hvordan?</translation>
    </message>
    <message>
        <source>help on importing</source>
        <translation>hjælp til import</translation>
    </message>
    <message>
        <source>Help: where the work lies, and how to get it back</source>
        <translation>Hjælp: Hvor ligger arbejdet, og hvordan fås det tilbage?</translation>
    </message>
    <message>
        <source>help on backups</source>
        <translation>hjælp om sikkerhedskopier</translation>
    </message>
    <message>
        <source>Watched folder…</source>
        <translation>Overvåget mappe…</translation>
    </message>
    <message>
        <source>watched folder</source>
        <translation>overvåget mappe</translation>
    </message>
    <message>
        <source>The article&apos;s details, or those of all chosen…</source>
        <translation>Oplysninger om artiklen eller alle valgte…</translation>
    </message>
    <message>
        <source>help</source>
        <translation>hjælp</translation>
    </message>
    <message>
        <source>Help: what can be searched, and how?</source>
        <translation>Hjælp: Hvad kan søges, og hvordan?</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importér…</translation>
    </message>
    <message>
        <source>import</source>
        <translation>importér</translation>
    </message>
    <message>
        <source>Import a web page…</source>
        <translation>Importér en webside…</translation>
    </message>
    <message>
        <source>web page</source>
        <translation>webside</translation>
    </message>
    <message>
        <source>Import the files attached to mails</source>
        <translation>Importér vedhæftede filer fra mails</translation>
    </message>
    <message>
        <source>attached files</source>
        <translation>vedhæftede filer</translation>
    </message>
    <message>
        <source>Take the whole text of the page</source>
        <translation>Hent hele sidens tekst</translation>
    </message>
    <message>
        <source>whole page text</source>
        <translation>hele sidens tekst</translation>
    </message>
    <message>
        <source>Cancel the import</source>
        <translation>Annuller importen</translation>
    </message>
    <message>
        <source>cancel import</source>
        <translation>annuller import</translation>
    </message>
    <message>
        <source>Paste as a new article</source>
        <translation>Indsæt som ny artikel</translation>
    </message>
    <message>
        <source>paste article</source>
        <translation>indsæt artikel</translation>
    </message>
    <message>
        <source>New note or interview…</source>
        <translation>Ny note eller nyt interview…</translation>
    </message>
    <message>
        <source>new note</source>
        <translation>ny note</translation>
    </message>
    <message>
        <source>Edit the text…</source>
        <translation>Redigér teksten…</translation>
    </message>
    <message>
        <source>edit text</source>
        <translation>redigér tekst</translation>
    </message>
    <message>
        <source>Versions of the text…</source>
        <translation>Tekstens udgaver…</translation>
    </message>
    <message>
        <source>versions</source>
        <translation>udgaver</translation>
    </message>
    <message>
        <source>Open the sample articles</source>
        <translation>Åbn eksempelartiklerne</translation>
    </message>
    <message>
        <source>sample articles</source>
        <translation>eksempelartikler</translation>
    </message>
    <message>
        <source>details</source>
        <translation>oplysninger</translation>
    </message>
    <message>
        <source>Accept what is guessed of the article, or of all chosen</source>
        <translation>Bekræft det, der er gættet om artiklen eller alle valgte</translation>
    </message>
    <message>
        <source>accept guesses</source>
        <translation>bekræft gæt</translation>
    </message>
    <message>
        <source>Similar articles: compare and decide…</source>
        <translation>Næsten ens artikler: sammenlign og tag stilling…</translation>
    </message>
    <message>
        <source>similar articles</source>
        <translation>næsten ens artikler</translation>
    </message>
    <message>
        <source>Choose the articles of which something is guessed</source>
        <translation>Vælg de artikler, som noget er gættet om</translation>
    </message>
    <message>
        <source>choose guessed</source>
        <translation>vælg gættede</translation>
    </message>
    <message>
        <source>Quotes in a new version…</source>
        <translation>Citater i ny udgave…</translation>
    </message>
    <message>
        <source>new version</source>
        <translation>ny udgave</translation>
    </message>
    <message>
        <source>Quotes in new versions of all articles…</source>
        <translation>Citater i nye udgaver af alle artikler…</translation>
    </message>
    <message>
        <source>new versions</source>
        <translation>nye udgaver</translation>
    </message>
    <message>
        <source>Switch the current story…</source>
        <translation>Skift aktuel historie…</translation>
    </message>
    <message>
        <source>story</source>
        <translation>historie</translation>
    </message>
    <message>
        <source>Put into the current story</source>
        <translation>Læg i den aktuelle historie</translation>
    </message>
    <message>
        <source>into the story</source>
        <translation>læg i historien</translation>
    </message>
    <message>
        <source>Delete the article</source>
        <translation>Slet artiklen</translation>
    </message>
    <message>
        <source>delete article</source>
        <translation>slet artikel</translation>
    </message>
    <message>
        <source>Rename a tag…</source>
        <translation>Omdøb et tag…</translation>
    </message>
    <message>
        <source>rename tag</source>
        <translation>omdøb tag</translation>
    </message>
    <message>
        <source>Merge tags…</source>
        <translation>Slå tags sammen…</translation>
    </message>
    <message>
        <source>merge tags</source>
        <translation>slå tags sammen</translation>
    </message>
    <message>
        <source>Change a tag&apos;s key…</source>
        <translation>Skift genvej for et tag…</translation>
    </message>
    <message>
        <source>tag&apos;s key</source>
        <translation>tags genvej</translation>
    </message>
    <message>
        <source>Delete a tag…</source>
        <translation>Slet et tag…</translation>
    </message>
    <message>
        <source>delete tag</source>
        <translation>slet tag</translation>
    </message>
    <message>
        <source>Merge speakers…</source>
        <translation>Slå kilder sammen…</translation>
    </message>
    <message>
        <source>merge speakers</source>
        <translation>slå kilder sammen</translation>
    </message>
    <message>
        <source>Rename the speaker…</source>
        <translation>Omdøb kilde…</translation>
    </message>
    <message>
        <source>rename speaker</source>
        <translation>omdøb kilde</translation>
    </message>
    <message>
        <source>Part a name form…</source>
        <translation>Skil navneform ud…</translation>
    </message>
    <message>
        <source>part name form</source>
        <translation>skil navneform ud</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Eksportér…</translation>
    </message>
    <message>
        <source>export</source>
        <translation>eksportér</translation>
    </message>
    <message>
        <source>Tell that all is saved</source>
        <translation>Vis, at alt er gemt</translation>
    </message>
    <message>
        <source>all is saved</source>
        <translation>alt er gemt</translation>
    </message>
    <message>
        <source>Make a backup</source>
        <translation>Lav en sikkerhedskopi</translation>
    </message>
    <message>
        <source>back up</source>
        <translation>sikkerhedskopi</translation>
    </message>
    <message>
        <source>Bring back from a backup…</source>
        <translation>Gendan fra sikkerhedskopi…</translation>
    </message>
    <message>
        <source>bring back</source>
        <translation>gendan</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Fortryd</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>fortryd</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Annuller fortryd</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>annuller fortryd</translation>
    </message>
    <message>
        <source>Larger letters</source>
        <translation>Større skrift</translation>
    </message>
    <message>
        <source>larger</source>
        <translation>større</translation>
    </message>
    <message>
        <source>Smaller letters</source>
        <translation>Mindre skrift</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>mindre</translation>
    </message>
    <message>
        <source>Larger letters everywhere</source>
        <translation>Større skrift overalt</translation>
    </message>
    <message>
        <source>larger everywhere</source>
        <translation>større overalt</translation>
    </message>
    <message>
        <source>Smaller letters everywhere</source>
        <translation>Mindre skrift overalt</translation>
    </message>
    <message>
        <source>smaller everywhere</source>
        <translation>mindre overalt</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Skift mellem lyst og mørkt udseende</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>lyst eller mørkt</translation>
    </message>
    <message>
        <source>Dansk eller engelsk – Danish or English</source>
        <translation>Skift sprog: dansk eller engelsk – Danish or English</translation>
    </message>
    <message>
        <source>language</source>
        <translation>sprog</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Luk vinduet</translation>
    </message>
    <message>
        <source>close</source>
        <translation>luk</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>kdcurator met a fault of its own; what is saved is safe. See {log}</source>
        <translation>kdcurator stødte på en fejl i sig selv; det, der er gemt, er i behold. Se {log}</translation>
    </message>
</context>
<context>
    <name>backups</name>
    <message>
        <source>H:mm</source>
        <translation>H.mm</translation>
    </message>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl.&#xa0;{time}</translation>
    </message>
    <message>
        <source>The library proved to be whole; nothing was changed.</source>
        <translation>Biblioteket viste sig at være helt; intet er ændret.</translation>
    </message>
    <message>
        <source>The library is as it was {moment}.</source>
        <translation>Gendannet, som det var {moment}.</translation>
    </message>
    <message>
        <source>Not all that was newer could be saved.</source>
        <translation>Ikke alt det nyere kunne reddes.</translation>
    </message>
    <message>
        <source>The damaged file is kept as {name}.</source>
        <translation>Den beskadigede fil er gemt som {name}.</translation>
    </message>
    <message>
        <source>What could be read of the library was whole and was kept.</source>
        <translation>Det, der kunne læses af biblioteket, var helt og er bevaret.</translation>
    </message>
    <message>
        <source>Newer and whole in the damaged file, so taken over: {what}.</source>
        <translation>Nyere og helt i den beskadigede fil og derfor taget med: {what}.</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>i går</translation>
    </message>
    <message>
        <source>today</source>
        <translation>i dag</translation>
    </message>
    <message>
        <source>dddd d MMMM</source>
        <translation>dddd d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>before an update</source>
        <translation>før en opdatering</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisk</translation>
    </message>
    <message>
        <source>made on request</source>
        <translation>lavet på kommando</translation>
    </message>
    <message>
        <source>before bringing back</source>
        <translation>før en gendannelse</translation>
    </message>
    <message>
        <source>No difference in articles and quotes.</source>
        <translation>Ingen forskel i artikler og citater.</translation>
    </message>
    <message>
        <source>1 quote has been added since and would be gone:</source>
        <translation>1 citat er kommet til siden og ville forsvinde:</translation>
    </message>
    <message>
        <source>{n} quotes have been added since and would be gone:</source>
        <translation>{n} citater er kommet til siden og ville forsvinde:</translation>
    </message>
    <message>
        <source>1 article has been added since and would be gone.</source>
        <translation>1 artikel er kommet til siden og ville forsvinde.</translation>
    </message>
    <message>
        <source>{n} articles have been added since and would be gone.</source>
        <translation>{n} artikler er kommet til siden og ville forsvinde.</translation>
    </message>
    <message>
        <source>1 deleted quote comes back:</source>
        <translation>1 slettet citat kommer igen:</translation>
    </message>
    <message>
        <source>{n} deleted quotes come back:</source>
        <translation>{n} slettede citater kommer igen:</translation>
    </message>
    <message>
        <source>1 deleted article comes back.</source>
        <translation>1 slettet artikel kommer igen.</translation>
    </message>
    <message>
        <source>{n} deleted articles come back.</source>
        <translation>{n} slettede artikler kommer igen.</translation>
    </message>
    <message>
        <source>1 quote gets its tags, speaker, note or bounds of then.</source>
        <translation>1 citat får tags, kilde, note eller grænser som dengang.</translation>
    </message>
    <message>
        <source>{n} quotes get their tags, speaker, note or bounds of then.</source>
        <translation>{n} citater får tags, kilde, note eller grænser som dengang.</translation>
    </message>
    <message>
        <source>1 article gets its details of then.</source>
        <translation>1 artikel får oplysninger som dengang.</translation>
    </message>
    <message>
        <source>{n} articles get their details of then.</source>
        <translation>{n} artikler får oplysninger som dengang.</translation>
    </message>
    <message>
        <source>“{quote}”</source>
        <translation>»{quote}«</translation>
    </message>
    <message>
        <source>and 1 more</source>
        <translation>og 1 til</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>og {n} til</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>1 article imported</source>
        <translation>1 artikel importeret</translation>
    </message>
    <message>
        <source>{n} articles imported</source>
        <translation>{n} artikler importeret</translation>
    </message>
    <message>
        <source>whole text of the page taken</source>
        <translation>hele sidens tekst hentet</translation>
    </message>
    <message>
        <source>whole text of {n} pages taken</source>
        <translation>hele teksten af {n} sider hentet</translation>
    </message>
    <message>
        <source>suggestions found</source>
        <translation>forslag fundet</translation>
    </message>
    <message>
        <source>suggestion dismissed</source>
        <translation>forslaget er forkastet</translation>
    </message>
    <message>
        <source>{n} suggestions dismissed</source>
        <translation>{n} forslag er forkastet</translation>
    </message>
    <message>
        <source>quote saved</source>
        <translation>citat gemt</translation>
    </message>
    <message>
        <source>{n} quotes saved</source>
        <translation>{n} citater gemt</translation>
    </message>
    <message>
        <source>tagged {tags}</source>
        <translation>tagget {tags}</translation>
    </message>
    <message>
        <source>{n} quotes tagged {tags}</source>
        <translation>{n} citater tagget {tags}</translation>
    </message>
    <message>
        <source>{tags} taken off</source>
        <translation>{tags} fjernet</translation>
    </message>
    <message>
        <source>{tags} taken off {n} quotes</source>
        <translation>{tags} fjernet fra {n} citater</translation>
    </message>
    <message>
        <source>tag “{name}” made</source>
        <translation>tagget »{name}« oprettet</translation>
    </message>
    <message>
        <source>tag “{name}” renamed “{new_name}”</source>
        <translation>tagget »{name}« omdøbt til »{new_name}«</translation>
    </message>
    <message>
        <source>tag “{name}” merged into “{into}”</source>
        <translation>tagget »{name}« slået sammen med »{into}«</translation>
    </message>
    <message>
        <source>tag “{name}” deleted</source>
        <translation>tagget »{name}« slettet</translation>
    </message>
    <message>
        <source>tag “{name}” put on key {key}</source>
        <translation>tagget »{name}« lagt på {key}</translation>
    </message>
    <message>
        <source>key taken from tag “{name}”</source>
        <translation>genvejen taget fra tagget »{name}«</translation>
    </message>
    <message>
        <source>{names} merged into {into}</source>
        <translation>{names} slået sammen med {into}</translation>
    </message>
    <message>
        <source>speaker {name} renamed {new_name}</source>
        <translation>kilden {name} omdøbt til {new_name}</translation>
    </message>
    <message>
        <source>{form} parted from {name}</source>
        <translation>{form} skilt ud fra {name}</translation>
    </message>
    <message>
        <source>library repaired</source>
        <translation>biblioteket repareret</translation>
    </message>
    <message>
        <source>quote removed</source>
        <translation>citatet fjernet</translation>
    </message>
    <message>
        <source>{n} quotes removed</source>
        <translation>{n} citater fjernet</translation>
    </message>
    <message>
        <source>speaker set: {speaker}</source>
        <translation>kilde sat: {speaker}</translation>
    </message>
    <message>
        <source>speaker of {n} quotes set: {speaker}</source>
        <translation>kilde sat på {n} citater: {speaker}</translation>
    </message>
    <message>
        <source>note saved</source>
        <translation>note gemt</translation>
    </message>
    <message>
        <source>note saved on {n} quotes</source>
        <translation>note gemt på {n} citater</translation>
    </message>
    <message>
        <source>quote&apos;s details changed</source>
        <translation>citatets oplysninger rettet</translation>
    </message>
    <message>
        <source>details of {n} quotes changed</source>
        <translation>oplysninger rettet på {n} citater</translation>
    </message>
    <message>
        <source>boundary moved</source>
        <translation>citatets grænse flyttet</translation>
    </message>
    <message>
        <source>quote split in two</source>
        <translation>citatet delt i to</translation>
    </message>
    <message>
        <source>quotes joined</source>
        <translation>citaterne samlet</translation>
    </message>
    <message>
        <source>place in the new version accepted</source>
        <translation>placering i den nye udgave bekræftet</translation>
    </message>
    <message>
        <source>{n} places in the new version accepted</source>
        <translation>{n} placeringer i den nye udgave bekræftet</translation>
    </message>
    <message>
        <source>quote placed anew</source>
        <translation>citat placeret på ny</translation>
    </message>
    <message>
        <source>{n} quotes placed anew</source>
        <translation>{n} citater placeret på ny</translation>
    </message>
    <message>
        <source>marked as no longer in the article</source>
        <translation>markeret som ikke længere i artiklen</translation>
    </message>
    <message>
        <source>{n} quotes marked as no longer in the article</source>
        <translation>{n} citater markeret som ikke længere i artiklen</translation>
    </message>
    <message>
        <source>article&apos;s details changed</source>
        <translation>artiklens oplysninger rettet</translation>
    </message>
    <message>
        <source>details of {n} articles changed</source>
        <translation>oplysninger om {n} artikler rettet</translation>
    </message>
    <message>
        <source>both articles kept</source>
        <translation>begge artikler beholdt</translation>
    </message>
    <message>
        <source>article deleted · its quote moved to the other one</source>
        <translation>artikel slettet · dens citat flyttet til den anden</translation>
    </message>
    <message>
        <source>article deleted · its {n} quotes moved to the other one</source>
        <translation>artikel slettet · dens {n} citater flyttet til den anden</translation>
    </message>
    <message>
        <source>guesses accepted</source>
        <translation>gættene bekræftet</translation>
    </message>
    <message>
        <source>guesses accepted in {n} articles</source>
        <translation>gættene bekræftet i {n} artikler</translation>
    </message>
    <message>
        <source>text edited</source>
        <translation>teksten redigeret</translation>
    </message>
    <message>
        <source>older version of the text brought back</source>
        <translation>ældre udgave af teksten bragt tilbage</translation>
    </message>
    <message>
        <source>article deleted</source>
        <translation>artikel slettet</translation>
    </message>
    <message>
        <source>{n} articles deleted</source>
        <translation>{n} artikler slettet</translation>
    </message>
    <message>
        <source>story “{name}” made</source>
        <translation>historien »{name}« oprettet</translation>
    </message>
    <message>
        <source>story “{name}” laid away</source>
        <translation>historien »{name}« lagt væk</translation>
    </message>
    <message>
        <source>quotes of story “{name}” changed</source>
        <translation>citaterne i historien »{name}« ændret</translation>
    </message>
    <message>
        <source>marked as used in “{name}”</source>
        <translation>markeret som brugt i »{name}«</translation>
    </message>
    <message>
        <source>saved · {what}</source>
        <translation>gemt · {what}</translation>
    </message>
    <message>
        <source>The quote is still saved.</source>
        <translation>Citatet er stadig gemt.</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>Fortrudt: {what}.</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>Gjort igen: {what}.</translation>
    </message>
    <message>
        <source>unknown speaker</source>
        <translation>ukendt kilde</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>»{name}«</translation>
    </message>
    <message>
        <source>1 tag imported</source>
        <translation>1 tag importeret</translation>
    </message>
    <message>
        <source>{n} tags imported</source>
        <translation>{n} tags importeret</translation>
    </message>
</context>
<context>
    <name>decisions</name>
    <message>
        <source>In its place</source>
        <translation>På sin plads</translation>
    </message>
    <message>
        <source>Moved in the new version</source>
        <translation>Flyttet i ny udgave</translation>
    </message>
    <message>
        <source>Place unsure</source>
        <translation>Usikker placering</translation>
    </message>
    <message>
        <source>No longer in the article</source>
        <translation>Findes ikke længere i artiklen</translation>
    </message>
    <message>
        <source>{share} of the letters are the same.</source>
        <translation>{share} af bogstaverne er de samme.</translation>
    </message>
    <message>
        <source>Where it stood before is not known any more.</source>
        <translation>Hvor det stod før, vides ikke længere.</translation>
    </message>
    <message>
        <source>The same words, but in another place or between other words than before.</source>
        <translation>De samme ord, men et andet sted eller mellem andre ord end før.</translation>
    </message>
    <message>
        <source>The words were changed a little; the place is clear.</source>
        <translation>Ordene er ændret en smule; stedet er klart.</translation>
    </message>
    <message>
        <source>The same words, but it is not sure that this is the place.</source>
        <translation>De samme ord, men det er ikke sikkert, at det er dette sted.</translation>
    </message>
    <message>
        <source>Other words. This is the likeliest place, but only a guess.</source>
        <translation>Andre ord. Dette er det mest sandsynlige sted, men kun et gæt.</translation>
    </message>
    <message>
        <source>Another saved quote stands in this place already.</source>
        <translation>Et andet gemt citat står allerede på dette sted.</translation>
    </message>
    <message>
        <source>You said that the words were gone. In this version they are back.</source>
        <translation>Du har sagt, at ordene ikke var der længere. I denne version er de der igen.</translation>
    </message>
    <message>
        <source>The words were not found. The quote keeps them as they were.</source>
        <translation>Ordene blev ikke fundet. Citatet beholder dem, som de var.</translation>
    </message>
    <message>
        <source>Version {n}</source>
        <translation>Udgave {n}</translation>
    </message>
    <message>
        <source>Version {n}, the newest</source>
        <translation>Udgave {n}, den nyeste</translation>
    </message>
    <message>
        <source>1 quote to decide on</source>
        <translation>1 citat at tage stilling til</translation>
    </message>
    <message>
        <source>{n} quotes to decide on</source>
        <translation>{n} citater at tage stilling til</translation>
    </message>
    <message>
        <source>1 quote no longer in the article</source>
        <translation>1 citat findes ikke længere i artiklen</translation>
    </message>
    <message>
        <source>{n} quotes no longer in the article</source>
        <translation>{n} citater findes ikke længere i artiklen</translation>
    </message>
    <message>
        <source>Nothing is left to decide. Every quote stands where its words are.</source>
        <translation>Der er intet at tage stilling til. Alle citater står, hvor deres ord er.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>{reason}</source>
        <translation>{reason}</translation>
    </message>
    <message>
        <source>There is no article {id} in this library; it may have been undone.</source>
        <translation>Der er ingen artikel {id} i biblioteket; den kan være fortrudt.</translation>
    </message>
    <message>
        <source>This text came from {name} and stays as it was printed; import it again when it has changed, and it gets a new version.</source>
        <translation>Teksten kom fra {name} og redigeres ikke her; importér den igen, når den er ændret, så får den en ny udgave.</translation>
    </message>
    <message>
        <source>There is no quote {id} in this library; it may have been undone.</source>
        <translation>Der er intet citat {id} i biblioteket; det kan være fortrudt.</translation>
    </message>
    <message>
        <source>The article stays: the words of {count} of its quotes do not stand in the other one (“{quote}”). Keep both articles, or remove those quotes first.</source>
        <translation>Artiklen bliver: Ordene i {count} af dens citater står ikke i den anden (»{quote}«). Behold begge artikler, eller fjern de citater først.</translation>
    </message>
    <message>
        <source>The article stays: “{quote}” is saved in both, and what is said of the two quotes differs (speaker, status, agreement and the like). Make them agree first, or keep both articles.</source>
        <translation>Artiklen bliver: »{quote}« er gemt i begge, men med forskellige oplysninger (kilde, status, aftale eller lignende). Ret dem først, eller behold begge artikler.</translation>
    </message>
    <message>
        <source>This suggestion is no longer there; the rules may have found it anew.</source>
        <translation>Forslaget er der ikke længere; reglerne kan have fundet det på ny.</translation>
    </message>
    <message>
        <source>There is a story “{name}” already. Choose another name.</source>
        <translation>Der er allerede en historie »{name}«. Vælg et andet navn.</translation>
    </message>
    <message>
        <source>There is no tag “{name}” in this library. Look in the tag list for its name.</source>
        <translation>Der er intet tag »{name}« i biblioteket. Se navnet i taglisten.</translation>
    </message>
    <message>
        <source>There is no story “{name}” in this library. Look in the list of stories for its name.</source>
        <translation>Der er ingen historie »{name}« i biblioteket. Se navnet i listen over historier.</translation>
    </message>
    <message>
        <source>There is a tag “{name}” already. Choose another name, or merge the two tags.</source>
        <translation>Der er allerede et tag »{name}«. Vælg et andet navn, eller slå de to tags sammen.</translation>
    </message>
    <message>
        <source>There is no speaker “{name}” in this library. Look in the list of people for the name.</source>
        <translation>Der er ingen kilde »{name}« i biblioteket. Se navnet i listen over kilder.</translation>
    </message>
    <message>
        <source>“{name}” and “{into}” are one speaker already. Name two to merge.</source>
        <translation>»{name}« og »{into}« er allerede samme kilde. Nævn to, der skal slås sammen.</translation>
    </message>
    <message>
        <source>There is a speaker “{name}” already. Choose another name, or merge the two speakers.</source>
        <translation>Der er allerede en kilde »{name}«. Vælg et andet navn, eller slå de to kilder sammen.</translation>
    </message>
    <message>
        <source>“{name}” has no name form “{form}”. Look in the list of people for the forms.</source>
        <translation>»{name}« har ingen navneform »{form}«. Se navneformerne i listen over kilder.</translation>
    </message>
    <message>
        <source>“{form}” is what the speaker is called, so it cannot be parted. Rename the speaker first.</source>
        <translation>»{form}« er kildens eget navn og kan ikke skilles ud. Omdøb kilden først.</translation>
    </message>
    <message>
        <source>“{name}” and “{into}” are protected under different cover names, so they stay two speakers; nothing was changed.</source>
        <translation>»{name}« og »{into}« er beskyttet under hver sit dæknavn og forbliver to kilder; intet er ændret.</translation>
    </message>
    <message>
        <source>A protected speaker&apos;s cover name must not be one of the speaker&apos;s own names; nothing was changed.</source>
        <translation>En beskyttet kildes dæknavn må ikke være et af kildens egne navne; intet er ændret.</translation>
    </message>
    <message>
        <source>A name needs at least one letter or digit.</source>
        <translation>Et navn skal have mindst ét bogstav eller tal.</translation>
    </message>
    <message>
        <source>{start}–{end} is no place in article {id}, which has {length} characters.</source>
        <translation>{start}–{end} er ikke et sted i artikel {id}, som har {length} tegn.</translation>
    </message>
    <message>
        <source>The segments of one quote must follow each other in the text without overlap.</source>
        <translation>Delene af et citat skal følge efter hinanden i teksten uden at overlappe.</translation>
    </message>
    <message>
        <source>The caret is not inside the quote. Put it where the second quote begins.</source>
        <translation>Markøren står ikke inde i citatet. Stil den, hvor det andet citat skal begynde.</translation>
    </message>
    <message>
        <source>No quote comes after this one in the text.</source>
        <translation>Der er ikke flere citater efter dette i teksten.</translation>
    </message>
    <message>
        <source>The next quote is by {name}. Only quotes by one speaker are joined.</source>
        <translation>Det næste citat er af {name}. Kun citater af samme kilde kan samles.</translation>
    </message>
    <message>
        <source>Another saved quote stands in exactly that place.</source>
        <translation>Et andet gemt citat står præcis dér.</translation>
    </message>
    <message>
        <source>These words stand in another article than the quote. Choose them in its own.</source>
        <translation>Ordene står i en anden artikel end citatet. Vælg dem i citatets egen artikel.</translation>
    </message>
    <message>
        <source>This line is not as documented: {reason}.</source>
        <translation>Linjen er ikke, som den skal være: {reason}.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Filen er tom.</translation>
    </message>
    <message>
        <source>This is not a text file: it looks like a picture, a program or other data.</source>
        <translation>Det er ikke en tekstfil: Den ligner et billede, et program eller andre data.</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>Filen kunne ikke læses: {reason}.</translation>
    </message>
    <message>
        <source>The file holds more than {limit} MB of text. Split it and import the parts.</source>
        <translation>Filen rummer mere end {limit} MB tekst. Del den, og importér delene.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB, so it was not read. Split it, or save it without pictures and attachments.</source>
        <translation>Filen er større end {limit} MB og blev ikke læst. Del den, eller gem den uden billeder og vedhæftede filer.</translation>
    </message>
    <message>
        <source>There is no text in the file, only blanks.</source>
        <translation>Der er ingen tekst i filen, kun mellemrum.</translation>
    </message>
    <message>
        <source>Files of this kind ({kind}) cannot be imported. Save it as text first.</source>
        <translation>Filer af denne slags ({kind}) kan ikke importeres. Gem filen som tekst først.</translation>
    </message>
    <message>
        <source>This is the file in which Outlook keeps all mail, and it cannot be read as it is. In Outlook choose the mails that you need, drag them to a folder and import that.</source>
        <translation>Det er den fil, Outlook gemmer al posten i, og den kan ikke læses, som den er. Vælg de mails, du skal bruge, i Outlook, træk dem over i en mappe, og importér den.</translation>
    </message>
    <message>
        <source>The file is damaged or cut short. Get it again, or open it in the program that made it and save it anew.</source>
        <translation>Filen er beskadiget eller afbrudt. Hent den igen, eller åbn den i det program, den er lavet i, og gem den på ny.</translation>
    </message>
    <message>
        <source>The file is protected by a password. Save a copy without one and import that.</source>
        <translation>Filen er beskyttet med en adgangskode. Gem en kopi uden adgangskode, og importér den.</translation>
    </message>
    <message>
        <source>Unpacked, this file is far larger than any document, so it was not opened: it may be made to do harm. Split it if it is genuine.</source>
        <translation>Pakket ud er denne fil langt større end noget dokument, så den er ikke åbnet: Den kan være lavet for at gøre skade. Del den op, hvis den er ægte.</translation>
    </message>
    <message>
        <source>This file is attached to a mail within a mail within a mail, which is deeper than is looked. Save it from your mail program and import it.</source>
        <translation>Filen er vedhæftet en mail i en mail i en mail, og så dybt ses der ikke efter. Gem den fra dit mailprogram, og importér den.</translation>
    </message>
    <message>
        <source>Nothing is written in this mail, but files are attached to it. Import those: {names}.</source>
        <translation>Der står ikke noget i mailen, men den har vedhæftede filer. Importér dem: {names}.</translation>
    </message>
    <message>
        <source>The project is in, but not all of it ({count}): {reason}.</source>
        <translation>Projektet er kommet ind, men ikke det hele ({count}): {reason}.</translation>
    </message>
    <message>
        <source>passages that stand outside their text or hold no words</source>
        <translation>tekststeder, der ligger uden for deres tekst eller ikke rummer ord</translation>
    </message>
    <message>
        <source>passages of a text that is here in a newer version with other words there</source>
        <translation>tekststeder i en tekst, der findes her i en nyere udgave med andre ord på stedet</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>billeder</translation>
    </message>
    <message>
        <source>sound and film</source>
        <translation>lyd og film</translation>
    </message>
    <message>
        <source>pages and places on them: import the PDF itself</source>
        <translation>sider og steder på dem: importér selve PDF-filen</translation>
    </message>
    <message>
        <source>texts that the file names and does not hold</source>
        <translation>tekster, som filen nævner, men ikke rummer</translation>
    </message>
    <message>
        <source>codes on whole texts, which only passages have here</source>
        <translation>koder på hele tekster; her kan kun tekststeder have tags</translation>
    </message>
    <message>
        <source>The page could not be fetched: {reason}.</source>
        <translation>Siden kunne ikke hentes: {reason}.</translation>
    </message>
    <message>
        <source>The page is larger than {limit} MB, so it was not fetched. Save it from your browser and import the file.</source>
        <translation>Siden er større end {limit} MB og er ikke hentet. Gem den fra din browser, og importér filen.</translation>
    </message>
    <message>
        <source>This archive lies in an archive within an archive, which is deeper than is looked. Unpack it and import what is in it.</source>
        <translation>Arkivet ligger i et arkiv inde i et arkiv, og så dybt ses der ikke efter. Pak det ud, og importér det, der er i det.</translation>
    </message>
    <message>
        <source>The PDF holds pictures of pages and no text. Run it through text recognition (OCR) first, then import the result.</source>
        <translation>PDF-filen rummer billeder af sider og ingen tekst. Kør den gennem tekstgenkendelse (OCR) først, og importér så resultatet.</translation>
    </message>
    <message>
        <source>The PDF does not say which letters it shows, so there is no text in it. Run it through text recognition (OCR) first, then import the result.</source>
        <translation>PDF-filen siger ikke, hvilke bogstaver den viser, så der er ingen tekst i den. Kør den gennem tekstgenkendelse (OCR) først, og importér så resultatet.</translation>
    </message>
    <message>
        <source>The PDF has more than {limit} pages. Split it and import the parts.</source>
        <translation>PDF-filen har mere end {limit} sider. Del den op, og importér delene.</translation>
    </message>
    <message>
        <source>There are no attached files to be had: {reason}.</source>
        <translation>Der er ingen vedhæftede filer at hente: {reason}.</translation>
    </message>
    <message>
        <source>nothing is attached to the mail</source>
        <translation>der er ikke vedhæftet noget til mailen</translation>
    </message>
    <message>
        <source>the text does not come from a mail</source>
        <translation>teksten kommer ikke fra en mail</translation>
    </message>
    <message>
        <source>The whole text of the page could not be taken: {reason}.</source>
        <translation>Hele sidens tekst kunne ikke hentes: {reason}.</translation>
    </message>
    <message>
        <source>Reading this file did not come to an end, so it was left out. It may be damaged.</source>
        <translation>Filen kunne ikke læses til ende og er udeladt. Den kan være beskadiget.</translation>
    </message>
    <message>
        <source>Files cannot be read now: the program&apos;s second process does not start. Restart the computer or install kdcurator anew; what was imported is kept.</source>
        <translation>Filer kan ikke læses lige nu: Programmets anden proces starter ikke. Genstart computeren, eller installér kdcurator igen; det, der er importeret, er gemt.</translation>
    </message>
    <message>
        <source>The export ended before it was done: the program&apos;s second process does not run. Try again; if that does not help, restart the computer or install kdcurator anew.</source>
        <translation>Eksporten standsede, før den var færdig: Programmets anden proces kører ikke. Prøv igen; hvis det ikke hjælper, så genstart computeren, eller installer kdcurator på ny.</translation>
    </message>
    <message>
        <source>No backup could be made; everything is saved in the library. {reason}</source>
        <translation>Der kunne ikke laves en sikkerhedskopi; alt er gemt i biblioteket. {reason}</translation>
    </message>
    <message>
        <source>There is no space left where backups lie; make room on that disk.</source>
        <translation>Der er ikke plads, hvor sikkerhedskopierne ligger; skab plads på den disk.</translation>
    </message>
    <message>
        <source>The program&apos;s second process ended before it was done with the backup. Try again; if that does not help, restart the computer or install kdcurator anew.</source>
        <translation>Programmets anden proces standsede, før den var færdig med sikkerhedskopien. Prøv igen; hvis det ikke hjælper, så genstart computeren, eller installer kdcurator på ny.</translation>
    </message>
    <message>
        <source>The program&apos;s second process ended before the two versions were compared. Close the page and open it again; if that does not help, restart the computer or install kdcurator anew.</source>
        <translation>Programmets anden proces stoppede, før de to udgaver var sammenlignet. Luk siden, og åbn den igen; hjælper det ikke, så genstart computeren, eller installér kdcurator på ny.</translation>
    </message>
    <message>
        <source>The library is being written to by {program} on {host} (process {process}). Close it there or wait until it is done, then try again.</source>
        <translation>{program} på {host} (proces {process}) skriver i biblioteket. Luk det dér, eller vent, til det er færdigt, og prøv igen.</translation>
    </message>
    <message>
        <source>This library was made by a newer kdcurator (version {found} of its layout, this program knows {known}). Update kdcurator; the library was not touched.</source>
        <translation>Biblioteket er lavet af en nyere kdcurator (udgave {found}, dette program kender {known}). Opdatér kdcurator; biblioteket er ikke rørt.</translation>
    </message>
    <message>
        <source>{path} is not a kdcurator library: {reason}.</source>
        <translation>{path} er ikke et kdcurator-bibliotek: {reason}.</translation>
    </message>
    <message>
        <source>The library at {path} is damaged ({reason}). Nothing was changed. Open it in the window to bring a backup back, or use &apos;restore&apos;.</source>
        <translation>Biblioteket i {path} er beskadiget ({reason}). Intet er ændret. Åbn det i vinduet for at gendanne en sikkerhedskopi, eller brug &apos;restore&apos;.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} kunne ikke skrives: {reason}.</translation>
    </message>
    <message>
        <source>{path} could not be read: {reason}.</source>
        <translation>{path} kunne ikke læses: {reason}.</translation>
    </message>
    <message>
        <source>The answer could not be printed: {reason}.</source>
        <translation>Svaret kunne ikke skrives ud: {reason}.</translation>
    </message>
    <message>
        <source>There is no space left on the disk. Make room and try again; nothing was saved.</source>
        <translation>Der er ikke mere plads på disken. Skaf plads, og prøv igen; intet er gemt.</translation>
    </message>
    <message>
        <source>The library&apos;s folder {path} is no longer there. Put it back (or connect the drive), then go on; nothing was lost.</source>
        <translation>Bibliotekets mappe {path} er der ikke længere. Læg den tilbage (eller tilslut drevet), og fortsæt så; intet er gået tabt.</translation>
    </message>
    <message>
        <source>The library at {path} is damaged ({reason}), and no whole backup of it was found in {backups}. Nothing was changed; if you keep a backup elsewhere, bring it back with &apos;restore&apos;.</source>
        <translation>Biblioteket i {path} er beskadiget ({reason}), og der blev ikke fundet nogen hel sikkerhedskopi af det i {backups}. Intet er ændret; har du en sikkerhedskopi et andet sted, så hent den tilbage med &apos;restore&apos;.</translation>
    </message>
    <message>
        <source>The library could not be brought up to date ({reason}). It is as it was; a backup lies at {backup}.</source>
        <translation>Biblioteket kunne ikke opdateres ({reason}). Det er, som det var; der ligger en sikkerhedskopi i {backup}.</translation>
    </message>
    <message>
        <source>{path} is not a whole kdcurator backup ({reason}). Choose another one.</source>
        <translation>{path} er ikke en hel sikkerhedskopi fra kdcurator ({reason}). Vælg en anden.</translation>
    </message>
    <message>
        <source>“{ending}” is no format that can be exported. Choose one of {known}.</source>
        <translation>»{ending}« er ikke et format, der kan eksporteres til. Vælg et af {known}.</translation>
    </message>
    <message>
        <source>A Word document cannot hold the character {character}, which stands after “{before}”, so nothing was exported. Export to .csv or .json, or remove the character.</source>
        <translation>Et Word-dokument kan ikke rumme tegnet {character}, som står efter »{before}«, så intet er eksporteret. Eksportér til .csv eller .json, eller fjern tegnet.</translation>
    </message>
    <message>
        <source>Quote {id} no longer matches its article, so nothing was handed over. Run &apos;check&apos; to see what is wrong.</source>
        <translation>Citat {id} svarer ikke længere til sin artikel, så intet er givet videre. Kør »check« for at se, hvad der er galt.</translation>
    </message>
    <message>
        <source>Must not be quoted (off the record). Nothing was copied; change what was agreed if it no longer holds.</source>
        <translation>Må ikke citeres (off the record). Citatet er ikke kopieret; ret aftalen, hvis den ikke længere gælder.</translation>
    </message>
    <message>
        <source>Quotes no longer match their articles: {ids}. Run &apos;check&apos; to see what is wrong; they cannot be exported as they are.</source>
        <translation>Citater er ikke længere ordret som i artiklen: {ids}. Kør &apos;check&apos; for at se, hvad der er galt; de kan ikke eksporteres, som de er.</translation>
    </message>
    <message>
        <source>The library lies in a folder that {service} copies ({path}). It may copy a half-written file, and two computers can end up with a copy each. Close kdcurator, move the folder to this computer&apos;s own disk, and let {service} copy the backups instead.</source>
        <translation>Biblioteket ligger i en mappe, som {service} kopierer ({path}). Tjenesten kan komme til at kopiere en halvskrevet fil, og to computere kan ende med hver sin udgave. Luk kdcurator, flyt mappen til computerens egen disk, og lad i stedet {service} kopiere sikkerhedskopierne.</translation>
    </message>
    <message>
        <source>The library lies on a network drive ({path}). Locks do not hold there, so two computers can damage it. Close kdcurator and move the folder to this computer&apos;s own disk.</source>
        <translation>Biblioteket ligger på et netværksdrev ({path}). Låse holder ikke dér, så to computere kan ødelægge det. Luk kdcurator, og flyt mappen til computerens egen disk.</translation>
    </message>
    <message>
        <source>Beside the library lie other copies of it, as cloud services make them when two computers wrote at once: {names}. They may hold quotes that this one lacks. Each can be brought back like a backup with &apos;restore&apos;; what is here now is kept as a backup.</source>
        <translation>Ved siden af biblioteket ligger andre udgaver af det, sådan som skytjenester laver dem, når to computere har skrevet samtidig: {names}. De kan rumme citater, som mangler her. Hver af dem kan hentes frem som en sikkerhedskopi med &apos;restore&apos;; det, der er her nu, gemmes som sikkerhedskopi.</translation>
    </message>
    <message>
        <source>a quote has lost its article</source>
        <translation>et citat har mistet sin artikel</translation>
    </message>
    <message>
        <source>Name {what}.</source>
        <translation>Angiv {what}.</translation>
    </message>
    <message>
        <source>{path} holds files that the demo did not make. Name another --output.</source>
        <translation>I {path} ligger filer, som demoen ikke har lavet. Angiv en anden --output.</translation>
    </message>
    <message>
        <source>the folder it should lie in does not exist</source>
        <translation>mappen, den skulle ligge i, findes ikke</translation>
    </message>
    <message>
        <source>something that is not a file has this name</source>
        <translation>noget, der ikke er en fil, har det navn</translation>
    </message>
    <message>
        <source>the file that has this name is write-protected</source>
        <translation>filen med det navn er skrivebeskyttet</translation>
    </message>
    <message>
        <source>it is not there, or a link to it leads nowhere</source>
        <translation>den findes ikke, eller et link til den fører ingen steder hen</translation>
    </message>
    <message>
        <source>part of its path is no folder</source>
        <translation>en del af stien er ikke en mappe</translation>
    </message>
    <message>
        <source>this account may not read it</source>
        <translation>denne bruger har ikke adgang til at læse den</translation>
    </message>
    <message>
        <source>links lead to it in a circle</source>
        <translation>links fører til den i ring</translation>
    </message>
    <message>
        <source>its path is too long</source>
        <translation>stien er for lang</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>det er en mappe</translation>
    </message>
    <message>
        <source>the disk reports a fault</source>
        <translation>disken melder fejl</translation>
    </message>
    <message>
        <source>no file can have this name</source>
        <translation>ingen fil kan have det navn</translation>
    </message>
    <message>
        <source>it is a link, and only the archive knows where to</source>
        <translation>det er et link, og kun arkivet ved hvorhen</translation>
    </message>
    <message>
        <source>it is a pipe or a device, not a file</source>
        <translation>det er et rør eller en enhed, ikke en fil</translation>
    </message>
    <message>
        <source>it is no address of a page on the web (http or https)</source>
        <translation>det er ikke adressen på en side på nettet (http eller https)</translation>
    </message>
    <message>
        <source>there is a user name or a password in it</source>
        <translation>der er et brugernavn eller en adgangskode i adressen</translation>
    </message>
    <message>
        <source>it leads to this computer or to a network that is not public</source>
        <translation>den fører til denne computer eller til et netværk, der ikke er offentligt</translation>
    </message>
    <message>
        <source>there is no computer of that name, or no network</source>
        <translation>der findes ingen computer med det navn, eller der er ingen netforbindelse</translation>
    </message>
    <message>
        <source>it took longer than 20 seconds</source>
        <translation>det tog over 20 sekunder</translation>
    </message>
    <message>
        <source>no connection came about</source>
        <translation>der kom ingen forbindelse i stand</translation>
    </message>
    <message>
        <source>its certificate does not prove that it is the right one</source>
        <translation>dens certifikat beviser ikke, at det er den rigtige</translation>
    </message>
    <message>
        <source>it leads on and on to other addresses</source>
        <translation>den fører videre og videre til andre adresser</translation>
    </message>
    <message>
        <source>the answer broke off or was none</source>
        <translation>svaret blev afbrudt eller var ikke noget svar</translation>
    </message>
    <message>
        <source>the site did not hand the page out; it may need a login</source>
        <translation>netstedet udleverede ikke siden; måske kræver den login</translation>
    </message>
    <message>
        <source>there is no such page</source>
        <translation>den side findes ikke</translation>
    </message>
    <message>
        <source>the answer is packed in a way that nobody asked for</source>
        <translation>svaret er pakket på en måde, som ingen har bedt om</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>filen findes ikke</translation>
    </message>
    <message>
        <source>there is no library in it</source>
        <translation>der er intet bibliotek i den</translation>
    </message>
    <message>
        <source>a backup must not lie in the library itself</source>
        <translation>en sikkerhedskopi må ikke ligge i selve biblioteket</translation>
    </message>
    <message>
        <source>the file that has this name is no backup</source>
        <translation>filen med det navn er ikke en sikkerhedskopi</translation>
    </message>
    <message>
        <source>a quote&apos;s words were altered</source>
        <translation>ordene i et citat er ændret</translation>
    </message>
    <message>
        <source>an article&apos;s text was altered</source>
        <translation>teksten i en artikel er ændret</translation>
    </message>
    <message>
        <source>the file is no database</source>
        <translation>filen er ikke en database</translation>
    </message>
    <message>
        <source>it belongs to another program</source>
        <translation>den hører til et andet program</translation>
    </message>
    <message>
        <source>a story with --story, for no story is the current one</source>
        <translation>en historie med --story, for ingen historie er aktuel</translation>
    </message>
    <message>
        <source>{path} cannot be used: {reason}. The default keys are in place until it is mended.</source>
        <translation>{path} kan ikke bruges: {reason}. Standardgenvejene gælder, til den er rettet.</translation>
    </message>
    <message>
        <source>something that is not a folder has this name</source>
        <translation>noget, der ikke er en mappe, har det navn</translation>
    </message>
    <message>
        <source>the file is gone, the originals of its articles are not</source>
        <translation>filen er væk, men artiklernes originalfiler er her</translation>
    </message>
    <message>
        <source>something stands where text should</source>
        <translation>der står noget andet, hvor der skulle stå tekst</translation>
    </message>
    <message>
        <source>changes that were saved last are not in it any more</source>
        <translation>de sidst gemte ændringer er der ikke længere</translation>
    </message>
    <message>
        <source>the article does not come from a web page</source>
        <translation>artiklen kommer ikke fra en webside</translation>
    </message>
    <message>
        <source>it holds several articles</source>
        <translation>den rummer flere artikler</translation>
    </message>
    <message>
        <source>its file in the library is missing or altered</source>
        <translation>dens fil i biblioteket mangler eller er ændret</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Shift</source>
        <translation>Skift</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Slet</translation>
    </message>
</context>
<context>
    <name>kinds</name>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>interview</source>
        <translation>interview</translation>
    </message>
    <message>
        <source>note</source>
        <translation>note</translation>
    </message>
    <message>
        <source>press release</source>
        <translation>pressemeddelelse</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>mail</translation>
    </message>
    <message>
        <source>transcript</source>
        <translation>udskrift</translation>
    </message>
    <message>
        <source>post</source>
        <translation>opslag</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>ukendt</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>dansk</translation>
    </message>
    <message>
        <source>English</source>
        <translation>engelsk</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>norsk</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>svensk</translation>
    </message>
</context>
<context>
    <name>misreading</name>
    <message>
        <source>A quotation mark is never closed: read as plain words.</source>
        <translation>Et citationstegn bliver ikke lukket: læst som almindelige ord.</translation>
    </message>
    <message>
        <source>A bracket “{part}” has no partner and was passed over.</source>
        <translation>En parentes »{part}« mangler sin mage og er sprunget over.</translation>
    </message>
    <message>
        <source>Nothing stands right behind “{part}”: read as a plain word.</source>
        <translation>Der står intet lige efter »{part}«: læst som et almindeligt ord.</translation>
    </message>
    <message>
        <source>“{part}” is no field: read as a plain word. The fields are tag: speaker: source: title: municipality: date: status:</source>
        <translation>»{part}« er ikke et felt: læst som et almindeligt ord. Felterne er tag: kilde: medie: rubrik: kommune: dato: status:</translation>
    </message>
    <message>
        <source>“{part}” is no date: read as plain words. Write 2021, 2021-03, 5.3.2021 or 2017..2021.</source>
        <translation>»{part}« er ikke en dato: læst som almindelige ord. Skriv 2021, 2021-03, 5.3.2021 eller 2017..2021.</translation>
    </message>
    <message>
        <source>“{part}”: a * works only at the end of a word.</source>
        <translation>»{part}«: * virker kun sidst i et ord.</translation>
    </message>
    <message>
        <source>AND, OR or NOT has no word to work on and was passed over.</source>
        <translation>OG, ELLER eller IKKE har intet ord at virke på og er sprunget over.</translation>
    </message>
    <message>
        <source>It only says what to leave out: write a word to find as well.</source>
        <translation>Der står kun, hvad der skal udelades: skriv også et ord, der skal findes.</translation>
    </message>
    <message>
        <source>“{part}” wants the number of a quote and nothing else: read as words.</source>
        <translation>»{part}« skal følges af nummeret på et citat og intet andet: læst som ord.</translation>
    </message>
    <message>
        <source>Only the first {part} words with ~ or a short * were taken so.</source>
        <translation>Kun de første {part} ord med ~ eller kort * er læst sådan.</translation>
    </message>
    <message>
        <source>The query is long: its first {part} words were looked for.</source>
        <translation>Søgningen er lang: der er søgt efter de første {part} ord.</translation>
    </message>
</context>
<context>
    <name>moment</name>
    <message>
        <source>open</source>
        <translation>åbn</translation>
    </message>
    <message>
        <source>next</source>
        <translation>næste</translation>
    </message>
    <message>
        <source>take the word</source>
        <translation>skriv ordet færdigt</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>forlad</translation>
    </message>
    <message>
        <source>previous result</source>
        <translation>forrige fund</translation>
    </message>
    <message>
        <source>save</source>
        <translation>gem</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>næste felt</translation>
    </message>
    <message>
        <source>leave as it was</source>
        <translation>fortryd</translation>
    </message>
    <message>
        <source>next word found</source>
        <translation>næste fundne ord</translation>
    </message>
    <message>
        <source>marks off</source>
        <translation>fjern markeringen</translation>
    </message>
</context>
<context>
    <name>queries</name>
    <message>
        <source>tag</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>speaker</source>
        <translation>kilde</translation>
    </message>
    <message>
        <source>source</source>
        <translation>medie</translation>
    </message>
    <message>
        <source>municipality</source>
        <translation>kommune</translation>
    </message>
    <message>
        <source>date</source>
        <translation>dato</translation>
    </message>
    <message>
        <source>status</source>
        <translation>status</translation>
    </message>
</context>
<context>
    <name>reasons</name>
    <message>
        <source>dash</source>
        <translation>tankestreg</translation>
    </message>
    <message>
        <source>quotation marks »…«</source>
        <translation>citationstegn »…«</translation>
    </message>
    <message>
        <source>quotation marks</source>
        <translation>citationstegn</translation>
    </message>
    <message>
        <source>answer to a question</source>
        <translation>svar på et spørgsmål</translation>
    </message>
    <message>
        <source>headline</source>
        <translation>rubrik</translation>
    </message>
    <message>
        <source>no mark stands there</source>
        <translation>der er intet tegn</translation>
    </message>
    <message>
        <source>turn of {words}</source>
        <translation>replik af {words}</translation>
    </message>
    <message>
        <source>{words} is interviewed</source>
        <translation>{words} interviewes</translation>
    </message>
    <message>
        <source>it is not said who is interviewed</source>
        <translation>det fremgår ikke, hvem der interviewes</translation>
    </message>
    <message>
        <source>the text gives it to {words}</source>
        <translation>teksten tillægger {words} det</translation>
    </message>
    <message>
        <source>{words} speaks here</source>
        <translation>{words} taler her</translation>
    </message>
    <message>
        <source>no speaker is named</source>
        <translation>ingen kilde er nævnt</translation>
    </message>
    <message>
        <source>the speaker has no name in the text</source>
        <translation>kilden er unavngiven i teksten</translation>
    </message>
    <message>
        <source>no name stands at the quote</source>
        <translation>der står intet navn ved citatet</translation>
    </message>
    <message>
        <source>another may be meant</source>
        <translation>en anden kan være ment</translation>
    </message>
    <message>
        <source>the reporting clause is missing</source>
        <translation>anføringssætningen mangler</translation>
    </message>
    <message>
        <source>it stands inside the writer&apos;s own sentence</source>
        <translation>det står inde i skribentens egen sætning</translation>
    </message>
    <message>
        <source>the answer has several paragraphs</source>
        <translation>svaret har flere afsnit</translation>
    </message>
    <message>
        <source>a mark is missing</source>
        <translation>et tegn mangler</translation>
    </message>
    <message>
        <source>a paragraph without a mark is taken in</source>
        <translation>et afsnit uden tegn er taget med</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>»{words}«</translation>
    </message>
    <message>
        <source>Suggested because: {grounds}.</source>
        <translation>Foreslået, fordi: {grounds}.</translation>
    </message>
    <message>
        <source>But: {doubts}.</source>
        <translation>Men: {doubts}.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>quote</source>
        <translation>citat</translation>
    </message>
    <message>
        <source>article</source>
        <translation>artikel</translation>
    </message>
    <message>
        <source>has also said: 1 quote</source>
        <translation>har også sagt: 1 citat</translation>
    </message>
    <message>
        <source>has also said: {n} quotes</source>
        <translation>har også sagt: {n} citater</translation>
    </message>
    <message>
        <source>like</source>
        <translation>ligner</translation>
    </message>
    <message>
        <source>free</source>
        <translation>ledig</translation>
    </message>
    <message>
        <source>on this quote</source>
        <translation>sat på citatet</translation>
    </message>
    <message>
        <source>no articles yet</source>
        <translation>ingen artikler endnu</translation>
    </message>
    <message>
        <source>1 article</source>
        <translation>1 artikel</translation>
    </message>
    <message>
        <source>{n} articles</source>
        <translation>{n} artikler</translation>
    </message>
    <message>
        <source>{shown} of {n} articles</source>
        <translation>{shown} af {n} artikler</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>{n} valgt</translation>
    </message>
    <message>
        <source>no suggestions left</source>
        <translation>ingen forslag tilbage</translation>
    </message>
    <message>
        <source>1 suggestion left</source>
        <translation>1 forslag tilbage</translation>
    </message>
    <message>
        <source>{n} suggestions left</source>
        <translation>{n} forslag tilbage</translation>
    </message>
    <message>
        <source>no quotes yet</source>
        <translation>ingen citater endnu</translation>
    </message>
    <message>
        <source>1 quote</source>
        <translation>1 citat</translation>
    </message>
    <message>
        <source>{n} quotes</source>
        <translation>{n} citater</translation>
    </message>
    <message>
        <source>{n} saved</source>
        <translation>{n} gemt</translation>
    </message>
    <message>
        <source>1 suggestion</source>
        <translation>1 forslag</translation>
    </message>
    <message>
        <source>{n} suggestions</source>
        <translation>{n} forslag</translation>
    </message>
    <message>
        <source>No headline</source>
        <translation>Uden rubrik</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>uden dato</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>gone through</source>
        <translation>gennemgået</translation>
    </message>
    <message>
        <source>no suggestions</source>
        <translation>ingen forslag</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ulæst</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>flyttet</translation>
    </message>
    <message>
        <source>place unsure</source>
        <translation>usikkert sted</translation>
    </message>
    <message>
        <source>not in the article</source>
        <translation>ikke i artiklen</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>»{name}«</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>og {n} til</translation>
    </message>
    <message>
        <source>used in {stories}</source>
        <translation>brugt i {stories}</translation>
    </message>
    <message>
        <source>on the record</source>
        <translation>til citat</translation>
    </message>
    <message>
        <source>not for attribution</source>
        <translation>uden navn</translation>
    </message>
    <message>
        <source>on background</source>
        <translation>til baggrund</translation>
    </message>
    <message>
        <source>off the record (not to be quoted)</source>
        <translation>off the record (må ikke citeres)</translation>
    </message>
    <message>
        <source>saved · verbatim as in the article ✓</source>
        <translation>gemt · ordret som i artiklen ✓</translation>
    </message>
    <message>
        <source>saved · moved in a new version</source>
        <translation>gemt · flyttet i ny udgave</translation>
    </message>
    <message>
        <source>saved · place in the article unsure</source>
        <translation>gemt · usikker placering i artiklen</translation>
    </message>
    <message>
        <source>saved · no longer in the article</source>
        <translation>gemt · findes ikke længere i artiklen</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Brugt</translation>
    </message>
    <message>
        <source>no tag</source>
        <translation>uden tag</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>valgt</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 fund</translation>
    </message>
    <message>
        <source>{n} results</source>
        <translation>{n} fund</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Kilde</translation>
    </message>
    <message>
        <source>Publication</source>
        <translation>Medie</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommune</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>År</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>ikke sendt</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>sendt</translation>
    </message>
    <message>
        <source>no corrections</source>
        <translation>ingen rettelser</translation>
    </message>
    <message>
        <source>correction proposed</source>
        <translation>rettelse foreslået</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>afklaret</translation>
    </message>
    <message>
        <source>correction declined</source>
        <translation>rettelse afvist</translation>
    </message>
</context>
</TS>
