import re
from datetime import datetime

from casework import directory
from casework.base.clock import LONDON
from casework.base.speaking import speaking
from casework.directory import Book
from casework.directory.rules import contacts, signpost
from casework.directory.show import render

MORNING = datetime(2026, 11, 24, 10, tzinfo=LONDON)
OCTOBER = datetime(2026, 10, 6, 10, tzinfo=LONDON)
GSM7 = re.compile(r"[\w@£$¥ !\"#%&'()*+,\-./:;<=>?]*", re.ASCII)


def lines(book: Book, ids: list[str], channel: str, at: datetime = MORNING) -> list[str]:
    return render(contacts(book, ids, "england", at), channel, book.wording)


def test_a_line_on_the_web(book: Book) -> None:
    assert lines(book, ["stepchange"], "web") == [
        "StepChange: Talk to someone about money you owe. "
        "Call 0800 138 1111 (open now, until 8pm) · https://www.stepchange.org"
    ]


def test_what_to_press_is_said_with_the_number(book: Book) -> None:
    assert (
        "Call 111 and choose the mental health option (often 2) (open day and night)"
        in lines(book, ["nhs111-mh"], "web", OCTOBER)[0]
    )


def test_where_to_text(book: Book) -> None:
    assert "Text SHOUT to 85258 (open day and night)" in lines(book, ["shout"], "web")[0]
    assert "Call 0300 123 6600 (open day and night) · Text 82111 · https" in lines(book, ["frank"], "web")[0]


def test_a_text_carries_neither_web_address_nor_telling_name(book: Book) -> None:
    assert lines(book, ["da-england", "womens-aid"], "sms", OCTOBER) == [
        "A line that can help: Call 0808 2000 247 (24 hours)"
    ]


def test_a_service_with_a_hidden_number_is_left_out_of_texts(book: Book) -> None:
    assert lines(book, ["acas"], "sms") == []
    assert lines(book, ["acas"], "web") == [
        "Acas: Ask about your rights at work, such as pay, hours and losing a job. https://www.acas.org.uk"
    ]


def test_texts_use_only_letters_that_keep_them_short(book: Book) -> None:
    for name in book.table.intents:
        found = signpost(book, name, "northbridge", "england", MORNING)
        assert GSM7.fullmatch("".join(render(found, "sms", book.wording)))


def test_a_line_in_welsh_says_the_same_with_the_same_number() -> None:
    with speaking("cy"):
        (found,) = directory.contacts(["samaritans"], "wales", MORNING)
        assert directory.render([found], "web") == [
            "Samaritans: Bydd rhywun yn gwrando, beth bynnag rydych chi'n mynd trwyddo. "
            "Ffoniwch 116 123 (ar agor ddydd a nos) · https://www.samaritans.org"
        ]
        assert directory.opening("need_debt") == (
            "Mae'n swnio fel eich bod eisiau help. Pwnc: arian sy'n ddyledus gennych. Efallai y bydd y rhain yn helpu:"
        )
    assert "Someone will listen" in directory.render(directory.contacts(["samaritans"], "wales", MORNING), "web")[0]
