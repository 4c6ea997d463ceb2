"""What people say of a meeting they have, in own words, and what sounds like it and is not."""

import pytest

from casework.appointments.words import having
from casework.appointments.words.meeting_ways import format_of
from casework.base.patterns import faults_in
from casework.council import council

AREA = council().area("northbridge")


@pytest.mark.parametrize(
    ("text", "asked"),
    [("who is it with", "who"), ("whos coming", "who"), ("who am i seeing", "who"), ("which worker", "who"), ("sorry whos it with again?", "who"), ("who will I be meeting", "who"),
     ("who's my appointment with pls", "who"), ("what worker is it", "who"), ("whats her name again", "who"), ("who is going to ring me", "who"),
     ("how long is it", "long"), ("how long will it take", "long"), ("how long will i be there", "long"), ("ok how long does the meeting last", "long"), ("how long for", "long"),
     ("how do i get there", "where"), ("How do I find the office?", "where"), ("what's the address again", "where"), ("where is it", "where"), ("where do i go", "where"),
     ("what time is it again", "when"), ("when is it", "when"), ("what day is my appt", "when"), ("what time should i come", "when")],
)  # fmt: skip
def test_what_they_would_know_of_their_meeting(text: str, asked: str) -> None:
    assert having.asks_of_theirs(text) == asked


@pytest.mark.parametrize(
    "text",
    ["who am i to judge", "who do i talk to about debt", "who's coming for my kids", "how long is the course", "how long have i been out of work", "where do i go for the food bank",
     "how do i get there to work on time", "how do i get a job", "what is the address of the jobcentre", "who can help me with rent", "how long do benefits take", "who is joe", "what time do you open", "when is it open", "what time does the food bank shut", "when is my payday"],
)  # fmt: skip
def test_what_is_asked_of_something_else(text: str) -> None:
    assert having.asks_of_theirs(text) is None


@pytest.mark.parametrize("text", ["am i still on the list", "Am I on the waiting list?", "how far up the list am i".replace("how far up the list am i", "how far am i up the list"), "did you put me on the waiting list", "any news on the waiting list", "still on the list?"])
def test_whether_they_wait_still(text: str) -> None:
    assert having.asks_of_list(text)


@pytest.mark.parametrize("text", ["am i on the right page", "take me off the list", "is my name on the electoral roll", "send me the list", "put me on the waiting list"])
def test_no_question_of_the_list(text: str) -> None:
    assert not having.asks_of_list(text)


@pytest.mark.parametrize("text", ["i want it back", "didnt mean to cancel", "I didn't mean to", "can i have it back please", "undo", "cancelled by mistake", "sorry i pressed it by accident", "dont cancel it", "i can come after all", "no keep it", "oh no can i have it back please i can come after all", "no sorry i can make it, can i have it back"])
def test_what_was_called_off_is_wanted_back(text: str) -> None:
    assert having.wants_back(text)


@pytest.mark.parametrize("text", ["i want my money back", "can i have my job back", "i want my kids back", "i didnt mean to hurt her", "made a mistake at work", "call me back", "i never wanted this", "i can come, can you call me back", "i can make it to the job, can i have my money back"])
def test_something_else_is_wanted_back(text: str) -> None:
    assert not having.wants_back(text)


@pytest.mark.parametrize("text", ["can you rebook me", "rebook", "another one please", "can i have another appointment", "book me in again", "i need a new one", "can we make another time", "new appointment pls"])
def test_another_is_wanted(text: str) -> None:
    assert having.would_again(text)


@pytest.mark.parametrize("text", ["can i have another job", "a new start", "book a course", "i want another chance", "i need a new phone", "can you book me a taxi"])
def test_another_of_something_else_is_wanted(text: str) -> None:
    assert not having.would_again(text)


@pytest.mark.parametrize("text", ["not with her", "someone else please", "not Sam", "can i see someone else", "i dont want to see him", "I don't want Sam again", "id rather see somebody else", "a different worker please", "anyone but her"])
def test_somebody_else_is_wanted(text: str) -> None:
    assert having.refused_worker(text, ["Sam"])


@pytest.mark.parametrize("text", ["not him", "i do not want him", "I dont want to be with him", "i dont want them", "i cant be with her", "not her please", "dont want her any more"])
def test_she_may_be_anybody_where_no_worker_was_named(text: str) -> None:
    assert not having.refused_worker(text, ["Sam"], spoken_of=False)


@pytest.mark.parametrize("text", ["not with him", "i dont want to see her", "rather not meet him", "anyone but her", "not Sam", "someone else please", "i dont want that worker"])
def test_a_worker_is_meant_whoever_was_named(text: str) -> None:
    assert having.refused_worker(text, ["Sam"], spoken_of=False)


