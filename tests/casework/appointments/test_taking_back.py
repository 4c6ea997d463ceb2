"""What is taken back of a meeting or of waiting for one, in no more words than that."""

import pytest

from casework.appointments.booking.wanted_back import in_their_english
from casework.appointments.words.having import is_not_late, unsure_of_coming, waits_no_more, wants_back, wants_still
from casework.appointments.words.particulars import keeps


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


@pytest.mark.parametrize("text", ["no wait i do want it sorry", "no sorry i do want it", "oh no wait i need it after all", "sorry can i undo that", "can i have my appointment back", "ah no i still want it", "sorry i pressed the wrong one", "actually i can make it", "can i still have it", "shouldnt have cancelled that"])
def test_wanted_still(text: str) -> None:
    assert wants_still(text)


@pytest.mark.parametrize("text", ["no", "no thanks", "ok", "i want to die", "i do want to die", "i want it to stop", "i want another day", "i want to talk to a person", "i cant go on", "i need help"])
def test_nothing_wanted_still(text: str) -> None:
    assert not wants_still(text)


@pytest.mark.parametrize("text", ["mae'n ddrwg gen i, dw i eisiau fe yn ôl", "dwi isio fo'n ôl", "camgymeriad oedd o", "ga i fy apwyntiad yn ôl"])
def test_wanted_back_in_welsh(text: str) -> None:
    assert wants_back(in_their_english(text))


@pytest.mark.parametrize(("text", "keep"), [("no i do want it", True), ("i still want it", True), ("dont", True), ("yes", False), ("yes cancel", False), ("i dont want it", False), ("i cant come", False), ("changed my mind", None)])
def test_kept_or_called_off(text: str, keep: bool | None) -> None:
    assert keeps(text) is keep
