"""The HTTP contract, against everything running for real."""

import subprocess
import sys
import time
from uuid import uuid4

import httpx
import psutil
import pytest

from casework.base.settings import ROOT
from tests.running import Chat, Running

WAIT_SECONDS = 90


def answered_in_the_end(chat: Chat, words: str) -> bool:
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        if any(words in message["text"] for message in chat.read()):
            return True
        time.sleep(1)
    return False


def stop(handrail: Running, part: str) -> None:
    """Kill one program outright; the supervisor starts it again."""
    for child in psutil.Process(handrail.process.pid).children(recursive=True):
        if part in " ".join(child.cmdline()):
            child.kill()
            child.wait(10)


def test_a_chat_starts_with_who_is_speaking(handrail: Running) -> None:
    with handrail.chat() as chat:
        (hello,) = chat.first
    assert hello["from"] == "assistant"
    assert "I am a computer, not a person" in hello["text"]
    assert all(set(choice) == {"title", "text"} and not choice["text"].startswith("/") for choice in hello["choices"])


def test_the_same_id_gives_the_same_replies(handrail: Running) -> None:
    with handrail.chat() as chat:
        ref = str(uuid4())
        first, again = chat.send("hello", ref), chat.send("hello", ref)
        assert first.json() == again.json()
        assert len(chat.read()) == 3
        assert chat.send("goodbye", ref).status_code == 409


@pytest.mark.parametrize(("text", "status"), [("", 422), (" \n ", 422), ("x" * 5001, 413), ("é" * 5000, 200)])
def test_a_message_is_taken_or_refused_plainly(handrail: Running, text: str, status: int) -> None:
    with handrail.chat() as chat:
        answer = chat.send(text)
    assert answer.status_code == status
    if status != 200:
        assert answer.headers["content-type"] == "application/problem+json"
        assert {"title", "status", "detail"} <= set(answer.json())


@pytest.mark.parametrize("text", ["👍🏽", "مرحبا", "\x07beep", "<b>x</b>", "'; DROP TABLE messages;--", "a\n" * 400])
def test_anything_is_answered(handrail: Running, text: str) -> None:
    with handrail.chat() as chat:
        assert chat.say(text)


def test_a_wrong_token_shows_nothing(handrail: Running) -> None:
    with handrail.chat() as chat, httpx.Client(base_url=handrail.url) as stranger:
        path = f"/chat/{chat.id}/messages"
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {chat.token}"}):
            for answer in (
                stranger.get(path, headers=headers),
                stranger.post(path, headers=headers, json={"id": str(uuid4()), "text": "hi"}),
                stranger.get(f"/chat/{chat.id}/events", headers=headers),
                stranger.delete(f"/chat/{chat.id}", headers=headers),
            ):
                assert answer.status_code == 401
                assert "messages" not in answer.json()


@pytest.mark.parametrize("conversation", [str(uuid4()), "nonsense", "1"])
def test_an_unknown_conversation_is_404(handrail: Running, conversation: str) -> None:
    with handrail.chat() as chat:
        assert chat.http.get(f"/chat/{conversation}/messages").status_code == 404


def test_two_people_do_not_see_each_other(handrail: Running) -> None:
    with handrail.chat() as one, handrail.chat() as other:
        one.say("my name is Ada")
        assert other.http.get(f"/chat/{one.id}/messages").status_code == 401
        assert all("Ada" not in message["text"] for message in other.read())


def test_rasa_stopped_loses_nothing(handrail: Running) -> None:
    with handrail.chat() as chat:
        chat.say("hello")
        stop(handrail, "rasa")
        kept = chat.send("are you a robot")
        assert kept.status_code == 202
        assert "safe" in kept.json()["messages"][0]["text"]
        danger = chat.send("I want to kill myself")
        assert danger.status_code == 200
        assert "116 123" in danger.json()["messages"][0]["text"]
        chat.send("Go on with other things")
        assert answered_in_the_end(chat, "I am a computer, not a person. I can help")


def test_the_action_server_stopped_loses_nothing(handrail: Running) -> None:
    with handrail.chat() as chat:
        stop(handrail, "actions.app")
        chat.send("are you a robot")
        assert answered_in_the_end(chat, "I am a computer, not a person. I can help")


def test_a_second_copy_on_the_same_port_says_so(handrail: Running) -> None:
    port = handrail.url.rsplit(":", 1)[1]
    done = subprocess.run(
        [sys.executable, "-m", "handrail.cli", "run"],
        cwd=ROOT,
        env={"PORT": port, "PATH": "/usr/bin:/bin", "HOME": "/tmp"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert f"port {port} is taken" in done.stderr
