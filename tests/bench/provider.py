"""A provider that takes every text at once, and an assistant that answers at once, as cheap as can be: `python -m tests.bench.provider PORT`."""

import asyncio
import json
import sys
from itertools import count
from urllib.parse import parse_qsl

NUMBERED = count(1)
TAKEN: list[str] = []
MADE = {"date_created": "Thu, 24 Aug 2023 05:01:45 +0000", "direction": "outbound-api", "status": "queued", "num_media": "0"}


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """GET is how many were taken; a list of what came in is empty."""
    try:
        while head := await reader.readuntil(b"\r\n\r\n"):
            method = head.split(b" ", 1)[0]
            sizes = [line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")]
            body = await reader.readexactly(int(sizes[0].split(b":")[1])) if sizes else b""
            if b"/webhooks/" in head.split(b"\r\n", 1)[0]:
                said = {"replies": [{"text": "I hear you.", "choices": []}]}
            elif method == b"POST":
                form = dict(parse_qsl(body.decode()))
                if "shifts" in form["Body"]:
                    TAKEN.append(form["To"])
                said = MADE | {"sid": f"SM{next(NUMBERED):032x}", "to": form["To"], "body": form["Body"]}
            elif b"/taken" in head.split(b"\r\n", 1)[0]:
                said = {"asked": len(set(TAKEN)), "twice": len(TAKEN) - len(set(TAKEN))}
            else:
                said = {"messages": [], "next_page_uri": None, "uri": "", "page": 0}
            written = json.dumps(said).encode()
            status = b"201 Created" if method == b"POST" else b"200 OK"
            writer.write(b"HTTP/1.1 %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (status, len(written)))
            writer.write(written)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        writer.close()


async def main(port: int) -> None:
    server = await asyncio.start_server(serve, "127.0.0.1", port)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
