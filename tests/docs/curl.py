"""As much of curl as docs/xml-api.md uses, for machines without curl: it sends the same request and prints the same answer.

curl [--silent] [--include] [--user NAME:PASSWORD] --data-binary {TEXT | @-} URL
"""

from __future__ import annotations

import argparse
import base64
import http.client
import sys
from urllib.parse import urlsplit

#: curl's exit status where nothing listens.
_NO_CONNECTION = 7


def main() -> int:
    """Sends the request; the exit status is curl's."""
    parser = argparse.ArgumentParser(prog="curl", allow_abbrev=False)
    parser.add_argument("--silent", action="store_true")
    parser.add_argument("--include", action="store_true")
    parser.add_argument("--user", default="")
    parser.add_argument("--data-binary", required=True)
    parser.add_argument("url")
    options = parser.parse_args()
    body = sys.stdin.buffer.read() if options.data_binary == "@-" else options.data_binary.encode()
    headers = {"Accept": "*/*", "Content-Type": "application/x-www-form-urlencoded"}
    if options.user:
        headers["Authorization"] = f"Basic {base64.b64encode(options.user.encode()).decode()}"
    url = urlsplit(options.url)
    connection = http.client.HTTPConnection(url.hostname or "", url.port)
    try:
        connection.request("POST", url.path, body, headers)
    except OSError as error:
        if not options.silent:
            sys.stderr.write(f"curl: ({_NO_CONNECTION}) Failed to connect: {error}\n")
        return _NO_CONNECTION
    answer = connection.getresponse()
    if options.include:
        lines = [f"HTTP/1.1 {answer.status} {answer.reason}", *(f"{name}: {value}" for name, value in answer.getheaders()), "", ""]
        sys.stdout.buffer.write("\r\n".join(lines).encode("latin-1"))
    sys.stdout.buffer.write(answer.read())
    connection.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
