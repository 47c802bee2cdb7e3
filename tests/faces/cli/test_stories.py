"""Every story of tests/examples/stories is played; a lawyer reads them, so each says what it is about and under which article."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingzhi.faces.cli.stories import StoryError, read_story, run_story

from .witnessing import FILES, STORIES, witnessed


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_town_does_what_the_story_says(db, path: Path):
    report = witnessed(path).report
    assert report.failures == []
    assert report.story.cites, "name the provisions the story is about"


def test_there_are_stories_of_every_kind():
    assert len(FILES) >= 40


def story(folder: Path, text: str, name: str = "故事.yaml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


PROPOSED = (STORIES / "范本.yaml").read_text(encoding="utf-8")


def test_a_story_that_expects_what_does_not_happen_fails_with_its_line(db, tmp_path: Path):
    (tmp_path / "范本.yaml").write_text(PROPOSED, encoding="utf-8")
    path = story(tmp_path, "题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    照: 提请立案\n    填: {承办人: [李雪梅]}\n")
    (failure,) = run_story(path).failures
    assert failure.startswith("故事.yaml 第 3 行 李雪梅 提请立案：应当准许，实际被拒")
    assert "第四十二条" in failure


def test_a_refusal_must_cite_exactly_what_the_story_names(db, tmp_path: Path):
    (tmp_path / "范本.yaml").write_text(PROPOSED, encoding="utf-8")
    path = story(
        tmp_path,
        "题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    照: 提请立案\n    填: {承办人: [李雪梅]}\n    拒: [penalty-law-42]\n",
    )
    (failure,) = run_story(path).failures
    assert "cq-inspection-15" in failure


def test_an_action_that_should_have_been_refused_is_a_failure(db, tmp_path: Path):
    (tmp_path / "范本.yaml").write_text(PROPOSED, encoding="utf-8")
    path = story(tmp_path, "题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    照: 提请立案\n    拒含: [penalty-law-42]\n")
    assert "实际准许了" in run_story(path).failures[0]


def test_nothing_of_a_story_stays(db):
    from mingzhi.core.organs.models import Authority

    run_story(FILES[0])
    assert not Authority.objects.exists()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("题: 试\n步骤:\n  - 2026-03-03 10:00 张三: 提请立案\n", 3, "没有叫“张三”的人"),
        ("题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请结婚\n", 3, "没有“提请结婚”这个环节"),
        ("题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    填:\n      天气: 晴\n", 4, "没有“天气”这一栏"),
        ("题: 试\n步骤:\n  - 2026-03-03 10:00 罗开富: 审核立案\n", 3, "还没有可办的件"),
        ("题: 试\n依据: [penalty-law-9999]\n步骤:\n  - 2026-03-03 10:00 李雪梅: 看\n", 2, "没有 penalty-law-9999"),
        ("题: 试\n步骤:\n  - 明天 李雪梅: 提请立案\n", 3, "时间 人: 环节"),
        ("题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    期待: 好\n", 4, "不认识“期待”"),
        ("题: 试\n先: 没有.yaml\n步骤:\n  - 2026-03-03 10:00 李雪梅: 看\n", 0, "没有这个文件"),
        ("题: 试\n镇: {证件: {王丽: 2026-01-01}}\n步骤:\n  - 2026-03-03 10:00 李雪梅: 看\n", 2, "王丽没有证件"),
        ("题: 试\n步骤: [\n", 3, "不是 YAML"),
    ],
)
def test_a_story_nobody_could_play_names_its_line(db, tmp_path: Path, text: str, line: int, words: str):
    with pytest.raises(StoryError, match=words) as error:
        run_story(story(tmp_path, text))
    assert error.value.line == line


def test_a_story_cannot_begin_from_itself(tmp_path: Path):
    with pytest.raises(StoryError, match="绕成了圈"):
        read_story(story(tmp_path, "题: 试\n先: 故事.yaml\n步骤:\n  - 2026-03-03 10:00 李雪梅: 看\n"))


def test_a_clock_time_is_text_and_not_a_number(tmp_path: Path):
    """YAML 1.1 reads 10:00 as six hundred."""
    (step,) = read_story(story(tmp_path, "题: 试\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    填: {违法地点: 10:00}\n")).steps
    assert step.given == {"违法地点": "10:00"}
