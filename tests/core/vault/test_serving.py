"""Headers that let a browser show or save a file and nothing else."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from django.http import HttpResponse
from hypothesis import given
from hypothesis import strategies as st

from mingzhi.core import vault
from mingzhi.core.vault.content_types import KINDS
from mingzhi.core.vault.models import Blob


def blob(media_type: str) -> Blob:
    return Blob(sha256="ab" * 32, sm3="cd" * 32, size_bytes=7, media_type=media_type)


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_only_pictures_and_pdf_are_shown_and_everything_else_is_saved(kind):
    headers = vault.serve_headers(blob(kind.media_type), "现场")
    shown = kind.is_image or kind.media_type == "application/pdf"
    assert headers["Content-Disposition"].startswith("inline" if shown else "attachment")
    assert headers["Content-Type"] == kind.media_type
    assert headers["Content-Length"] == "7"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "no-store" in headers["Cache-Control"]


def test_everything_but_a_pdf_is_sandboxed():
    assert vault.serve_headers(blob("image/png"), "a.png")["Content-Security-Policy"].startswith("sandbox;")
    assert "sandbox" not in vault.serve_headers(blob("application/pdf"), "a.pdf")["Content-Security-Policy"]


def test_a_chinese_name_is_kept_with_the_extension_of_the_content():
    header = vault.serve_headers(blob("image/jpeg"), "现场照片")["Content-Disposition"]
    assert quote("现场照片.jpg") in header
    assert quote("现场照片.JPEG") in vault.serve_headers(blob("image/jpeg"), "现场照片.JPEG")["Content-Disposition"]


def test_a_name_cannot_hide_the_true_extension():
    header = vault.serve_headers(blob("image/jpeg"), "a\u202egpj.exe")["Content-Disposition"]
    assert header.endswith('a_gpj.exe.jpg"')


def test_an_unknown_media_type_is_sent_as_bytes_to_be_saved():
    headers = vault.serve_headers(blob("text/html"), "a.html")
    assert headers["Content-Type"] == "application/octet-stream"
    assert headers["Content-Disposition"].startswith("attachment")


@given(st.text(max_size=300), st.sampled_from(list(KINDS)))
def test_no_name_breaks_the_headers(name, code):
    response = HttpResponse(headers=vault.serve_headers(blob(KINDS[code].media_type), name))
    disposition = response["Content-Disposition"]
    assert "\r" not in disposition
    assert "\n" not in disposition
    assert "/" not in disposition
