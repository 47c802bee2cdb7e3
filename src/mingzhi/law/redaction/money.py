"""Sums of money as people write and say them: 3,000.50元, 两万一千元, 五六十块, 三千出头, 四万八."""

_DIGITS = "一二三四五六七八九十百千万亿零〇两半几数壹贰叁肆伍陆柒捌玖拾佰仟"
_NUMBER = f"(?:[0-9]+(?:[,，][0-9]{{3}})*(?:\\.[0-9]+)?|[{_DIGITS}])[{_DIGITS}余多来]*"
_ABOUT = "(?:左右|上下|以上|以下|以内|出头|有余|不等|不到|多|余)*"
#: What can follow a number that counts something else: 三百人, 两千只, 一万步.
_COUNTED = "碗杯盘串人亩个次名斤年天日米平立方公吨只头株台户条份字件瓶桶袋箱里步棵张家所处间号岁度倍页分路字元块匹条吨辆套根本册"

#: With 元 or 块; without, only where ten thousands, thousands or hundreds are named and nothing is counted by them.
MONEY = (
    f"(?:人民币)?(?:{_NUMBER}(?:元)?[-~～至到])?(?:{_NUMBER}(?:元|块|圆)(?:钱|整|[一二三四五六七八九](?![一二三四五六七八九十百千万亩人个号角]))?(?:[{_DIGITS}0-9]{{1,2}}角)?(?:[{_DIGITS}0-9]{{1,2}}分)?{_ABOUT}"
    f"|[几]?[万千百]把(?:元|块)钱?|[{_DIGITS}0-9.余多来]{{1,8}}[万千百][{_DIGITS}]{{0,6}}{_ABOUT}(?:(?=一个月|一年|一天)|(?![{_COUNTED}{_DIGITS}0-9余多来])))"
)
