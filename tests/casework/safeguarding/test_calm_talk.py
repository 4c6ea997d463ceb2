"""Calm talk that holds danger words raises nothing; a plain danger in much the same words is read as ever."""

import pytest

from casework.safeguarding import read

CALM = [
    "im sinking under all these letters can you help me fill them",
    "drowning in all this paperwork",
    "snowed under with forms",
    "burning the candle at both ends",
    "the printer is bleeding ink everywhere",
    "no point in me going if the course is full",
    "theres no point me coming if shes off sick",
    "want to end my universal credit claim",
    "can i end my placement early",
    "ending my fixed term contract",
    "id rather die than work sundays",
    "rather die than go back to retail",
    "id rather die than do another shift in that kitchen",
    "slept in the car at a festival, back in bits",
    "kicked out of the library for eating crisps",
    "someones at the door hang on",
    "hang on someone is at the door",
    "hes coming to fix the door at 2",
    "i look after mum she cant wash herself so i do it",
    "the toddler hit me with a spoon while im typing",
    "got a black eye from rugby, can the photo wait",
    "gp asked if im suicidal and i said no chance, just tired",
    "it asks do i have thoughts of ending my life. no",
    "suicidal squirrel ran under my bike",
    "how long does it take to hang a door",
    "how high is the low bridge, i drive a 4m luton",
    "drop dead gorgeous wedding dress shop job",
    "binge watching killing eve, sorry i didnt reply",
    "meter run out but ive topped it up",
    "fridge is fixed now",
    "the bus broke down again",
    "gas engineer course, how long, the boiler at home scares me lol",
    "she threw me out of bed for snoring",
    "uc have took too much off me, they think im still on the old wage",
    "dad died when i was small so mum brought us up",
    "about to jump off the bus at the hospital, be 10 minutes",
    "asthma attack last winter but got new inhalers",
    "not going to be here much longer, moving to hull for work",
    "i wrote a letter to my mum to say i got the job",
    "in eastenders theres a woman whose husband controls her every penny",
]
DANGER = [
    "im sinking, please help me",
    "im drowning in debt and cant go on",
    "shes bleeding everywhere",
    "no point in me going on",
    "no point in me being here",
    "want to end my life and my claim",
    "i want to end my suffering",
    "id rather be dead than go on like this",
    "id rather die than see another day",
    "rather die than another day of this",
    "id rather die than go back to him",
    "sleeping in my van at the beach, no home",
    "slept in the car again, nowhere to go",
    "kicked out of the house, got my bags",
    "someone is at the door trying to get in hes going to kill me",
    "hes at the door with a knife hang on",
    "mum cant wash herself and nobody comes",
    "my son hit me with a hammer",
    "i got a black eye from my husband",
    "gp asked if i was suicidal and i said no but i lied",
    "it asks do i have thoughts of ending my life. yes",
    "they asked if im suicidal and i am",
    "suicidal again today",
    "how long does it take to hang yourself",
    "how high is the bridge",
    "i binge then make myself sick",
    "meter has run out and the baby is cold",
    "the fridge is empty and so are the cupboards",
    "i broke down crying again and cant cope",
    "gun in my mouth",
    "i have a gun to my head",
    "he held a gun to my head",
    "about to jump off the train at full speed",
    "how long does it take to die from gas",
    "car exhaust and a hose how long does it take",
    "gas in a shut car, how long would it take",
    "she threw me out and i have no bed tonight",
    "about to jump off the bridge",
    "im having an asthma attack and cant breathe",
    "youll be shot of me soon",
    "not going to be here much longer",
    "i wrote a letter to my mum to say goodbye",
    "took too much of my tablets",
    "the man is here now he is breaking the door",
    "my mum died last week and i cant cope",
]
OTHERS = [
    ("my sisters husband beats her", "abuse_other"),
    ("my mate is getting hit by her boyfriend", "abuse_other"),
    ("her husband controls her money and wont let her out", "abuse_other"),
    ("he wont let her see us any more", "abuse_other"),
    ("i can hear him hitting her through the wall", "abuse_other"),
    ("my aunty is suffering domestic violence", "abuse_other"),
    ("my workmate keeps turning up with bruises her fella does it", "abuse_other"),
    ("got arrested for hitting my wife last night", "abuse_doing"),
    ("i saw red and hit her", "abuse_doing"),
    ("i locked my wife in the bedroom so she couldnt leave", "abuse_doing"),
    ("i tied my son to the bed to keep him quiet", "abuse_doing"),
]


@pytest.mark.parametrize("words", CALM)
def test_calm_talk_is_no_danger(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize("words", DANGER)
def test_danger_in_much_the_same_words_is_read(words: str) -> None:
    assert read(words)


@pytest.mark.parametrize(("words", "class_"), OTHERS)
def test_what_is_done_to_others_is_read_though_its_patterns_are_wide(words: str, class_: str) -> None:
    found = read(words)
    assert found
    assert class_ in (found.class_, *found.also)
    assert found.priority in ("P0", "P1")
