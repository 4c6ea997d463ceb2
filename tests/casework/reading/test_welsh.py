"""Short Welsh answers become the English that the readers know; what is not known is not guessed."""

import pytest

from casework.reading import in_english, read_answer

SAID = [
    ("Ydw", "Yes"), ("ydw wir", "Yes"), ("Ie.", "Yes"), ("oes", "Yes"), ("cewch", "Yes"), ("Hoffwn", "Yes"),
    ("na", "No"), ("Nac ydw", "No"), ("nag oes!", "No"), ("naddo", "No"), ("dim diolch", "No"), ("Na, dim diolch", "No"),
    ("Ddim yn siŵr", "Not sure"), ("dwi ddim yn siwr", "Not sure"), ("wn i ddim", "Not sure"), ("efallai", "Not sure"),
    ("Well gen i beidio dweud", "Rather not say"), ("byddai’n well gen i beidio â dweud", "Rather not say"),
    ("Stopiwch", "Stop"), ("stopio", "Stop"), ("ymlaen", "Carry on"), ("Ffoniwch fi", "Call me"),
    ("siarad â pherson", "I want to talk to a person"), ("dwi isio siarad efo rhywun", "I want to talk to a person"),
    ("tri deg pedwar", "34"), ("pedwar deg", "40"), ("deunaw oed", "18"), ("25 oed", "25"), ("chwe mis", "6 months"),
    ("dwy flynedd", "2 years"), ("dydd Mawrth bore", "Tuesday morning"), ("dydd Iau am 2", "Thursday at 2"),
    ("yr wythnos nesaf ar ôl 3", "next week after 3"), ("dros y ffôn", "by phone"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), SAID)
def test_short_answers(said: str, meant: str) -> None:
    assert in_english(said) == meant


@pytest.mark.parametrize(
    "said",
    ["", "...", "10", "stop smoking", "dw i'n poeni am arian", "ydw ond dw i ofn", "dydd Mawrth gyda fy mam", "yes", "na " * 30],
)
def test_anything_else_is_not_guessed(said: str) -> None:
    assert in_english(said) is None


def test_what_they_become_is_read() -> None:
    values = [read_answer("yes_no", in_english(said) or "")["value"] for said in ("ydw", "nac oes", "dim syniad", "preifat")]
    assert values == ["yes", "no", "not_sure", "prefer_not_to_say"]
    assert read_answer("age_years", in_english("tri deg pedwar oed") or "", "How old are you?")["value"] == 34
