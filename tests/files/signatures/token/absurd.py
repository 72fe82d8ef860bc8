"""A helper that answers what nobody asked, or nothing at all."""

import os
import sys
import time

ANSWERS = {
    "nonsense": b"the vendor greets you\n",
    "half": b'{"good": ',
    "shape": b'{"bad": 1}\n',
}


def main() -> None:
    """Wait for a question and spoil the answer."""
    sys.stdin.buffer.readline()
    words = os.environ["ABSURD"]
    if words.startswith("{"):  # it loads, and then answers this to everything
        print('{"good": null}', flush=True)  # noqa: T201  the answer
        while sys.stdin.buffer.readline():
            print(words, flush=True)  # noqa: T201  the answer
        return
    if words == "silence":
        time.sleep(60)
    sys.stdout.buffer.write(ANSWERS[words])
    sys.stdout.flush()


if __name__ == "__main__":
    main()
