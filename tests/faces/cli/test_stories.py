"""How stories are read and played, and what is said of one that nobody could play. Those of tests/examples: `test_story_coverage`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mingzhi.core.organs.models import Authority
from mingzhi.faces.cli.stage import Stage
from mingzhi.faces.cli.stories import Report, StoryError, Theatre, playing, read_story, run_story
from mingzhi.faces.cli.stories.playing import Played, play_step
from mingzhi.faces.cli.stories.reading import Step

from .witnessing import FILES, STORIES


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
    run_story(FILES[0])
    assert not Authority.objects.exists()


FILED = ("已提请立案", "立案-大队先签意见", "立案-退回后重新提请")


def outcomes(report: Report) -> list[tuple[str, tuple[str, ...]]]:
    return [(played.outcome, played.failures) for played in report.steps]


def test_what_stories_have_in_common_is_played_once_and_each_comes_out_as_if_alone(db, monkeypatch: pytest.MonkeyPatch):
    paths = [STORIES / f"{name}.yaml" for name in FILED]
    alone = [outcomes(run_story(path)) for path in paths]
    tried: list[tuple[Path, int]] = []

    def counted(stage: Stage, step: Step, matters: dict[str, Any]) -> Played:
        tried.append((step.path, step.line))
        return play_step(stage, step, matters)

    monkeypatch.setattr(playing, "play_step", counted)
    with Theatre() as theatre:
        assert [outcomes(theatre.play(path)) for path in paths] == alone
        # One that shares nothing, and back again.
        theatre.play(STORIES / "线索-没有举报人.yaml")
        assert outcomes(theatre.play(paths[1])) == alone[1]
    common = [step for step in tried if step[0].stem == FILED[0]]
    assert common and all(tried.count(step) == 2 for step in common)
    assert not Authority.objects.exists()


def test_a_part_that_cannot_be_played_leaves_the_part_before_as_it_was(db, tmp_path: Path):
    (tmp_path / "范本.yaml").write_text(PROPOSED, encoding="utf-8")
    story(tmp_path, "题: 先\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    照: 提请立案\n", "先.yaml")
    says = "题: 后\n先: 先.yaml\n步骤:\n  - 2026-03-03 11:00 罗开富: 审核立案\n    照: 同意\n"
    good = story(tmp_path, says, "后.yaml")
    bad = story(tmp_path, says + "  - 2026-03-03 12:00 张三: 批准立案\n", "误.yaml")
    with Theatre() as theatre:
        first = outcomes(theatre.play(good))
        with pytest.raises(StoryError, match="没有叫“张三”的人"):
            theatre.play(bad)
        assert outcomes(theatre.play(good)) == first
    assert all(failures == () for _, failures in first)


def test_a_story_goes_no_further_than_the_one_it_begins_with(db, tmp_path: Path):
    (tmp_path / "范本.yaml").write_text(PROPOSED, encoding="utf-8")
    story(tmp_path, "题: 先\n步骤:\n  - 2026-03-03 10:00 李雪梅: 提请立案\n    照: 提请立案\n    拒: [penalty-law-42]\n", "先.yaml")
    later = story(tmp_path, "题: 后\n先: 先.yaml\n步骤:\n  - 2026-03-03 11:00 李雪梅: 看\n", "后.yaml")
    with Theatre() as theatre:
        assert len(theatre.play(tmp_path / "先.yaml").failures) == 1
        assert len(theatre.play(later).steps) == 1
        assert "实际准许了" in theatre.play(later).failures[0]


def test_the_command_says_of_each_story_in_the_order_given(tmp_path: Path):
    paths = [str(STORIES / f"{name}.yaml") for name in reversed(FILED)]
    command = [sys.executable, "-c", "from mingzhi.faces.cli import main; main()", "scenario", *paths, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert [row["file"] for row in told] == [f"{name}.yaml" for name in reversed(FILED)]
    assert all(row["ok"] and row["steps"][-1]["file"] == row["file"] for row in told)


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
