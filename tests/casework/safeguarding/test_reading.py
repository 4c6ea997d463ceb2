"""What people write, and what must be read in it."""

import pytest

from casework.safeguarding.rules import read

PLAIN = {
    "suicide_now": ["im going to kill myself tonight", "I have the tablets here", "I've written my goodbye letters",
        "going to drive into a wall on the way home from shift"],
    "suicide_thoughts": ["I want to die", "i think about suicide", "wanna top myself", "i feel suicidal"],
    "suicide_indirect": ["cant do this any more", "everyone would be better off without me", "i cant see a way out"],
    "suicide_past": ["I tried to end my life last year", "ive been there before"],
    "suicide_other": ["my son says he wants to die", "im worried about my mate"],
    "means_query": ["how many paracetamol would kill you", "lost my job. how high is the bridge"],
    "self_harm": ["I cut myself", "back to my old ways"],
    "overdose_medical": ["ive taken too many pills", "chest pain", "he's not breathing"],
    "abuse_now": ["he's outside the door", "she's got a knife", "hes kicking off now please hurry"],
    "abuse": ["my partner hits me", "walking on eggshells", "not allowed out", "she has my bank card"],
    "abuse_monitored": ["he reads my texts", "someone else has this phone", "cant talk now"],
    "abuse_doing": ["I hit my wife", "im scared ill hurt the kids", "i lose it with her"],
    "abuse_other": ["my neighbour is being beaten"],
    "sexual_violence": ["I was raped", "he made me"],
    "child_risk": ["my kids are being hurt", "he touches her", "kids havent eaten for two days"],
    "adult_risk": ["my carer takes my money", "i cant wash or feed myself"],
    "violence_threat": ["ill smash up the jobcentre", "I'll stab him", "theyll be sorry"],
    "homeless_tonight": ["nowhere to sleep tonight", "sleeping in my car", "kicked out, got my bags"],
    "no_food_heat": ["no food till friday", "living on toast", "sat in the dark"],
    "slavery": ["they took my passport", "I owe the boss for the job"],
    "psychosis_crisis": ["voices telling me to hurt someone", "they put a chip in me"],
    "extreme_distress": ["im at the end of my tether", "losing it", "i feel like im drowning"],
    "eating": ["i make myself sick after meals"],
    "gambling_crisis": ["lost the rent on slots"],
    "bereavement": ["my dad died"],
    "abuse_of_staff_or_bot": ["you are a useless bot"],
}

TELLING = [
    ("i cant get out with my legs", "i cant get out, hes locked the door"),
    ("i have bad legs and cant get out", "nan cant get out of bed for days, nobody comes"),
    ("i cant get out of bed most days with my back", "im housebound cant get out with my legs and my son takes my money"),
    ("kill it", "kill them"),
    ("im outside", "im outside his house with a knife"),
    ("i am at the door", "i am at the door and i want to die"),
    ("my dads coming too", "my dads coming to kill me"),
    ("i cant leave the house, can sum1 come to me", "i cant leave the house he hits me if i try"),
    ("my phone keeps going off", "my phone keeps going off and he reads my texts"),
    ("this aint her phone", "this is not my phone, he checks it"),
    ("i'd rather die than eat that", "i'd rather die than keep living"),
    ("better off gone from that job", "better off gone"),
    ("i could kill myself laughing", "i could kill myself"),
    ("the boiler is going to die on us", "i'm going to die"),
    ("wont be here on tuesday", "i wont be here"),
    ("he hit me up about a job", "he hit me"),
    ("i cant do this any more, this form keeps crashing", "i cant do this any more"),
]

MIXED = [
    ("this job is killing me, i want to die", "suicide_thoughts"),
    ("dying to start the new job but im going to kill myself tonight", "suicide_now"),
    ("got hit with a sanction then my partner hit me", "abuse"),
    ("overdose of caffeine lol, no really ive taken too many pills", "overdose_medical"),
    ("could murder a burger, ive got no food till friday", "no_food_heat"),
]

DISGUISED = [
    "k i l l  m y s e l f",
    "i want to kill-my-self",
    "su1cide",
    "i want to k!ll myself",
    "i wnt 2 d1e",
    "I. Want. To. Die.",
    "iwanttodie",
    "i want to dieeeee",
    "ｉ ｗａｎｔ ｔｏ ｄｉｅ",
    "i w\u200ba\u200bnt to d\u200bie",
    "i wаnt tо diе",
    "kms",
    "i dont wanna live anymroe",
    "thinkin abt sucide",
    "i don’t want to live",
]


@pytest.mark.parametrize(("danger", "text"), [(danger, text) for danger, texts in PLAIN.items() for text in texts])
def test_every_class_is_read_in_plain_words(danger: str, text: str) -> None:
    found = read(text)
    assert found
    assert danger in (found.class_, *found.also)


@pytest.mark.parametrize(("ordinary", "grave"), TELLING)
def test_the_same_words_may_mean_another_thing(ordinary: str, grave: str) -> None:
    assert read(ordinary) is None
    assert read(grave)


@pytest.mark.parametrize(("text", "danger"), MIXED)
def test_a_figure_of_speech_never_cancels_a_plain_statement(text: str, danger: str) -> None:
    found = read(text)
    assert found
    assert danger in (found.class_, *found.also)


@pytest.mark.parametrize("text", DISGUISED)
def test_disguises_are_seen_through(text: str) -> None:
    assert read(text)


def test_the_gravest_comes_first_and_the_rest_are_named() -> None:
    found = read("ive got no food in and im going to kill myself tonight")
    assert found
    assert (found.class_, found.priority) == ("suicide_now", "P0")
    assert "no_food_heat" in found.also


def test_the_clause_is_the_persons_own_words() -> None:
    found = read("Hello there. I WANT to die!! What time is my meeting?")
    assert found
    assert found.clause == "I WANT to die"


@pytest.mark.parametrize(
    ("text", "voice"),
    [("I want to die", "self"), ("my son wants to die", "other"), ("i hit my wife", "doer"), ("ill stab him", "doer")],
)
def test_three_voices(text: str, voice: str) -> None:
    found = read(text)
    assert found
    assert found.voice == voice


@pytest.mark.parametrize("text", ["im not suicidal", "i am not going to kill myself", "he has never hit me"])
def test_what_is_denied_is_no_alarm(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize("text", ["i cant stop thinking about suicide", "i dont feel safe at home"])
def test_a_denial_that_makes_it_worse_is(text: str) -> None:
    assert read(text)


@pytest.mark.parametrize("text", ["cant hes hitting me", "i cant he is hitting me", "will not, she hits me"])
def test_a_new_statement_after_a_denial_is_not_denied(text: str) -> None:
    assert read(text)
    assert read("he is not hitting me") is None


@pytest.mark.parametrize("medicine", ["beta blockers", "pregabalin", "methadone"])
def test_medicines_are_known_by_their_names(medicine: str) -> None:
    found = read(f"quick one before the form, how many of my {medicine} would it take?")
    assert found
    assert found.class_ == "means_query"
    assert read(f"do i put {medicine} on the health bit of the form") is None
