"""How the production server runs: few synchronous workers, since pages are short."""

import os

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "sync"
preload_app = True  # read once and shared: half the start, and a worker is renewed in no time
timeout = 60
graceful_timeout = 20
max_requests = 5000
max_requests_jitter = 500
control_socket_disable = True  # nothing needs it, and it would leave a file behind
accesslog = None  # an address may carry a search, and a search is a child's name
