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
CZECH = (
    "Ministři zahraničí Česka a Slovenska spolu ve čtvrtek mluvili o záchraně lodi, která čtyři hodiny plula v mlze. "
    "Ministr poděkoval strážím za rychlou pomoc.\n"
)
POLISH = (
    "Ministrowie spraw zagranicznych rozmawiali w czwartek przez telefon. Strony omówiły ocalenie promu, który przez "
    "cztery godziny dryfował we mgle. Minister podziękował strażnikom za szybką pomoc.\n"
)
KOREAN = "핀란드와 에스토니아 외교장관이 목요일 전화 통화를 했다. 양측은 안개 속에서 네 시간 표류한 여객선 구조를 논의했다.\n"
TRADITIONAL = "芬蘭和愛沙尼亞外長星期四通了電話。雙方討論了渡輪救援，那艘渡輪在霧中漂流了四個小時。\n"
ARABIC = "تحدث وزيرا خارجية فنلندا وإستونيا هاتفيا يوم الخميس. وناقش الجانبان إنقاذ العبارة التي انجرفت أربع ساعات في الضباب.\n"
TURKISH = (
    "Dışişleri bakanları perşembe günü telefonda görüştü. Taraflar sisin içinde dört saat sürüklenen feribotun "
    "kurtarılmasını konuştu. Bakan sahil güvenliğe teşekkür etti.\n"
)
GREEK = "Οι υπουργοί Εξωτερικών μίλησαν στο τηλέφωνο την Πέμπτη για τη διάσωση του πλοίου που παρασύρθηκε τέσσερις ώρες στην ομίχλη.\n"
GERMAN = (
    "Die Außenminister sprachen am Donnerstag am Telefon. Beide Seiten erörterten die Rettung der Fähre, die vier "
    "Stunden im Nebel trieb. Der Minister dankte der Küstenwache beider Länder für die „schnelle Hilfe“.\n"
)
SPANISH = (
    "Los ministros de Exteriores hablaron el jueves por teléfono. Las partes trataron el rescate del transbordador, que "
    "navegó cuatro horas a la deriva en la niebla. El ministro agradeció la ayuda rápida.\n"
)
PORTUGUESE = (
    "Os ministros falaram na quinta-feira ao telefone. As partes discutiram a operação de salvação do barco, que ficou "
    "à deriva durante quatro horas no nevoeiro.\n"
)
UKRAINIAN = (
    "Міністри закордонних справ говорили по телефону в четвер. Сторони обговорили порятунок порома, який чотири години "
    "дрейфував у тумані.\n"
)
LITHUANIAN = (
    "Ministrai ketvirtadienį kalbėjosi telefonu. Šalys aptarė kelto, kuris keturias valandas dreifavo rūke, gelbėjimą. "
    "Ministras padėkojo pakrančių apsaugai už greitą pagalbą.\n"
)
FINNISH = (
    "Ulkoministerit puhuivat puhelimessa torstaina. Osapuolet keskustelivat lautan pelastamisesta, joka ajelehti neljä "
    "tuntia sumussa. Ministeri kiitti molempien maiden rannikkovartiostoja nopeasta avusta ja hyvästä työstä.\n"
)

TEXTS = {
    "windows-1251": RUSSIAN,
    "windows-1252": FRENCH,
    "windows-1255": HEBREW,
    "gb18030": CHINESE,
    "shift_jis": JAPANESE,
}
