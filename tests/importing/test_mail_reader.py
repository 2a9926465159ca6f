import random
from contextlib import suppress
from datetime import date
from email.message import EmailMessage

import pytest

from kdcurator.domain.article import Metadata, ReadFile, ReadingNote, TextType
from kdcurator.domain.errors import EmptyFile, EncryptedFile, NoText, Refused
from kdcurator.importing.mail_reader import EmlReader
from kdcurator.importing.registry import Registry

WORDS = "Kære Åse\n\n– Vi når det\xa0ikke, og det ved I\u00adgodt.\n\nHilsen\nBø\n"


def mail(body: str = WORDS, **headers: str) -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = headers.get("subject", "SV: Åbent møde på Ærø")
    message["From"] = headers.get("sender", '"Bø Ærlig" <bo@havby.example>')
    message["To"] = "redaktion@avisen.example"
    message["Date"] = headers.get("date", "Mon, 2 Nov 2026 09:00:00 +0100")
    message.set_content(body, cte="base64")
    return message


def read(message: EmailMessage | bytes, name: str = "a.eml") -> ReadFile:
    data = message if isinstance(message, bytes) else message.as_bytes()
    return Registry().read_bytes(data, name)


def test_a_mail_says_what_was_written_and_who_wrote_when() -> None:
    file = read(mail())
    assert (file.text, file.media_type, file.encoding) == (WORDS, "message/rfc822", "utf-8")
    assert file.metadata == Metadata(
        title="Åbent møde på Ærø",
        byline="Bø Ærlig",
        published_on=date(2026, 11, 2),
        text_type=TextType.MAIL,
    )
    assert not file.notes


@pytest.mark.parametrize(
    ("sender", "byline"),
    [
        ("bo@havby.example", "bo@havby.example"),
        ("Bø Ærlig <bo@havby.example>, Lis Ek <lis@havby.example>", "Bø Ærlig"),
        ('"Ærlig, Bø" <bo@havby.example>', "Ærlig, Bø"),
    ],
)
def test_the_sender_is_a_name_or_else_an_address(sender: str, byline: str) -> None:
    assert read(mail(sender=sender)).metadata.byline == byline


@pytest.mark.parametrize("subject", ["Re: VS: Sagen", "Sagen", "FW: Fwd: SV: Sagen"])
def test_a_subject_is_told_without_what_answering_adds(subject: str) -> None:
    assert read(mail(subject=subject)).metadata.title == "Sagen"


@pytest.mark.parametrize("name", ["a.eml", "a.EML", "a.emlx"])
def test_a_file_of_apple_mail_counts_its_bytes_first(name: str) -> None:
    data = mail().as_bytes()
    assert (
        read(f"{len(data)}      \n".encode() + data + b'<?xml version="1.0"?><plist/>', name).text
        == WORDS
    )


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "mac_roman"])
@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "us-ascii", "klingon", None])
def test_no_declaration_damages_danish_words(encoding: str, declared: str | None) -> None:
    kind = f"Content-Type: text/plain; charset={declared}\r\n" if declared else ""
    head = f"From: Bø Ærlig <bo@havby.example>\r\nSubject: Åbent møde på Ærø\r\n{kind}\r\n"
    file = read((head + "– Vi når det på Ærø, og så går vi.").encode(encoding))
    assert file.text == "– Vi når det på Ærø, og så går vi."
    assert (file.metadata.title, file.metadata.byline) == ("Åbent møde på Ærø", "Bø Ærlig")


def test_plain_text_counts_before_html() -> None:
    message = mail()
    message.add_alternative("<p>Kære <b>Åse</b>", subtype="html")
    assert read(message).text == WORDS


@pytest.mark.parametrize("plain", [" \n", None])
def test_all_that_html_shows_is_read_where_there_is_no_plain_text(plain: str | None) -> None:
    message = mail(plain or "x")
    page = "<div>Hej<br>Åse</div><script>x</script><p>– Ja,&nbsp;tak.</p><div>Bø</div>"
    if plain is None:
        message.set_content(page, subtype="html")
    else:
        message.add_alternative(page, subtype="html")
    file = read(message)
    assert (file.text, file.notes) == ("Hej\nÅse\n\n– Ja,\xa0tak.\n\nBø", frozenset())


def test_what_is_written_below_an_attachment_belongs_to_the_mail() -> None:
    message = mail("Over\n")
    message.add_attachment(b"%PDF", "application", "pdf", filename="bilag.pdf")
    below = EmailMessage()
    below.set_content("Under\n")
    message.attach(below)
    file = read(message)
    assert (file.text, file.notes) == ("Over\n\nUnder\n", frozenset({ReadingNote.ATTACHMENTS}))


