"""Word and Excel files (ECMA-376) laid bare: the package without what it says of its makers, and every word in it.

Comments, tracked changes, hidden text and sheets, embedded files are refused: leaving them out would change what its author sees.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator

from lxml import etree

from .packing import packed
from .refusing import NotBare

#: Read whole; a package that unpacks to more is no document.
_UNPACKED_BYTES, _PARTS = 120 << 20, 5000
#: What only tells of maker, program and template. It may be missing from any package.
_ABOUT = re.compile(r"(docProps|customXml)/")
_REFUSED = {
    "批注": re.compile(r"(word|xl)/((threaded)?comments|persons|people)", re.IGNORECASE),
    "嵌入的文件或者控件": re.compile(r"(word|xl)/(embeddings|activeX|ctrlProps|externalLinks|vbaProject)", re.IGNORECASE),
}
_MEDIA, _DRAWN = re.compile(r"(word|xl)/media/"), (".jpg", ".jpeg", ".png")
#: Elements that a person does not see, by their local name, and those that only name the author's machine.
_CHANGES, _HIDDEN = ("ins", "del", "moveFrom", "moveTo"), ("vanish", "webHidden")
_OF_THE_MACHINE = ("attachedTemplate", "fileSharing", "absPath", "docVars")
_BLOCKS = ("p", "si", "is")
#: Attributes that hold words: of pictures, links, sheets.
_TOLD = ("descr", "title", "tooltip", "display")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def laid_bare(content: bytes, draw: Callable[[bytes], bytes]) -> tuple[bytes, list[tuple[str, str]], list[str], bool]:
    """The package anew, its words by where they stand, what was left out, and whether it holds pictures. draw: makes a picture bare.

    Raises NotBare.
    """
    parts = _unpacked(content)
    for what, found in _REFUSED.items():
        if any(found.match(name) for name in parts):
            raise NotBare(f"文件里有{what}，公开以后人人都能看到。请删去{what}后再上传。")
    left_out = ["文档属性（作者、单位、修改人、时间）"] if any(_ABOUT.match(name) for name in parts) else []
    parts = {name: part for name, part in parts.items() if not _ABOUT.match(name)}
    trees = {name: _parsed(part) for name, part in parts.items() if name.endswith((".xml", ".rels"))}
    for name, tree in trees.items():
        _refuse_what_is_hidden(tree)
        _forget_the_machine(name, tree)
    pictures = [name for name in parts if _MEDIA.match(name)]
    for name in pictures:
        if not name.lower().endswith(_DRAWN):
            raise NotBare(f"文件里有{posixpath.splitext(name)[1]}格式的图片，系统不能去掉它的附带信息。请换成 JPG 或者 PNG 图片后再上传。")
        parts[name] = draw(parts[name])
    parts |= {name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True) for name, tree in trees.items()}
    return packed(parts.items()), list(_words(trees)), left_out, bool(pictures)


def _unpacked(content: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            infos = [one for one in package.infolist() if not one.is_dir()]
            if len(infos) > _PARTS or sum(one.file_size for one in infos) > _UNPACKED_BYTES:
                raise NotBare("文件解开以后太大。请缩小图片或者分成几个文件后再上传。")
            return {one.filename: package.read(one) for one in infos}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError) as broken:
        raise NotBare("文件打不开，可能有密码或者已经损坏。请另存一份后再上传。") from broken


def _parsed(part: bytes) -> etree._Element:
    try:
        return etree.fromstring(part, _PARSER)
    except etree.XMLSyntaxError as broken:
        raise NotBare("文件已经损坏。请另存一份后再上传。") from broken


def _refuse_what_is_hidden(tree: etree._Element) -> None:
    for element in tree.iter(etree.Element):
        name = etree.QName(element).localname
        if name in _CHANGES and "wordprocessingml" in (etree.QName(element).namespace or ""):
            raise NotBare("文件里有修订（改动的痕迹）。请接受或者拒绝全部修订，关闭修订后再上传。")
        if name in _HIDDEN and element.get(f"{{{etree.QName(element).namespace}}}val") not in ("0", "false"):
            raise NotBare("文件里有隐藏的文字。请取消隐藏或者删去后再上传。")
        if name == "sheet" and element.get("state", "visible") != "visible":
            raise NotBare(f"文件里有隐藏的工作表“{element.get('name')}”。请删去后再上传。")
        if name in ("row", "col") and element.get("hidden") in ("1", "true"):
            raise NotBare("表格里有隐藏的行或者列。请取消隐藏或者删去后再上传。")


def _forget_the_machine(name: str, tree: etree._Element) -> None:
    """Leave out what names the author's machine, and links to parts that are left out."""
    for element in [one for one in tree.iter(etree.Element) if etree.QName(one).localname in _OF_THE_MACHINE]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    folder = posixpath.dirname(posixpath.dirname(name))
    for element in list(tree):
        target = element.get("Target") or element.get("PartName") or ""
        whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        of_the_machine = (element.get("Type") or "").endswith("/attachedTemplate")
        if target and (of_the_machine or (element.get("TargetMode") != "External" and _ABOUT.match(whole))):
            tree.remove(element)


def _words(trees: dict[str, etree._Element]) -> Iterator[tuple[str, str]]:
    """Every word by the part it stands in; of a sheet row by row, cells side by side."""
    shared = [_all(one) for tree in [trees.get("xl/sharedStrings.xml")] if tree is not None for one in tree]
    for name, tree in trees.items():
        if name.startswith("xl/worksheets/sheet"):
            rows = (row for row in tree.iter(etree.Element) if etree.QName(row).localname == "row")
            words = "\n".join(["　".join(_cell(cell, shared) for cell in row) for row in rows] + list(_beside(tree, "row")))
        elif name.endswith(".rels"):
            words = "\n".join(one.get("Target", "") for one in tree if one.get("TargetMode") == "External")
        else:
            words = "\n".join([*_paragraphs(tree), *_beside(tree, *_BLOCKS)])
        told = "\n".join(value for one in tree.iter(etree.Element) for word in _TOLD if (value := one.get(word)))
        names = "\n".join(one.get("name", "") for one in tree.iter(etree.Element) if etree.QName(one).localname == "sheet")
        if said := "\n".join(filter(None, (words, told, names))):
            yield _where(name), said


def _where(name: str) -> str:
    number = re.search(r"\d+(?=\.xml)", name)
    for part, word in (("word/document", "正文"), ("word/header", "页眉"), ("word/footer", "页脚"), ("xl/worksheets/sheet", "工作表")):
        if name.startswith(part):
            return f"{word}{number[0] if number and word != '正文' else ''}"
    return "链接" if name.endswith(".rels") else posixpath.basename(name)


def _paragraphs(tree: etree._Element) -> Iterator[str]:
    return (_all(one) for one in tree.iter(etree.Element) if etree.QName(one).localname in _BLOCKS)


def _beside(tree: etree._Element, *blocks: str) -> Iterator[str]:
    """Words that stand in none of these elements."""
    for element in tree.iter(etree.Element):
        if (
            element.text
            and element.text.strip()
            and not any(etree.QName(one).localname in blocks for one in (element, *element.iterancestors()))
        ):
            yield element.text


def _cell(cell: etree._Element, shared: list[str]) -> str:
    words = _all(cell)
    return shared[int(words)] if cell.get("t") == "s" and words.isdecimal() and int(words) < len(shared) else words


def _all(element: etree._Element) -> str:
    return "".join(str(one) for one in element.itertext())
