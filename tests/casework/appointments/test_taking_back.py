"""What is taken back of a meeting or of waiting for one, in no more words than that."""

import pytest

from casework.appointments.having import is_not_late, unsure_of_coming, waits_no_more, wants_back


@pytest.mark.parametrize("text", ["no longer need it", "take me off it", "dont need it anymore thanks", "pls take me off", "i no longer want one", "not needed any more", "sorry i dont want a slot now", "remove my name off it please"])
def test_waits_no_more(text: str) -> None:
    assert waits_no_more(text)


@pytest.mark.parametrize("text", ["take me off universal credit", "i dont want to live", "i dont want to wait, i need help now", "i no longer need it but my wife does", "get me off drugs", "i need it"])
def test_no_word_of_waiting(text: str) -> None:
    assert not waits_no_more(text)


@pytest.mark.parametrize("text", ["actually not late, ignore that", "im not late after all", "not gonna be late now", "ill be on time", "on time after all", "i'll make it on time", "ignore that, im not late"])
def test_not_late(text: str) -> None:
    assert is_not_late(text)


@pytest.mark.parametrize("text", ["im late", "not late for work", "will i be on time", "i wont be on time", "my pay is not on time", "its not too late to change"])
def test_no_word_of_being_on_time(text: str) -> None:
    assert not is_not_late(text)


@pytest.mark.parametrize("text", ["I might be there or might not", "might not come", "not sure if i can make it", "i might come", "i could come or not"])
def test_unsure(text: str) -> None:
    assert unsure_of_coming(text)


@pytest.mark.parametrize("text", ["my mum might come", "i might need an interpreter", "someone may come with me", "i might be late"])
def test_no_doubt_of_coming(text: str) -> None:
    assert not unsure_of_coming(text)


@pytest.mark.parametrize("text", ["no wait keep it", "keep it", "actually keep it please", "dont cancel it", "keep it after all"])
def test_kept(text: str) -> None:
    assert wants_back(text)
