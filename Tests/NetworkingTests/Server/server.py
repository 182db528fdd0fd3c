"""A server on loopback that behaves as it is told by the path, and counts what it was asked."""

import collections
import json
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

asked = collections.Counter()
running = 0
most = 0
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.serve(b"")

    def do_POST(self):
        self.serve(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def serve(self, body):
        global running, most
        with lock:
            asked[self.path] += 1
            count = asked[self.path]
            running += 1
            most = max(most, running)
        try:
            self.behave(body, count)
        except (BrokenPipeError, ConnectionResetError, ssl.SSLError):
            pass
        finally:
            with lock:
                running -= 1

    def behave(self, body, count):
        parts = self.path.strip("/").split("/")
        kind = parts[0]
        if kind == "echo":
            headers = {name.lower(): value for name, value in self.headers.items()}
            self.answer(200, json.dumps({"method": self.command, "headers": headers, "body": body.decode()}).encode())
        elif kind == "busy":  # busy/STATUS/TIMES/RETRY-AFTER/KEY
            if count <= int(parts[2]):
                self.answer(int(parts[1]), b"busy", {"Retry-After": parts[3]} if parts[3] != "-" else {})
            else:
                self.answer(200, str(count).encode())
        elif kind == "slow":
            time.sleep(float(parts[1]))
            self.answer(200, b"late")
        elif kind == "huge":
            self.answer(200, b"x" * int(parts[1]))
        elif kind == "drop":  # drop/TIMES/KEY: the connection breaks off without an answer
            if count <= int(parts[1]):
                self.close_connection = True
                self.connection.close()
            else:
                self.answer(200, str(count).encode())
        elif kind == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"only this")
            self.close_connection = True
        elif kind == "lead":  # lead/STATUS/TARGET: to another path here; lead/STATUS/PORT/TARGET: to another port
            target = "/" + parts[-1] if len(parts) == 3 else f"http://127.0.0.1:{parts[2]}/{parts[-1]}"
            self.answer(int(parts[1]), b"", {"Location": target})
        elif kind == "circle":
            self.answer(307, b"", {"Location": self.path})
        elif kind == "most":
            self.answer(200, str(most).encode())
        elif kind == "count":
            self.answer(200, str(sum(v for k, v in asked.items() if k != "/count")).encode())
        elif kind == "reply":  # reply/STATUS/HEX: this body
            self.answer(int(parts[1]), bytes.fromhex(parts[2]) if len(parts) > 2 else b"")
        else:
            self.answer(404, b"not here")

    def answer(self, status, body, headers={}):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def main():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    if len(sys.argv) == 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    print(server.server_address[1], flush=True)
    # Ends with whoever started it.
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()


main()
