"""A bare copy says what is seen in a file and nothing of its maker; what cannot be left out is refused with what to do."""

from __future__ import annotations

import io

import pytest
from docx import Document
from PIL import Image

from mingzhi.core.documents.bare import LARGEST_BYTES, bare
from mingzhi.core.documents.refusing import NotBare
from mingzhi.core.vault.content_types import recognise

from .brought import MAKER, PHONE, everything, pdf, photograph, sheet, word

_ANNOTATION = b"/Annots[<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(ZHANG SAN remarks)>>]"
_TRACKED = '<w:p><w:ins w:id="1" w:author="ZHANG SAN"><w:r><w:t>x</w:t></w:r></w:ins></w:p>'
_HIDDEN = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r></w:p>"


def made(content: bytes):
    kind = recognise(io.BytesIO(content))
    return bare(content, kind.media_type if kind else "")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_drawn_anew_without_who_took_it_and_where(kind: str):
    copy = made(photograph(kind))
    assert MAKER.encode() in photograph(kind) and MAKER.encode() not in copy.content
    with Image.open(io.BytesIO(copy.content)) as image:
        assert (image.size, dict(image.getexif())) == ((60, 40), {})
    assert copy.pictures and {"作者", "拍摄位置"} <= set(copy.left_out)


def test_a_pdf_keeps_its_words_and_loses_its_makers_and_remarks():
    copy = made(pdf(more=_ANNOTATION))
    assert MAKER.encode() not in copy.content and b"Scanner" not in copy.content
    assert [(where, words.strip()) for where, words in copy.said] == [("第1页", PHONE)]
    assert not copy.pictures and "作者" in copy.left_out and "批注和链接" in copy.left_out


def test_a_page_without_a_word_is_a_picture():
    assert made(pdf("")).pictures


def test_a_word_file_keeps_its_words_and_loses_its_makers():
    copy = made(word("联系电话：" + PHONE, picture=photograph()))
    assert MAKER.encode() not in everything(copy.content)
    assert any(PHONE in words for where, words in copy.said if where == "正文")
    assert copy.pictures and not made(word("一")).pictures
    assert PHONE in Document(io.BytesIO(copy.content)).paragraphs[0].text


def test_a_table_is_read_row_by_row_numbers_too():
    copy = made(sheet([["姓名", "电话"], ["张桂芳", int(PHONE)]]))
    assert MAKER.encode() not in everything(copy.content)
    assert [words for where, words in copy.said if where.startswith("工作表")] == [f"姓名　电话\n张桂芳　{PHONE}"]


def test_text_is_read_in_either_encoding_and_kept_in_one():
    assert made("电话，".encode("gb18030")).content == made("电话，".encode()).content == "电话，".encode("utf-8-sig")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (word("一", element=_TRACKED), "修订"),
        (word("一", element=_HIDDEN), "隐藏的文字"),
        (sheet([["一"]], hidden=True), "隐藏的工作表“底稿”"),
        (pdf(root=b"/AcroForm<</Fields[]/DA()>>"), "表单"),
        (pdf(more=b"/PieceInfo<</X<</LastModified(D:2026)/Private(ZHANG SAN)>>>>"), "打印为 PDF"),
        (b"%PDF-1.4\nbroken", "打不开"),
        (b"\xff\xd8\xff\xe0broken", "图片打不开"),
        (b"ID3broken", "这种文件不能随信息公开"),
        (b"x" * (LARGEST_BYTES + 1), "MB"),
    ],
)
def test_what_cannot_be_left_out_is_refused_with_what_to_do(content: bytes, words: str):
    with pytest.raises(NotBare) as caught:
        made(content)
    assert words in str(caught.value) and "请" in str(caught.value)
