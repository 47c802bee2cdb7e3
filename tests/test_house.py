"""The house itself: layout, documents, settings, licence. What the programs do is tested elsewhere."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from mingzhi.config.environment import SETTINGS
from mingzhi.law.provisions import all_provisions

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "mingzhi"
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh-CN.md"}

LONGEST_FILE = 400
NAMES_THAT_SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "managers", "manager", "base", "misc"}


def _relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _prose(path: Path) -> str:
    """A page without its code blocks, whose `#` and brackets are not Markdown."""
    return re.sub(r"^```.*?^```$", "", _text(path), flags=re.DOTALL | re.MULTILINE)


# Settings


@pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
def test_every_setting_stands_in_operations_with_its_default(row):
    default = f"`{row.default}`" if row.default else "empty"
    lines = [line for line in _text(ROOT / "docs" / "operations.md").splitlines() if line.startswith(f"| `{row.name}` |")]
    assert len(lines) == 1, f"docs/operations.md needs one table row for {row.name}"
    assert f"| {default} |" in lines[0], f"{row.name}: the default is {default}"


def test_operations_names_no_setting_that_does_not_exist():
    named = set(re.findall(r"MINGZHI_[A-Z_]+", _text(ROOT / "docs" / "operations.md")))
    assert named <= {row.name for row in SETTINGS}


def test_the_environment_is_read_in_one_module_only():
    """A setting read elsewhere would be one nobody documented. Setting DJANGO_SETTINGS_MODULE is not reading.

    The bench is no part of an installation: it gives the processes that it measures an environment of their own.
    """
    reads = re.compile(r"os\.environ\[[^\]]+\](?!\s*=)|os\.environ\.get\(|os\.getenv\(")
    found = [_relative(path) for path in MODULES if path.name != "environment.py" and reads.search(_text(path))]
    found = [path for path in found if not path.startswith("src/mingzhi/faces/cli/bench/")]
    assert found == []


# Documents


def _commands(page: Path) -> list[str]:
    """The first cell of the table of commands, and every line of shell, without its comment."""
    cells = re.findall(r"^\| `((?:make|mingzhi) [^`]+)` \|", _text(page), flags=re.MULTILINE)
    blocks = re.findall(r"^```sh\n(.*?)^```$", _text(page), flags=re.DOTALL | re.MULTILINE)
    return cells + [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_both_readmes_give_the_same_commands():
    assert _commands(READMES["en"]) == _commands(READMES["zh"])
    assert {"make run", "make test"} <= set(_commands(READMES["en"]))


def test_both_readmes_have_the_same_shape():
    shapes = {language: [len(marks) for marks in re.findall(r"^(#+) ", _prose(page), re.MULTILINE)] for language, page in READMES.items()}
    assert shapes["en"] == shapes["zh"]


def test_both_readmes_show_the_same_picture_and_link_to_each_other():
    pictures = {language: re.findall(r"!\[[^\]]+\]\(([^)]+)\)", _text(page)) for language, page in READMES.items()}
    assert pictures["en"] == pictures["zh"] != []
    assert "](README.zh-CN.md)" in _text(READMES["en"])
    assert "](README.md)" in _text(READMES["zh"])


def test_make_has_every_target_the_readme_names():
    targets = set(re.findall(r"^([a-z]+):.*## ", _text(ROOT / "Makefile"), flags=re.MULTILINE))
    named = {command.split()[1] for command in _commands(READMES["en"]) if command.startswith("make ")}
    assert named <= targets


def test_make_alone_lists_the_targets():
    said = subprocess.run(["make", "--no-print-directory"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert all(f"make {name} " in said for name in ("setup", "run", "test", "lint", "bench", "docs"))


@pytest.mark.parametrize("page", PAGES, ids=_relative)
def test_links_between_pages_lead_somewhere(page):
    targets = re.findall(r"(?<!!)\[[^\]]+\]\((?!https?://|mailto:|#)([^)#]+)[^)]*\)", _prose(page))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == [], f"{_relative(page)} links to what is not there"


@pytest.mark.parametrize("page", sorted((ROOT / "docs" / "decisions").glob("[0-9]*.md")), ids=lambda page: page.stem)
def test_a_decision_is_listed_and_cites_provisions_that_exist(page):
    assert f"]({page.name})" in _text(page.parent / "README.md"), "list it in docs/decisions/README.md"
    assert _text(page).startswith(f"# {page.name[:4]}. ")
    cited = [id_ for line in re.findall(r"^Cites: (.+)$", _text(page), re.MULTILINE) for id_ in re.findall(r"`([^`]+)`", line)]
    known = {row.id for row in all_provisions()}
    assert [id_ for id_ in cited if id_ not in known] == []


def _glossary() -> list[tuple[str, str]]:
    rows = re.findall(r"^\| \*\*([^|*]+)\*\* \| ([^|]+) \|", _text(ROOT / "docs" / "glossary.md"), flags=re.MULTILINE)
    return [(english.strip(), chinese.strip()) for english, chinese in rows]


def test_the_glossary_fixes_one_word_for_each_concept():
    rows = _glossary()
    assert len(rows) >= 100
    for words in ([english.lower() for english, _ in rows], [chinese for _, chinese in rows]):
        assert sorted(words) == sorted(set(words)), "a word stands for two concepts"


@pytest.mark.parametrize("pair", [("Matter", "办件"), ("Clue", "线索"), ("Complaint", "投诉"), ("Power", "执法事项"), ("Party", "当事人")])
def test_the_glossary_has_the_words_everything_else_uses(pair):
    assert pair in _glossary()


# Licence


def test_the_licence_is_mulan_psl_v2_everywhere():
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    text = _text(ROOT / "LICENSE")
    assert project["license"] == "MulanPSL-2.0"
    assert "木兰宽松许可证， 第2版" in text
    assert "Mulan Permissive Software License，Version 2 (Mulan PSL v2)" in text
    assert "条款结束" in text
    assert "END OF THE TERMS AND CONDITIONS" in text
    assert all("MulanPSL-2.0" in _text(page) for page in READMES.values())


# Layout


@pytest.mark.parametrize("path", MODULES, ids=_relative)
def test_no_module_outgrows_its_room(path):
    assert len(_text(path).splitlines()) <= LONGEST_FILE, "split it by subject"


def test_no_module_has_a_name_that_says_nothing():
    names = [path for path in SOURCE.rglob("*") if path.stem in NAMES_THAT_SAY_NOTHING and path.suffix in {"", ".py"}]
    assert [_relative(path) for path in names] == []


def test_migrations_are_named_for_what_they_do():
    names = [path for path in SOURCE.rglob("migrations/0*.py") if re.search(r"_(auto|and_more|alter_|initial)", path.stem)]
    assert [_relative(path) for path in names] == []


def test_the_law_reads_no_clock():
    """What is lawful depends on the moment that is passed in, never on when the program runs."""
    clocks = {"now", "today", "utcnow", "localtime", "localdate"}
    found = [
        f"{_relative(path)}:{node.lineno}"
        for path in MODULES
        if "law" in path.relative_to(SOURCE).parts[:1]
        for node in ast.walk(ast.parse(_text(path)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clocks
    ]
    assert found == []


def test_no_model_overrides_save_or_delete():
    """A change is an action; a model that changes things while it is saved would be one nobody recorded."""
    found = [
        f"{_relative(path)}:{node.lineno}"
        for path in MODULES
        if path.name == "models.py"
        for node in ast.walk(ast.parse(_text(path)))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete"}
    ]
    assert found == []


def test_locked_packages_carry_hashes_and_name_no_index():
    for path in sorted((ROOT / "requirements").glob("*.txt")):
        text = _text(path)
        assert "--hash=sha256:" in text
        assert re.findall(r"^--|file:|https?:|^-e ", text, flags=re.MULTILINE) == [], f"{path.name} names an index or a path"
        unhashed = [line for line in text.splitlines() if "==" in line and not line.endswith("\\")]
        assert unhashed == []


def test_every_declared_package_is_locked():
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))
    wanted = {
        "run": project["project"]["dependencies"],
        "dev": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
        "setup": project["dependency-groups"]["setup"],
    }
    for name, requirements in wanted.items():
        locked = set(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==", _text(ROOT / "requirements" / f"{name}.txt"), flags=re.MULTILINE))
        declared = {re.split(r"[\[<>=~!; ]", text)[0].lower().replace("_", "-") for text in requirements}
        assert declared <= locked, f"run make lock: requirements/{name}.txt lacks {sorted(declared - locked)}"
