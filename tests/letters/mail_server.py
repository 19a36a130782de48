"""A mail server on this machine that takes letters, refuses them, or keeps one waiting."""

import email
import socketserver
import threading
import time
from email.policy import default


class MailServer(socketserver.ThreadingTCPServer):
    """Keeps what it took in `taken`. `refuses` maps an address to its answer; `delay` is in seconds."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Talk)
        self.taken, self.refuses, self.answer_to_data = [], {}, "250 taken"
        self.delay = 0
        self.hangs_up_at_goodbye = False
        self.port = self.server_address[1]

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *raised):
        self.shutdown()
        self.server_close()

    @property
    def ids(self):
        return [each["Message-ID"] for each in self.taken]


class _Talk(socketserver.StreamRequestHandler):
    def handle(self):
        self._say("220 here")
        while line := self.rfile.readline():
            words = line.decode().strip()
            verb = words.split(" ")[0].upper()
            if verb == "QUIT":
                return None if self.server.hangs_up_at_goodbye else self._say("221 bye")
            if verb == "RCPT":
                address = words.partition("<")[2].partition(">")[0]
                self._say(self.server.refuses.get(address, "250 yes"))
            elif verb == "DATA":
                self._take()
            else:
                self._say("250 here")
        return None

    def _take(self):
        self._say("354 go on")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        time.sleep(self.server.delay)
        if self.server.answer_to_data.startswith("2"):
            self.server.taken.append(email.message_from_bytes(b"".join(lines), policy=default))
        self._say(self.server.answer_to_data)

    def _say(self, words):
        self.wfile.write(f"{words}\r\n".encode())
