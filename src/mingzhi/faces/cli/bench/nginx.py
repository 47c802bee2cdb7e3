"""nginx on loopback: with a film as a plain file, and before the product, sending the pieces the product has written down.

One worker, sendfile, no log. The location of originals is the one of docs/operations.md; a test keeps them equal.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .ingest import ended, reached

MODULE = "ngx_http_headers_more_filter_module.so"
ORIGINALS = "/originals"
#: Word for word what an installation is told to write, but for the place of the vault.
_LOCATION = """location /originals/ {
    internal;
    alias VAULT/sha256/;
    disable_symlinks on from=VAULT/sha256;
    # Exactly the piece that was written down: what the browser asked for may be more.
    more_set_input_headers "Range: $upstream_http_x_piece";
    more_clear_input_headers If-Range If-Match If-None-Match If-Modified-Since If-Unmodified-Since;
    etag off;
    add_header Last-Modified "";
    add_header ETag $upstream_http_etag;
    add_header Content-Security-Policy $upstream_http_content_security_policy always;
    add_header X-Content-Type-Options $upstream_http_x_content_type_options always;
    add_header Cross-Origin-Resource-Policy $upstream_http_cross_origin_resource_policy always;
    add_header Cross-Origin-Opener-Policy $upstream_http_cross_origin_opener_policy always;
    add_header Referrer-Policy $upstream_http_referrer_policy always;
    add_header X-Frame-Options $upstream_http_x_frame_options always;
    add_header Strict-Transport-Security $upstream_http_strict_transport_security always;
}
"""
_MAIN = """{module}daemon off; worker_processes 1; pid {home}/pid; error_log {home}/error; {user}
events {{ worker_connections 64; }}
http {{ access_log off; sendfile on; keepalive_requests 1000000; types {{ video/mp4 mp4; }}
client_body_temp_path {home}/t1; proxy_temp_path {home}/t2; fastcgi_temp_path {home}/t3; uwsgi_temp_path {home}/t4; scgi_temp_path {home}/t5;
upstream product {{ server 127.0.0.1:{product}; keepalive 16; }}
server {{ listen 127.0.0.1:{port}; {served} }} }}
"""
_PLAIN = "root {root};"
_BEFORE = """
location / {{ proxy_pass http://product; proxy_http_version 1.1; proxy_set_header Host $host; proxy_set_header Connection ""; }}
{location}"""
#: Where nobody is asked behind nginx.
_NOBODY = 9


def program() -> str | None:
    """The nginx of this machine."""
    return shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


def module() -> Path | None:
    """Its module that sets headers of requests; None where either is missing."""
    nginx = program()
    if nginx is None:
        return None
    said = subprocess.run([nginx, "-V"], capture_output=True, text=True, check=False).stderr
    named = re.search(r"--modules-path=(\S+)", said)
    found = Path(named[1] if named else "/usr/lib/nginx/modules") / MODULE
    return found if found.is_file() else None


def location(vault: Path | str) -> str:
    """What nginx is told of the originals in a vault."""
    return _LOCATION.replace("VAULT", str(vault))


@contextmanager
def plain(root: Path, port: int) -> Iterator[None]:
    """nginx with a directory of files. Only where `program` finds one."""
    with _started(port, _PLAIN.format(root=root)):
        yield


@contextmanager
def before(product: int, vault: Path, port: int) -> Iterator[None]:
    """nginx before a product at port `product`, which leaves pieces from `vault` to it. Only where `module` finds one."""
    with _started(port, _BEFORE.format(location=location(vault)), module(), product):
        yield


@contextmanager
def _started(port: int, served: str, loaded: Path | None = None, product: int = _NOBODY) -> Iterator[None]:
    nginx = program()
    assert nginx is not None
    with tempfile.TemporaryDirectory(prefix="mingzhi-nginx-") as home:
        settings = Path(home) / "nginx.conf"
        user = "user root;" if os.geteuid() == 0 else ""
        load = f"load_module {loaded}; " if loaded else ""
        text = _MAIN.format(module=load, home=home, user=user, port=port, served=served, product=product)
        settings.write_text(text, encoding="utf-8")
        process = subprocess.Popen([nginx, "-p", home, "-e", f"{home}/error", "-c", str(settings)])
        try:
            reached(port, process)
            yield
        finally:
            ended(process)
