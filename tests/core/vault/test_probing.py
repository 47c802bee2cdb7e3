"""Reading what is in recordings: facts of sound ones, facts of broken ones, and nothing at all for those that attack."""

from __future__ import annotations

import os
import socket
import struct
import tempfile
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mingzhi.core import vault
from mingzhi.core.vault import boxing, probing
from mingzhi.core.vault.errors import NoThumbnail
from mingzhi.core.vault.frames import frame
from mingzhi.core.vault.images import measure
from mingzhi.core.vault.probing import MediaFacts, probe

from .filming import box, cut, ffmpeg, film, needs_ffmpeg

ISOM = box(b"ftyp", b"isom\0\0\2\0isomiso2")


def seconds(*values: float) -> tuple[timedelta, ...]:
    return tuple(timedelta(seconds=value) for value in values)


def written(folder: Path, content: bytes, name: str = "x.mp4") -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.fixture(scope="module")
def sound(tmp_path_factory) -> Path:
    return film(tmp_path_factory.mktemp("film") / "sound.mp4", 6, created="2026-03-05T02:15:00Z")


@needs_ffmpeg
def test_a_video_tells_what_is_in_it(sound: Path):
    """footage-10"""
    facts = probe(sound)
    assert (facts.problem, facts.is_readable, facts.is_truncated, facts.dropouts) == ("", True, False, ())
    assert (facts.video_codec, facts.width_px, facts.height_px, facts.frames_per_second) == ("h264", 64, 48, 5.0)
    assert facts.duration == timedelta(seconds=6)
    assert (facts.created_at, facts.created_zone) == (datetime(2026, 3, 5, 2, 15, tzinfo=UTC), "UTC")
    assert facts.raw["streams"][0]["codec_name"] == "h264"
    assert facts.tool.startswith("ffprobe ")


@needs_ffmpeg
def test_facts_are_kept_as_json(sound: Path):
    kept = probe(sound).as_json()
    assert (kept["duration_ms"], kept["dropouts_ms"], kept["created_at"]) == (6000, [], "2026-03-05T02:15:00+00:00")


@needs_ffmpeg
def test_a_camera_that_writes_its_local_time_as_utc_is_read_as_its_maker_says(tmp_path: Path):
    file = film(tmp_path / "x.mp4", 1, created="2026-03-05T10:15:00Z")
    facts = probe(file, vault.read_name("YL-104422@000312_20260305_101500_002.mp4"))
    assert (facts.created_at, facts.created_zone) == (datetime(2026, 3, 5, 2, 15, tzinfo=UTC), "Asia/Shanghai")


@needs_ffmpeg
def test_a_camera_that_never_was_set_says_no_time(tmp_path: Path):
    assert probe(film(tmp_path / "x.mp4", 1)).created_at is None
    assert probe(film(tmp_path / "y.mp4", 1, created="1970-01-01T00:00:00Z")).created_at is None


@needs_ffmpeg
@pytest.mark.parametrize(("name", "codec"), [("x.wav", "pcm_s16le"), ("x.mp3", "mp3")])
def test_a_sound_recording_tells_what_is_in_it(tmp_path: Path, name: str, codec: str):
    ffmpeg("-f", "lavfi", "-i", "sine=r=8000:d=3", str(tmp_path / name))
    facts = probe(tmp_path / name)
    assert (facts.audio_codec, facts.sample_rate_hz, facts.video_codec, facts.dropouts) == (codec, 8000, "", ())
    assert abs(facts.duration - timedelta(seconds=3)) < timedelta(seconds=0.3)


@needs_ffmpeg
@pytest.mark.parametrize("name", ["x.mov", "x.avi", "x.ts", "x.m4a"])
def test_other_makers_containers_are_read_as_well(tmp_path: Path, name: str):
    """footage-2"""
    picture = ("-f", "lavfi", "-i", "testsrc=s=64x48:r=5:d=3") if name != "x.m4a" else ()
    ffmpeg(*picture, "-f", "lavfi", "-i", "sine=r=8000:d=3", "-shortest", str(tmp_path / name))
    facts = probe(tmp_path / name)
    assert (facts.problem, facts.is_truncated) == ("", False)
    assert abs(facts.duration - timedelta(seconds=3)) < timedelta(seconds=0.5)
    assert bool(facts.width_px) == bool(picture)


@needs_ffmpeg
def test_a_recording_of_speech_is_read_as_well(tmp_path: Path):
    """footage-2: fifty frames of silence, twenty milliseconds each (RFC 4867)."""
    facts = probe(written(tmp_path, b"#!AMR\n" + (b"\x3c" + bytes(31)) * 50, "x.amr"))
    assert facts.audio_codec == "amr_nb"
    assert abs(facts.duration - timedelta(seconds=1)) < timedelta(seconds=0.1)


