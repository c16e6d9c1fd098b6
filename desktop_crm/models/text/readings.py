"""Readings that pypinyin does not give, or gives for another sense: surnames, places, words of trade."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def _table(text: str) -> Mapping[str, str]:
    """`重庆 chong qing; 厦门 xia men` as a mapping."""
    return MappingProxyType(dict(entry.strip().split(" ", 1) for entry in text.split(";") if entry.strip()))


# The usual reading of a character within the names of companies, places and given names.
CHARACTERS = _table(
    "晟 sheng; 㐂 xi; 𠮷 ji; 长 chang; 長 chang; 都 du; 什 shi; 曾 zeng; 厦 xia; 廈 xia; 佛 fo;"
    "蚌 beng; 珩 heng; 琢 zhuo"
)

PHRASES = _table(
    "六安 lu an; 朝阳 chao yang; 洪洞 hong tong; 单县 shan xian; 六合区 lu he qu; 浚县 xun xian;"
    "繁峙 fan shi; 大城县 dai cheng xian; 筠连 jun lian; 荥经 ying jing; 涡阳 guo yang; 会稽 kuai ji;"
    "郫都 pi du; 伽师 jia shi; 解州 xie zhou; 沌口 zhuan kou; 珲春 hun chun; 穆棱 mu ling;"
    "宕昌 tan chang; 藏医 zang yi; 藏药 zang yao; 藏式 zang shi; 泊头 bo tou; 绥棱 sui ling;"
    "召陵 shao ling; 漯河 luo he; 大厦 da sha; 广厦 guang sha; 商厦 shang sha; 高厦 gao sha;"
    "商行 shang hang; 洋行 yang hang; 车行 che hang; 律师行 lv shi hang"
)

# Only where it differs from the usual reading; where families read it in two ways, the commoner one.
SURNAMES = _table(
    "单 shan; 單 shan; 仇 qiu; 曾 zeng; 解 xie; 盖 ge; 蓋 ge; 查 zha; 朴 piao; 区 ou; 區 ou; 乐 yue;"
    "樂 yue; 缪 miao; 繆 miao; 翟 zhai; 覃 qin; 员 yun; 員 yun; 贠 yun; 黑 he; 洗 xian; 秘 bi;"
    "种 chong; 隗 wei; 郇 xun; 折 she; 繁 po; 句 gou; 祭 zhai; 都 du; 薄 bo; 卜 bu; 召 shao; 么 yao;"
    "乜 nie; 炅 gui; 粘 nian; 重 chong; 阚 kan; 适 kuo; 弹 tan; 会 gui; 畜 xu"
)

LONG_SURNAMES = _table(
    "单于 chan yu; 單于 chan yu; 尉迟 yu chi; 尉遲 yu chi; 万俟 mo qi; 萬俟 mo qi; 澹台 tan tai;"
    "澹臺 tan tai; 长孙 zhang sun; 長孫 zhang sun; 乐正 yue zheng; 樂正 yue zheng; 令狐 ling hu;"
    "皇甫 huang fu; 宰父 zai fu; 夹谷 jia gu; 夾谷 jia gu; 宇文 yu wen; 欧阳 ou yang; 歐陽 ou yang;"
    "司徒 si tu; 司马 si ma; 司馬 si ma; 上官 shang guan; 诸葛 zhu ge; 諸葛 zhu ge; 夏侯 xia hou;"
    "慕容 mu rong; 轩辕 xuan yuan; 公孙 gong sun; 公冶 gong ye; 亓官 qi guan; 鲜于 xian yu;"
    "鮮于 xian yu; 呼延 hu yan; 端木 duan mu; 拓跋 tuo ba; 独孤 du gu; 南宫 nan gong; 东方 dong fang;"
    "西门 xi men; 闻人 wen ren; 赫连 he lian; 太史 tai shi; 申屠 shen tu; 百里 bai li; 钟离 zhong li;"
    "濮阳 pu yang; 淳于 chun yu; 太叔 tai shu; 仲孙 zhong sun; 段干 duan gan"
)
