<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da" sourcelanguage="en">
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
        <source>There is no quote {id} in this library; it may have been undone.</source>
        <translation>Der er intet citat {id} i biblioteket; det kan være fortrudt.</translation>
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
        <source>There is no text in the file, only blanks.</source>
        <translation>Der er ingen tekst i filen, kun mellemrum.</translation>
    </message>
    <message>
        <source>Files of this kind ({kind}) cannot be imported. Save it as text first.</source>
        <translation>Filer af denne slags ({kind}) kan ikke importeres. Gem filen som tekst først.</translation>
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
        <source>The library at {path} is damaged ({reason}). Bring a backup back with &apos;restore&apos;; nothing was changed.</source>
        <translation>Biblioteket i {path} er beskadiget ({reason}). Hent en sikkerhedskopi tilbage med &apos;restore&apos;; intet er ændret.</translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}.</source>
        <translation>{path} kunne ikke skrives: {reason}.</translation>
    </message>
    <message>
        <source>There is no space left on the disk. Make room and try again; nothing was saved.</source>
        <translation>Der er ikke mere plads på disken. Skaf plads, og prøv igen; intet er gemt.</translation>
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
        <source>Quote {id} no longer matches its article, so nothing was exported. Run &apos;check&apos; to see what is wrong.</source>
        <translation>Citat {id} er ikke længere ordret som i artiklen, så intet er eksporteret. Kør &apos;check&apos; for at se, hvad der er galt.</translation>
    </message>
    <message>
        <source>Quotes no longer match their articles: {ids}. Run &apos;check&apos; to see what is wrong; they cannot be exported as they are.</source>
        <translation>Citater er ikke længere ordret som i artiklen: {ids}. Kør &apos;check&apos; for at se, hvad der er galt; de kan ikke eksporteres, som de er.</translation>
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
        <source>it is a pipe or a device, not a file</source>
        <translation>det er et rør eller en enhed, ikke en fil</translation>
    </message>
    <message>
        <source>files, --article or --all</source>
        <translation>filer, --article eller --all</translation>
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
</context>
</TS>
