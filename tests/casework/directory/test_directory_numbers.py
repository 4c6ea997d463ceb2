"""Every national number, typed a second time: a slip of one digit sends people somewhere else."""

import re

import pytest

from casework.base.settings import ROOT
from casework.council.phones import is_drama
from casework.directory import Book

PHONES = {
    "emergency": "999",
    "silent-999": "999",
    "nhs111-mh": "111",
    "nhs24-mh": "111",
    "nhs111-wales": "111",
    "nhs111": "111",
    "nhs24": "111",
    "nhs111-wales-health": "111",
    "lifeline-ni": "08088088000",
    "samaritans": "116123",
    "papyrus": "08000684141",
    "calm": "0800585858",
    "saneline": "03003047000",
    "mind-info": "03001233393",
    "mind-support": "03001021234",
    "call-wales": "0800132737",
    "breathing-space": "0800838587",
    "childline": "08001111",
    "nspcc": "08088005000",
    "da-england": "08082000247",
    "da-wales": "08088010800",
    "da-scotland": "08000271234",
    "da-ni": "08088021414",
    "mens": "08088010327",
    "galop": "08009995428",
    "karma-nirvana": "08005999247",
    "rape-line": "08085002222",
    "stalking-line": "08088020300",
    "respect": "08088024040",
    "modern-slavery": "08000121700",
    "salvation-army": "08008083733",
    "hourglass": "08088088141",
    "victim-support": "08081689111",
    "stepchange": "08001381111",
    "national-debtline": "08088084000",
    "citizens-advice-england": "08001448848",
    "citizens-advice-wales": "08007022020",
    "citizens-advice-scotland": "08000281456",
    "advice-ni": "08009154604",
    "help-to-claim": "08001448444",
    "help-to-claim-wales": "08000241220",
    "help-to-claim-scotland": "08000232581",
    "uc-helpline": "08003285644",
    "gamcare": "08088020133",
    "help-through-hardship": "08082082138",
    "shelter": "08088004444",
    "shelter-cymru": "08000495495",
    "careers-england": "0800100900",
    "careers-wales": "08000284844",
    "sds": "08009178000",
    "careers-ni": "03002007820",
    "acas": "03001231100",
    "eass": "08088000082",
    "access-to-work": "08001217479",
    "frank": "03001236600",
    "drinkline": "03001231110",
    "dan-wales": "08088082234",
    "carers-uk": "08088087777",
    "family-lives": "08088002222",
    "children-first": "08000282233",
    "gingerbread": "08088020925",
    "cruse": "08088081677",
    "cruse-scotland": "08088026161",
    "beat-england": "08088010677",
    "beat-scotland": "08088010432",
    "beat-wales": "08088010433",
    "beat-ni": "08088010434",
    "nacro": "03001231999",
    "migrant-help": "08088010503",
}
TEXTS = {"shout": ("SHOUT", "85258"), "papyrus": (None, "88247"), "frank": (None, "82111")}
WEBSITE_ONLY = [
    "moneyhelper",
    "turn2us",
    "womens-aid",
    "streetlink",
    "the-mix",
    "fwa",
    "housing-rights-ni",
    "text-999",
]
NEVER = ["08000113797", "08001387777", "08088022000", "emergencysms"]
ONE_LINE_OF_MANY_NAMES = {"999", "111"}


def test_every_phone_is_the_one_of_the_specification(book: Book) -> None:
    assert {one.id: one.phone.dialled for one in book.national.values() if one.phone} == PHONES


def test_every_text_is_the_one_of_the_specification(book: Book) -> None:
    found = {one.id: (one.text.word, one.text.number) for one in book.national.values() if one.text}
    assert found == TEXTS


@pytest.mark.parametrize("id_", WEBSITE_ONLY)
def test_a_website_only_service_has_no_number(book: Book, id_: str) -> None:
    service = book.national[id_]
    assert (service.phone, service.text) == (None, None)
    assert service.url


def test_no_two_services_share_a_number(book: Book) -> None:
    numbers = [number for number in PHONES.values() if number not in ONE_LINE_OF_MANY_NAMES]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize("wrong", NEVER)
def test_numbers_and_sites_that_must_never_be_shown(wrong: str) -> None:
    files = list((ROOT / "directory").rglob("*.yml"))
    assert files
    assert not any(wrong in path.read_text("utf-8").replace(" ", "") for path in files)


def test_only_the_four_pinned_are_shown_without_a_check(book: Book) -> None:
    pinned = [one.id for one in book.national.values() if one.pinned]
    assert pinned == ["emergency", "silent-999", "samaritans", "shout"]


def test_local_demonstration_numbers_reach_nobody(book: Book) -> None:
    local = [one for services in book.local.values() for one in services]
    assert len(local) >= 16
    assert all(is_drama(one.phone.shown) for one in local if one.phone)
    assert all(is_drama(one.text.number) for one in local if one.text)
    assert all(re.search(r"\.example\.org/$", str(one.url)) for one in local if one.url)