@needs_ffmpeg
@pytest.mark.parametrize("name", ["x.mov", "x.avi"])
def test_a_cut_video_of_another_maker_is_truncated(tmp_path: Path, name: str):
    """recording-12-continuous"""
    file = tmp_path / name
    ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x48:r=5:d=3", str(file))
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    assert probe(file).is_truncated


@needs_ffmpeg
def test_pictures_that_are_missing_inside_are_found_where_they_are(tmp_path: Path):
    """town-continuity-dropout"""
    facts = probe(film(tmp_path / "x.mp4", 10, drop=(4, 7)))
    assert facts.dropouts == (seconds(4, 7),)
    assert facts.duration == timedelta(seconds=10)


@needs_ffmpeg
def test_a_picture_that_ends_before_the_sound_is_a_drop_out(tmp_path: Path):
    film(tmp_path / "short.mp4", 4)
    ffmpeg("-i", str(tmp_path / "short.mp4"), "-f", "lavfi", "-i", "sine=r=8000:d=8", "-c:v", "copy", str(tmp_path / "x.mp4"))
    facts = probe(tmp_path / "x.mp4")
    assert len(facts.dropouts) == 1
    begins, ends = facts.dropouts[0]
    assert begins == timedelta(seconds=4)
    assert abs(ends - timedelta(seconds=8)) < timedelta(seconds=0.3)


@needs_ffmpeg
def test_one_picture_every_three_seconds_is_how_that_camera_records(tmp_path: Path):
    ffmpeg("-f", "lavfi", "-i", "testsrc=size=64x48:rate=1/3:duration=60", "-c:v", "libx264", str(tmp_path / "x.mp4"))
    assert probe(tmp_path / "x.mp4").dropouts == ()


@needs_ffmpeg
def test_what_was_not_read_to_its_end_says_that_it_is_not_known(sound: Path, monkeypatch):
    """A reader that was stopped half way must not make a gap out of what it did not read."""
    monkeypatch.setattr(boxing, "OUTPUT_BYTES", 200)
    monkeypatch.setattr(probing, "LOOKS", ("-show_entries", "format=duration:stream=index,codec_type", "-of", "json=c=1"))
    facts = probe(sound)
    assert (facts.dropouts, facts.duration) == (None, timedelta(seconds=6))
    assert "没有读完" in facts.problem


# Files that are not whole


@needs_ffmpeg
def test_a_file_without_its_table_of_contents_is_truncated_and_unreadable(sound: Path, tmp_path: Path):
    facts = probe(cut(sound, tmp_path / "x.mp4", 0.6))
    assert (facts.is_truncated, facts.is_readable, facts.dropouts) == (True, False, None)
    assert facts.problem.startswith("文件不完整，读不出内容。")


@needs_ffmpeg
def test_a_file_cut_behind_its_table_of_contents_tells_as_much_as_can_be_read(sound: Path, tmp_path: Path):
    ffmpeg("-i", str(sound), "-c", "copy", "-movflags", "+faststart", str(tmp_path / "whole.mp4"))
    facts = probe(cut(tmp_path / "whole.mp4", tmp_path / "x.mp4", 0.6))
    assert (facts.is_truncated, facts.is_readable) == (True, True)
    assert timedelta(seconds=2) < facts.duration < timedelta(seconds=5)


@needs_ffmpeg
def test_a_file_in_fragments_is_whole_or_cut_like_any_other(tmp_path: Path):
    whole = film(tmp_path / "whole.mp4", 4, "-g", "5", "-movflags", "frag_keyframe+empty_moov")
    assert not probe(whole).is_truncated
    assert probe(cut(whole, tmp_path / "x.mp4", 0.7)).is_truncated


@needs_ffmpeg
def test_a_cut_sound_recording_is_truncated(tmp_path: Path):
    ffmpeg("-f", "lavfi", "-i", "sine=r=8000:d=3", str(tmp_path / "whole.wav"))
    facts = probe(cut(tmp_path / "whole.wav", tmp_path / "x.wav", 0.5))
    assert facts.is_truncated
    assert facts.duration < timedelta(seconds=2)


def test_an_empty_file_is_told_to_be_empty(tmp_path: Path):
    assert probe(written(tmp_path, b"")) == MediaFacts(problem="文件是空的，没有录到内容。")


def test_a_text_is_told_to_be_one(tmp_path: Path):
    assert probe(written(tmp_path, b"root:x:0:0", "x.txt")).problem == "内容是文本文件，不是录音录像。"


