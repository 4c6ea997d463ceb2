"""Who asks for an ambulance is in danger; who asks that none be called may be, and denies nothing by it."""

import pytest

from casework.safeguarding import read


@pytest.mark.parametrize("text", [
    "call an ambulance", "ambulance!!", "someone call 999", "please ring 999 for me", "get me an ambulance quick", "im going to take these pills dont ring 999",
    "dont ring 999 ive took all my tablets", "could be worse i could be dead", "man in the road, not moving", "hes on the motorway not moving", "gonna swallow these dont call an ambulance",
])  # fmt: skip
def test_danger_with_an_ambulance_beside_it(text: str) -> None:
    found = read(text)
    assert found is not None
    assert found.priority == "P0"


@pytest.mark.parametrize("text", [
    "Ive got epilepsy so if i have a fit dont ring 999 unless its over 5 min", "i dont need an ambulance", "no need to ring 999 its only a cut", "i had to ring 999 for my mum last week",
    "i work on the ambulances", "could be better could be worse", "things could be worse i suppose", "can you ring me not 999", "stuck on the ring road, not moving. tell amina il be there when i can", "the train is not moving",
])  # fmt: skip
def test_an_ambulance_that_nobody_needs_now(text: str) -> None:
    assert read(text) is None