@pytest.mark.parametrize("text", ["not now", "not tuesday", "someone else needs help", "i dont want it", "i dont want to live", "i dont want to go", "not with kids", "its for someone else", "i dont like work", "a different day", "i dont get on with him", "i dont like her", "can i speak to someone else"])
def test_nobody_is_refused(text: str) -> None:
    assert not having.refused_worker(text, ["Sam"])


@pytest.mark.parametrize("text", ["sorry i was ill", "soz forgot", "I forgot, sorry", "sorry I was poorly yesterday", "overslept sorry", "sorry got the days mixed up", "sorry my kid was ill", "sorry the bus didnt come"])
def test_sorry_and_no_more(text: str) -> None:
    assert having.is_apology(text)


@pytest.mark.parametrize("text", ["sorry i was in hospital", "sorry my nan died", "sorry i was attacked", "im in court", "i feel sick of living", "sorry i cant cope", "sorry i started work", "thanks", "i was with my son yesterday"])
def test_more_than_sorry(text: str) -> None:
    assert not having.is_apology(text)


@pytest.mark.parametrize("text", ["make it a phone call", "can we do it on video instead", "at the library instead", "i'd rather come in", "can you ring me instead", "change it to face to face please", "can we meet at the hub", "phone instead pls", "could it be by phone"])
def test_another_way(text: str) -> None:
    assert having.changes_way(text, AREA)


@pytest.mark.parametrize("text", ["is it by phone", "my phone is broken", "i lost my phone", "can i use a computer at the library", "ring the jobcentre for me", "what is the office number", "i need help with a video cv", "i got a call from work", "yep ill be there", "see you there", "call me please", "can someone ring me", "i need a phone", "i want a call", "at the hub", "i'll call"])
def test_no_other_way(text: str) -> None:
    assert not having.changes_way(text, AREA)


@pytest.mark.parametrize("text", ["my sister is coming with me", "can I bring my mum", "is it ok if i bring a friend", "my mum wants to come too", "can my partner sit in", "im bringing my dad"])
def test_somebody_comes_with_them(text: str) -> None:
    assert having.brings_somebody(text)


@pytest.mark.parametrize("text", ["can i bring my cv", "can i take my kids to work", "my sister is coming home", "can i bring a claim", "can my landlord evict me", "my boss is coming with me to the meeting at work"])
def test_nobody_comes_with_them(text: str) -> None:
    assert not having.brings_somebody(text)


def test_the_file_has_no_fault() -> None:
    assert list(having.having().problems({})) == []
    assert list(faults_in(("x",), ["(?:go|go on|on)* now"]))


@pytest.mark.parametrize("text", ["CALENDAR", "send me the calendar link", "can you put it in my calendar", "can i add it to my phone calendar please"])
def test_it_is_wanted_in_their_calendar(text: str) -> None:
    assert having.asks_of_theirs(text) == "calendar"


@pytest.mark.parametrize("text", ["its in my calendar", "my calendar is full", "what is in your diary", "i keep a diary"])
def test_a_calendar_that_is_only_spoken_of(text: str) -> None:
    assert having.asks_of_theirs(text) is None


@pytest.mark.parametrize(
    ("text", "way"),
    [("Would you let me swap it to a phone call? My car's packed in", "phone"), ("actually could u do it by phone instead of me coming in", "phone"),
     ("please change my meeting to face to face, with interpreter in the room", "in_person"), ("I want face to face, not video", "in_person"),
     ("can you make my appointment a video call as my car has broken down", "video"), ("by phone instead of me coming in", "phone")],
)  # fmt: skip
def test_it_is_to_be_another_way_whatever_stands_beside(text: str, way: str) -> None:
    assert having.plainly_changes_way(text)
    assert format_of(text) == way


@pytest.mark.parametrize(
    "text",
    ["so is it by phone now or not", "can i change my phone number", "can you change my number, my phone broke", "can you make a call to my mum", "can i bring a phone", "i want a call",
     "swap my phone for a new one", "what if i cant do video", "move it to friday, i have a phone interview", "can we have a call from joe"],
)  # fmt: skip
def test_it_stays_the_way_it_is(text: str) -> None:
    assert not having.plainly_changes_way(text)


@pytest.mark.parametrize("text", ["hes a man, I asked for a woman", "He is a man. I said I want a woman", "but she's a woman and i asked for a man"])
def test_who_is_offered_is_not_as_asked_for(text: str) -> None:
    assert having.refused_worker(text)


@pytest.mark.parametrize("text", ["hes a man", "he is a man i met at work", "she is a woman i like", "my boss is a man and i said no"])
def test_a_man_is_only_spoken_of(text: str) -> None:
    assert not having.refused_worker(text)