def test_the_foot_of_a_list_is_not_taken_for_the_mail() -> None:
    message = mail()
    message.set_content("<p>Kære <b>Åse</b></p>", subtype="html")
    message.make_mixed()
    foot = EmailMessage()
    foot.set_content("Afmeld listen\n")
    message.attach(foot)
    assert read(message).text == "Kære Åse\n\nAfmeld listen\n"


def test_attachments_are_told_and_are_no_part_of_the_text() -> None:
    message = mail()
    message.add_attachment("Et bilag", filename="bilag.txt")
    file = read(message)
    assert (file.text, file.notes) == (WORDS, frozenset({ReadingNote.ATTACHMENTS}))


def test_a_mail_that_is_attached_to_another_is_an_attachment() -> None:
    message = mail()
    message.add_attachment(mail("Noget helt andet"))
    file = read(message)
    assert (file.text, file.notes) == (WORDS, frozenset({ReadingNote.ATTACHMENTS}))


def test_a_picture_within_what_was_written_is_no_attachment() -> None:
    message = mail()
    message.set_content('<p>Hej</p><img src="cid:logo">', subtype="html")
    message.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    assert not read(message).notes


@pytest.mark.parametrize(
    ("kind", "sent", "text"),
    [
        ("format=flowed", "Vi når \r\ndet ikke.\r\nNej.\r\n", "Vi når det ikke.\nNej.\n"),
        ("format=flowed; delsp=yes", "Vi når \r\n det.\r\n", "Vi nårdet.\n"),
        ("format=flowed", "> Vi \r\n> når \r\nDet.\r\n", "> Vi når \nDet.\n"),
        ("format=flowed", "Hej \r\n\r\n-- \r\nBø\r\n", "Hej \n\n-- \nBø\n"),
        ("format=flowed", " > ej \r\n  citat\r\n", "> ej  citat\n"),
        ("format=fixed", "Vi når \r\ndet ikke.\r\n", "Vi når \ndet ikke.\n"),
    ],
)
def test_lines_broken_for_the_way_are_whole_again(kind: str, sent: str, text: str) -> None:
    head = f"Subject: x\r\nContent-Type: text/plain; charset=utf-8; {kind}\r\n\r\n"
    assert read((head + sent).encode()).text == text


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", EmptyFile),
        (b"Subject: Hej\r\n\r\n", NoText),
        (
            b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nMIAG",
            EncryptedFile,
        ),
        (
            b'Content-Type: multipart/encrypted; boundary="b"\r\n\r\n--b\r\n\r\nx\r\n--b--',
            EncryptedFile,
        ),
        (b"Content-Type: image/png\r\n\r\nx", NoText),
    ],
)
def test_a_mail_with_nothing_to_read_is_refused(data: bytes, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        EmlReader().read(data, "a.eml")


@pytest.mark.parametrize(
    "headers",
    [
        "Subject: =?utf-8?b?!!!?=\r\nFrom: <<<>>>\r\nDate: i går",
        "From: \x00@\r\nDate: Mon, 99 Foo 2026 99:99:99 +9999",
        "Content-Type: text/plain; charset*=x''%ff; format*0*=%%%",
        "Content-Transfer-Encoding: klingon\r\nSubject: " + "x" * 100_000,
        "Content-Type: multipart/mixed",
        "From: " + "(" * 5_000,
    ],
)
def test_strange_headers_do_not_lose_the_words(headers: str) -> None:
    with suppress(NoText):
        assert "ord" in read(f"{headers}\r\n\r\nord og ord".encode()).text


def test_mails_within_mails_without_end_are_read_or_refused() -> None:
    parts = "".join(
        f'Content-Type: multipart/mixed; boundary="b{i}"\r\n\r\n--b{i}\r\n' for i in range(3_000)
    )
    with pytest.raises(Refused):
        read(parts.encode())


def test_a_damaged_mail_is_read_or_refused() -> None:
    message = mail()
    message.add_alternative("<p>Kære <b>Åse</b>", subtype="html")
    message.add_attachment("Et bilag", filename="bilag.txt")
    luck, whole = random.Random(6), message.as_bytes()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(luck.randint(1, 30)):
            data[luck.randrange(len(data))] = luck.randrange(256)
        with suppress(Refused):
            EmlReader().read(bytes(data), "a.eml")
