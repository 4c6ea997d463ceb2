"""The doors as HTTP sees them."""

import socket

import aiohttp
import pytest
import pytest_asyncio
from rasa.core.channels.channel import register
from sanic import Sanic

from bot.channels import SmsInput, WebInput

# Sanic starts once in a process.
pytestmark = pytest.mark.asyncio(loop_scope="module")
TURN = {"conversation": "c", "message": "m", "text": "hello"}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def http(agent):
    app = Sanic("doors")
    app.ctx.agent = agent
    register([WebInput("secret"), SmsInput("secret")], app, "/webhooks/")
    listening = socket.create_server(("127.0.0.1", 0))
    server = await app.create_server(sock=listening, return_asyncio_server=True)
    await server.startup()
    await server.start_serving()
    port = listening.getsockname()[1]
    bearer = {"Authorization": "Bearer secret"}
    async with aiohttp.ClientSession(f"http://127.0.0.1:{port}", headers=bearer) as session:
        yield session
    server.close()


async def test_a_turn_is_answered(http):
    async with http.post("/webhooks/web/turn", json=TURN) as answer:
        assert answer.status == 200
        assert (await answer.json())["replies"][0]["text"] == "Hello."


@pytest.mark.parametrize("bearer", ["", "Bearer ", "Bearer other", "secret"])
@pytest.mark.parametrize("door", ["web/turn", "sms/turn", "web/forget"])
async def test_without_our_bearer_nothing_is_answered(http, door, bearer):
    async with http.post(f"/webhooks/{door}", json=TURN, headers={"Authorization": bearer}) as answer:
        assert answer.status == 401


@pytest.mark.parametrize("door", ["web/turn", "web/forget"])
@pytest.mark.parametrize("body", [b"", b"not json", b"[]", b"{}", b"null"])
async def test_what_cannot_be_read_is_said_to_be_so(http, door, body):
    async with http.post(f"/webhooks/{door}", data=body) as answer:
        assert answer.status == 400
        assert (await answer.json())["error"]


async def test_a_failing_action_asks_to_send_again(http):
    async with http.post("/webhooks/web/turn", json={**TURN, "message": "n", "event": "book", "text": None}) as answer:
        assert answer.status == 503


async def test_a_forgotten_conversation_is_gone(http, agent):
    await (await http.post("/webhooks/web/turn", json={**TURN, "conversation": "erased"})).read()
    async with http.post("/webhooks/web/forget", json={"conversation": "erased"}) as answer:
        assert answer.status == 200
    assert await agent.tracker_store.retrieve("erased") is None


async def test_a_door_without_a_bearer_does_not_open():
    with pytest.raises(ValueError, match="bearer"):
        WebInput.from_credentials({"token": ""})


async def test_health_needs_no_bearer(http):
    async with http.get("/webhooks/sms/", headers={"Authorization": ""}) as answer:
        assert answer.status == 200
