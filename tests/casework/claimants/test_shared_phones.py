"""A phone that family or friends may read is shared; one that a partner reads, or that is feared for, is none of that."""

import pytest

from casework import claimants
from casework.council import council

SHARED = [
    "my mum reads my texts",
    "my dad can see my messages",
    "other people see my phone",
    "my kids use this phone",
    "the kids play on my phone",
    "my little brother looks at my phone",
    "my housemate can see my messages",
    "somebody else can see my phone",
    "my daughter has my phone sometimes",
    "my texts are sometimes read by my sister",
    "keep it vague my mum looks at my phone",
    "dont mention work in the texts",
    "please don't put anything about benefits in your messages",
    "dont say what its about",
    "don't say who you are",
    "dont mention the council",
    "can u keep it vague",
    "leave work out of the texts",
    "nothing about the job in the text please",
    "be discreet please",
    "please dont say why",
    "hi my mum reads my texts sometimes so dont say what its about pls xx",
]
OTHERWISE = [
    "my partner reads my texts",
    "my husband sees my phone",
    "he reads my texts",
    "my mum reads my texts and im scared of her",
    "my dad checks my phone and goes mad",
    "my mum reads my texts, dont let her know",
    "keep it vague he reads them",
    "dont mention it",
    "they dont mention pay in the contract",
    "please dont mention this to my worker",
    "dont mention the job to my boss",
    "my mum read me the letter",
    "my kids need a phone",
    "what is this about",
    "who reads my texts?",
    "dont text me about work",
    "boss cut my hours and dont say why",
    "they sacked me and dont say why",
    "Does anyone answer the phone at your office",
    "can anyone see my messages",
    "can my mum see my messages",
    "my boss reads my texts",
    "my dad reads my messages im 15",
    "my kids use this phone and i start at tesco on monday",
]


@pytest.mark.parametrize("words", SHARED)
def test_others_read_it(words: str) -> None:
    assert claimants.is_shared(words)
    kept = claimants.settle(words, None, council().texting)
    assert kept.kind == "shared"
    assert kept.contact == {"neutral": True, "shared": True}


@pytest.mark.parametrize("words", OTHERWISE)
def test_no_more_than_others_read_it(words: str) -> None:
    assert not claimants.is_shared(words)


@pytest.mark.parametrize(
    "words", ["dont text after 5 hubby home", "no texts after 5, fella in", "dont text past 5 when he's back", "not after 5 hubby about"]
)
def test_hours_that_somebody_coming_home_rules_out(words: str) -> None:
    assert claimants.leaves_times(words, council().texting)
    assert claimants.settle(words, None, council().texting).contact["until"] == "17:00"


@pytest.mark.parametrize("words", ["he gets home at 5", "hubby home at 5", "dont text me when my husband is in"])
def test_no_hours_that_can_be_read(words: str) -> None:
    assert not claimants.leaves_times(words, council().texting)


@pytest.mark.parametrize("words", ["my kids use this phone and i start at tesco on monday", "dont mention work in the texts, when is my meeting"])
def test_beside_other_words_it_is_said_all_the_same(words: str) -> None:
    assert claimants.says_shared(words)


@pytest.mark.parametrize("words", ["boss cut my hours and dont say why", "can anyone see my messages", "they dont say why they sacked me"])
def test_trouble_at_work_and_a_question_say_nothing_of_the_phone(words: str) -> None:
    assert not claimants.says_shared(words)
