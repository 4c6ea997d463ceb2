"""By which way somebody would rather be written to."""

import pytest

from casework.claimants import wished_channel


@pytest.mark.parametrize(
    "text",
    [
        "email me instead of texts", "can you email me instead of texting", "I'd rather have emails", "i prefer email",
        "don't text me, email me", "please send the reminders by email", "no texts please just email",
        "email is better for me", "can i get my reminders by e-mail", "switch me to email", "use my email for reminders",
        "pls email not txt", "I want receive email no text", "by email please", "change my reminders to email",
        "stop texting me and email me instead", "can my contact be by email not phone from now on, the phone's gone",
        "i can’t read texts, email me",
    ],
)
def test_an_email_is_wished_for(text: str) -> None:
    assert wished_channel(text) == "email"


@pytest.mark.parametrize(
    "text",
    [
        "text me instead of email please", "id rather get texts than emails", "send my reminders by text not email",
        "i dont read emails, text me", "text is better for me", "could you remind me by text message instead",
        "reminders by text", "i dont do email so get me on the texts", "txt me not email",
    ],
)
def test_a_text_is_wished_for(text: str) -> None:
    assert wished_channel(text) == "sms"


@pytest.mark.parametrize(
    "text",
    [
        "my email has changed", "change my email", "pls txt me on my new fone instead", "stop texting me", "text me again",
        "use my personal email not the college one", "put me back on the texts", "different email now, old one got hacked",
        "text or email, i dont mind", "my number is 07700 900123, text me there instead", "when is my meeting",
        "change me from dad's email to mine", "no more texts", "how do you remind me", "", "turn the text reminders off",
        "Replace my email please, I spelled it wrong when signing up", "email me at jo@example.org instead",
    ],
)
def test_other_words_wish_for_neither(text: str) -> None:
    assert wished_channel(text) is None
