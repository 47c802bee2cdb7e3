"""What is nobody's business: health and belief of persons. The sickness of a pig is a fact of the case. (个人信息保护法 28)"""

from __future__ import annotations

from collections.abc import Iterator

from .bodies import bodies
from .heads import Headed
from .illnesses import illnesses
from .kinds import Hidden, Kind
from .spans import BY_OTHER_LAW, span

_BELIEF = Headed(
    "(?:信仰|信奉|笃信|皈依|改信|信的?是?)(?:了|着)?(?:佛教|道教|基督教|天主教|伊斯兰教|东正教|藏传佛教|喇嘛教|耶稣|上帝|菩萨|安拉|真主|主(?=[，。；的])|佛(?=[，。；]|多年))|(?:信仰|信奉|笃信|皈依)(?!自由|宗教|[民群])[\u4e00-\u9fff]{1,4}教"
    "|(?:基督|天主|佛|道|穆斯林|伊斯兰|东正)教?(?:教徒|信徒|信众|徒(?!弟))|(?:是|系|为)(?:一名|虔诚的?)*(?:穆斯林|居士|喇嘛|阿訇|牧师|神父|修女)|(?:做|去做|要做)(?:礼拜[一二三四五六日天]?的?)?(?:乃玛孜|主麻)|(?:封斋|把斋|守斋月)(?=[，。；的])|宗教信仰[：:为是][^，。；\\n]{1,8}"
)
_WHY = "健康、信仰等敏感个人信息"


def find_intimate(text: str) -> Iterator[Hidden]:
    """Health and belief of persons in a folded text."""
    for start, end in (*illnesses(text), *bodies(text), *(found.span() for found in _BELIEF.finditer(text))):
        yield span(Kind.HEALTH, start, end, _WHY, provision=BY_OTHER_LAW)
