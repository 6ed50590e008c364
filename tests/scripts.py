"""Short texts of our own in several scripts, each with the encodings it was once written in."""

RUSSIAN = (
    "Министры иностранных дел Финляндии и Эстонии говорили по телефону в четверг. Стороны обсудили спасение парома, "
    "который четыре часа дрейфовал в тумане. Министр поблагодарил береговую охрану обеих стран за быструю помощь.\n"
)
FRENCH = (
    "Les ministres des Affaires étrangères se sont parlé jeudi au téléphone. Ils ont évoqué le sauvetage du ferry, qui a "
    "dérivé pendant quatre heures dans le brouillard. « Tout le monde est rentré », a précisé le ministère à la presse.\n"
)
HEBREW = (
    "שרי החוץ של פינלנד ואסטוניה שוחחו בטלפון ביום חמישי. הצדדים דנו בחילוץ המעבורת שנסחפה במשך ארבע שעות בערפל. "
    "השר הודה למשמר החופים של שתי המדינות על הסיוע המהיר.\n"
)
CHINESE = "芬兰和爱沙尼亚外长星期四通了电话。双方讨论了渡轮救援，那艘渡轮在雾中漂流了四个小时。部长感谢两国海岸警卫队的迅速帮助。\n"
JAPANESE = (
    "フィンランドとエストニアの外相は木曜日に電話で話した。双方は霧の中を四時間漂流したフェリーの救助について話し合った。"
    "大臣は両国の沿岸警備隊の迅速な支援に感謝した。\n"
)

TEXTS = {
    "windows-1251": RUSSIAN,
    "windows-1252": FRENCH,
    "windows-1255": HEBREW,
    "gb18030": CHINESE,
    "shift_jis": JAPANESE,
}
