"""What a user of aiohttp sees: `with_aiohttp.py ADDRESS`."""

import asyncio
import json
import sys

import aiohttp


async def ask(address):
    async with aiohttp.ClientSession() as session, session.post(address, json={"record": 1}) as response:
        return {
            "status": response.status,
            "reason": response.reason,
            "text": await response.text(),
            "retry_after": response.headers["Retry-After"],
        }


print(json.dumps(asyncio.run(ask(sys.argv[1]))))