def test_without_ffprobe_everything_else_is_still_told(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(boxing, "found", lambda program: None)
    facts = probe(written(tmp_path, ISOM + struct.pack(">I4s", 9999, b"mdat")))
    assert (facts.problem, facts.is_truncated) == (probing.NOT_INSTALLED, True)
    with pytest.raises(NoThumbnail, match="没有安装 ffmpeg"):
        frame(tmp_path / "x.mp4", 64)


# Files that attack


@pytest.fixture
def listener():
    """A server that remembers whether anybody came."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        came: list[object] = []

        def wait() -> None:
            try:
                came.append(server.accept())
            except OSError:
                return

        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        server.shutdown(socket.SHUT_RDWR)


@needs_ffmpeg
@pytest.mark.parametrize("head", [b"", ISOM, b"RIFF\x24\0\0\0WAVE", b"ID3\4\0\0\0\0\0\0"], ids=["bare", "as mp4", "as wav", "as mp3"])
@pytest.mark.parametrize("name", ["x.mp4", "x.avi", "x.m3u8"])
def test_a_playlist_that_wants_other_files_and_addresses_gets_none(tmp_path: Path, listener, head: bytes, name: str):
    """The known attack: a playlist under another extension that reads a file of the server, or calls out."""
    port, came = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-4711")
    wants = [f"http://127.0.0.1:{port}/x.ts", f"file://{secret}", f"concat:http://127.0.0.1:{port}/a|file:///etc/passwd", "/etc/passwd"]
    playlist = "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n" + "".join(f"#EXTINF:10.0,\n{one}\n" for one in wants) + "#EXT-X-ENDLIST\n"
    facts = probe(written(tmp_path, head + playlist.encode(), name))
    assert facts.problem
    assert "canary" not in str(facts)
    assert "root:" not in str(facts)
    with pytest.raises(NoThumbnail):
        frame(tmp_path / name, 64)
    assert came == []


@needs_ffmpeg
def test_a_playlist_that_got_past_the_readers_still_reaches_nothing(tmp_path: Path, listener):
    """The walls hold by themselves: here ffprobe is told to read playlists and to use the network; outside the box it calls out."""
    port, came = listener
    playlist = f"#EXTM3U\n#EXTINF:10.0,\nhttp://127.0.0.1:{port}/x.ts\n#EXT-X-ENDLIST\n"
    careless = ["-protocol_whitelist", "file,http,tcp", "-allowed_extensions", "ALL", "-f", "hls", "-show_format", "{source}"]
    with (
        written(tmp_path, playlist.encode()).open("rb") as source,
        boxing.boxed(boxing.found("ffprobe"), careless, source) as outcome,
    ):
        walls = outcome.walls
    assert came == [] or not walls & {"network", "tcp"}


@needs_ffmpeg
@pytest.mark.parametrize(
    "track",
    [
        box(b"tkhd", struct.pack(">IIIIII", 7, 0, 0, 1, 0, 0xFFFFFFFF) + bytes(52) + struct.pack(">II", 0xFFFFFFFF, 0xFFFFFFFF)),
        box(b"tkhd", b""),
    ],
    ids=["huge picture", "no head"],
)
def test_a_head_full_of_impossible_numbers_is_a_fact_not_an_error(tmp_path: Path, track: bytes):
    endless = box(b"mvhd", bytes([1, 0, 0, 0]) + bytes(16) + struct.pack(">IQ", 1, 0x7FFFFFFFFFFFFFFF) + bytes(80))
    facts = probe(written(tmp_path, ISOM + box(b"moov", endless + box(b"trak", track)) + box(b"mdat", bytes(64))))
    assert facts.problem
    assert (facts.duration, facts.width_px) == (None, None)


@needs_ffmpeg
def test_a_head_that_says_it_lasts_for_ever_is_not_believed(sound: Path, tmp_path: Path):
    content = bytearray(sound.read_bytes())
    for name, place in ((b"mvhd", 20), (b"mdhd", 20), (b"tkhd", 24)):
        at = content.index(name) + place - 4 + 4
        content[at : at + 4] = b"\xff\xff\xff\xfe"
    facts = probe(written(tmp_path, bytes(content)))
    assert facts.duration is None or facts.duration <= probing.LONGEST


@needs_ffmpeg
def test_thousands_of_streams_cost_no_more_than_a_few(tmp_path: Path):
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8) + b"vide" + bytes(13))))
    facts = probe(written(tmp_path, ISOM + box(b"moov", box(b"mvhd", bytes(100)) + track * 50_000) + box(b"mdat", bytes(64))))
    assert facts.problem
    assert len(facts.raw.get("streams", [])) <= probing.STREAMS


@needs_ffmpeg
def test_boxes_within_boxes_without_end_are_left_unread(tmp_path: Path):
    deep = b""
    for _ in range(2000):
        deep = box(b"moov", deep)
    assert probe(written(tmp_path, ISOM + deep)).problem


@needs_ffmpeg
@pytest.mark.parametrize("place", range(0, 100, 9))
def test_a_damaged_file_is_always_a_fact(sound: Path, tmp_path: Path, place: int):
    content = bytearray(sound.read_bytes())
    for at in range(len(content) * place // 100, min(len(content) * place // 100 + 400, len(content))):
        content[at] ^= 0x5A
    assert isinstance(probe(written(tmp_path, bytes(content))), MediaFacts)


# The box


def in_the_box(program: str, *arguments: str, source: Path = Path(__file__)) -> tuple[int | None, bytes, str, frozenset[str]]:
    with source.open("rb") as file, boxing.boxed(boxing.found(program), arguments, file) as outcome:
        return outcome.status, outcome.output.read(1000), outcome.complaint, outcome.walls


@pytest.mark.skipif("files" not in boxing.walls(), reason="this kernel has no Landlock")
def test_only_the_source_can_be_opened(tmp_path: Path):
    secret = written(tmp_path, b"canary", "secret.txt")
    secret.chmod(0o644)
    status, said, _, _ = in_the_box("cat", str(secret))
    assert (status, said) == (1, b"")
    assert in_the_box("cat", "/etc/passwd")[:2] == (1, b"")
    assert in_the_box("cat", f"/proc/{os.getpid()}/environ")[:2] == (1, b"")


@pytest.mark.skipif("files" not in boxing.walls(), reason="this kernel has no Landlock")
def test_nothing_can_be_written(tmp_path: Path):
    # Where everybody may write, under a name of this run only.
    open_to_all = Path(tempfile.gettempdir()) / f"written-{os.getpid()}-{tmp_path.name}"
    status, _, _, _ = in_the_box("touch", str(tmp_path / "new"), "here", str(open_to_all))
    assert status == 1
    assert list(tmp_path.iterdir()) == []
    assert not open_to_all.exists()


@pytest.mark.skipif(not boxing.walls() & {"network", "tcp"}, reason="neither namespaces nor Landlock for TCP are allowed here")
def test_no_address_can_be_reached(listener):
    port, came = listener
    status, _, _, _ = in_the_box("bash", "-c", f"exec 3<>/dev/tcp/127.0.0.1/{port}")
    assert (status, came) == (1, [])


def test_the_environment_is_not_handed_on(monkeypatch):
    monkeypatch.setenv("MINGZHI_SECRET_KEY", "canary")
    _, said, _, _ = in_the_box("env")
    assert b"canary" not in said


def test_root_is_left_behind():
    _, said, _, walls = in_the_box("id", "-u")
    assert "user" not in walls or said.strip() != b"0" or os.getuid() != 0


def test_a_file_that_only_its_owner_may_read_is_still_read(tmp_path: Path):
    private = written(tmp_path, b"private", "x.bin")
    private.chmod(0o600)
    with private.open("rb") as file, boxing.boxed(boxing.found("cat"), [f"/proc/self/fd/{file.fileno()}"], file) as outcome:
        assert outcome.output.read() == b"private"


def test_what_never_ends_is_ended(settings):
    settings.PROBE_SECONDS = 1
    assert in_the_box("sleep", "600")[0] is None


def test_what_writes_without_end_is_stopped(monkeypatch):
    monkeypatch.setattr(boxing, "OUTPUT_BYTES", 1 << 20)
    status, said, _, _ = in_the_box("yes")
    assert status != 0
    assert said


def test_what_wants_too_much_memory_does_not_get_it(monkeypatch):
    greedy = ("bash", "-c", "printf -v y '%0100000000d' 1 && echo got it")
    assert in_the_box(*greedy)[1] == b"got it\n"
    monkeypatch.setattr(boxing, "MEMORY_BYTES", 64 << 20)
    assert in_the_box(*greedy)[1] == b""


# Small pictures


@needs_ffmpeg
def test_a_video_in_the_vault_has_a_thumbnail(db, tmp_path: Path, sound: Path):
    with sound.open("rb") as content:
        blob = vault.put(content, declared_name="现场.mp4")
    made = vault.thumbnail(blob, 32)
    (tmp_path / "x.jpg").write_bytes(made)
    with (tmp_path / "x.jpg").open("rb") as picture:
        assert max(measure(picture)) <= 32
    assert vault.thumbnail(blob, 32) == made


@needs_ffmpeg
def test_a_video_that_cannot_be_read_has_no_thumbnail_and_says_so(sound: Path, tmp_path: Path):
    with pytest.raises(NoThumbnail, match="画面读不出"):
        frame(cut(sound, tmp_path / "x.mp4", 0.5), 64)


@needs_ffmpeg
def test_a_video_shorter_than_a_second_shows_its_first_picture(tmp_path: Path):
    assert frame(film(tmp_path / "x.mp4", 0.4), 64).startswith(b"\xff\xd8")
