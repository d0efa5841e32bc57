"""One story of four sentences in every language that is promised."""

from __future__ import annotations

from summarize.languages import UNSPACED

STORIES = {
    "en": [
        "The bridge was closed on Monday after engineers had found two cracks in a girder.",
        "The mayor said that the repair of the bridge will take six months.",
        "Engineers found two cracks in the girder and the bridge was closed on Monday.",
        "Ferries will carry the passengers until the end of the year.",
    ],
    "de": [
        "Die Brücke wurde am Montag gesperrt, nachdem Ingenieure zwei Risse in einem Träger gefunden hatten.",
        "Der Bürgermeister sagte, dass die Reparatur der Brücke sechs Monate dauern wird.",
        "Ingenieure fanden zwei Risse in dem Träger, und die Brücke wurde am Montag gesperrt.",
        "Fähren werden die Fahrgäste bis zum Ende des Jahres befördern.",
    ],
    "fr": [
        "Le pont a été fermé lundi après que des ingénieurs ont trouvé deux fissures dans une poutre.",
        "Le maire a déclaré que la réparation du pont prendra six mois.",
        "Des ingénieurs ont trouvé deux fissures dans la poutre et le pont a été fermé lundi.",
        "Des ferries transporteront les passagers jusqu'à la fin de l'année.",
    ],
    "es": [
        "El puente fue cerrado el lunes después de que los ingenieros encontraran dos grietas en una viga.",
        "El alcalde dijo que la reparación del puente durará seis meses.",
        "Los ingenieros encontraron dos grietas en la viga y el puente fue cerrado el lunes.",
        "Los transbordadores llevarán a los pasajeros hasta el final del año.",
    ],
    "it": [
        "Il ponte è stato chiuso lunedì dopo che gli ingegneri hanno trovato due crepe in una trave.",
        "Il sindaco ha detto che la riparazione del ponte durerà sei mesi.",
        "Gli ingegneri hanno trovato due crepe nella trave e il ponte è stato chiuso lunedì.",
        "I traghetti trasporteranno i passeggeri fino alla fine dell'anno.",
    ],
    "pt": [
        "A ponte foi fechada na segunda-feira depois que os engenheiros encontraram duas rachaduras em uma viga.",
        "O prefeito disse que o reparo da ponte vai durar seis meses.",
        "Os engenheiros encontraram duas rachaduras na viga e a ponte foi fechada na segunda-feira.",
        "As balsas vão levar os passageiros até o fim do ano.",
    ],
    "nl": [
        "De brug werd maandag gesloten nadat ingenieurs twee scheuren in een balk hadden gevonden.",
        "De burgemeester zei dat de reparatie van de brug zes maanden zal duren.",
        "Ingenieurs vonden twee scheuren in de balk en de brug werd maandag gesloten.",
        "Veerboten zullen de passagiers vervoeren tot het einde van het jaar.",
    ],
    "ru": [
        "Мост был закрыт в понедельник после того, как инженеры нашли две трещины в балке.",
        "Мэр сказал, что ремонт моста продлится шесть месяцев.",
        "Инженеры нашли две трещины в балке, и мост был закрыт в понедельник.",
        "Паромы будут перевозить пассажиров до конца года.",
    ],
    "uk": [
        "Міст було закрито в понеділок після того, як інженери знайшли дві тріщини в балці.",
        "Мер сказав, що ремонт мосту триватиме шість місяців.",
        "Інженери знайшли дві тріщини в балці, і міст було закрито в понеділок.",
        "Пороми перевозитимуть пасажирів до кінця року.",
    ],
    "pl": [
        "Most został zamknięty w poniedziałek po tym, jak inżynierowie znaleźli dwa pęknięcia w belce.",
        "Burmistrz powiedział, że naprawa mostu potrwa sześć miesięcy.",
        "Inżynierowie znaleźli dwa pęknięcia w belce i most został zamknięty w poniedziałek.",
        "Promy będą przewozić pasażerów do końca roku.",
    ],
    "cs": [
        "Most byl v pondělí uzavřen poté, co inženýři našli dvě trhliny v nosníku.",
        "Starosta řekl, že oprava mostu bude trvat šest měsíců.",
        "Inženýři našli dvě trhliny v nosníku a most byl v pondělí uzavřen.",
        "Trajekty budou přepravovat cestující do konce roku.",
    ],
    "el": [
        "Η γέφυρα έκλεισε τη Δευτέρα αφού οι μηχανικοί βρήκαν δύο ρωγμές σε μια δοκό.",
        "Ο δήμαρχος είπε ότι η επισκευή της γέφυρας θα διαρκέσει έξι μήνες.",
        "Οι μηχανικοί βρήκαν δύο ρωγμές στη δοκό και η γέφυρα έκλεισε τη Δευτέρα.",
        "Τα πλοία θα μεταφέρουν τους επιβάτες μέχρι το τέλος του έτους.",
    ],
    "sv": [
        "Bron stängdes i måndags efter att ingenjörer hade hittat två sprickor i en balk.",
        "Borgmästaren sade att reparationen av bron kommer att ta sex månader.",
        "Ingenjörer hittade två sprickor i balken och bron stängdes i måndags.",
        "Färjor kommer att transportera passagerarna fram till årets slut.",
    ],
    "da": [
        "Broen blev lukket mandag, efter at ingeniører havde fundet to revner i en bjælke.",
        "Borgmesteren sagde, at reparationen af broen vil tage seks måneder.",
        "Ingeniører fandt to revner i bjælken, og broen blev lukket mandag.",
        "Færger vil sejle passagererne frem til udgangen af året.",
    ],
    "no": [
        "Broen ble stengt mandag etter at ingeniører hadde funnet to sprekker i en bjelke.",
        "Ordføreren sa at reparasjonen av broen vil ta seks måneder.",
        "Ingeniører fant to sprekker i bjelken, og broen ble stengt mandag.",
        "Ferger skal frakte passasjerene fram til slutten av året.",
    ],
    "fi": [
        "Silta suljettiin maanantaina sen jälkeen, kun insinöörit olivat löytäneet kaksi halkeamaa palkista.",
        "Kaupunginjohtaja sanoi, että sillan korjaus kestää kuusi kuukautta.",
        "Insinöörit löysivät palkista kaksi halkeamaa, ja silta suljettiin maanantaina.",
        "Lautat kuljettavat matkustajia tämän vuoden loppuun asti.",
    ],
    "hu": [
        "A hidat hétfőn lezárták, miután a mérnökök két repedést találtak egy gerendában.",
        "A polgármester azt mondta, hogy a híd javítása hat hónapig fog tartani.",
        "A mérnökök két repedést találtak a gerendában, és a hidat hétfőn lezárták.",
        "A kompok az év végéig fogják szállítani az utasokat.",
    ],
    "ro": [
        "Podul a fost închis luni după ce inginerii au găsit două fisuri într-o grindă.",
        "Primarul a spus că reparația podului va dura șase luni.",
        "Inginerii au găsit două fisuri în grindă și podul a fost închis luni.",
        "Feriboturile vor transporta pasagerii până la sfârșitul anului.",
    ],
    "tr": [
        "Mühendisler bir kirişte iki çatlak bulduktan sonra köprü pazartesi günü kapatıldı.",
        "Belediye başkanı köprünün onarımının altı ay süreceğini söyledi.",
        "Mühendisler kirişte iki çatlak buldu ve köprü pazartesi günü kapatıldı.",
        "Feribotlar yolcuları yıl sonuna kadar taşıyacak ve ücretsiz olacak.",
    ],
    "ar": [
        "أغلق الجسر يوم الاثنين بعد أن وجد المهندسون شقين في أحد العوارض.",
        "قال رئيس البلدية إن إصلاح الجسر سيستغرق ستة أشهر.",
        "وجد المهندسون شقين في العارضة وأغلق الجسر يوم الاثنين.",
        "ستنقل العبارات الركاب حتى نهاية هذا العام.",
    ],
    "he": [
        "הגשר נסגר ביום שני לאחר שמהנדסים מצאו שני סדקים באחת הקורות.",
        "ראש העיר אמר כי תיקון הגשר יימשך שישה חודשים.",
        "מהנדסים מצאו שני סדקים בקורה והגשר נסגר ביום שני.",
        "מעבורות יסיעו את הנוסעים עד סוף השנה הזאת.",
    ],
    "hi": [
        "इंजीनियरों को एक गर्डर में दो दरारें मिलने के बाद पुल सोमवार को बंद कर दिया गया।",
        "महापौर ने कहा कि पुल की मरम्मत में छह महीने लगेंगे।",
        "इंजीनियरों को गर्डर में दो दरारें मिलीं और पुल सोमवार को बंद कर दिया गया।",
        "नावें साल के अंत तक यात्रियों को ले जाएंगी।",
    ],
    "zh": [
        "工程师在一根大梁上发现两条裂缝后，大桥于星期一关闭。",
        "市长说，大桥的维修将需要六个月的时间。",
        "工程师在大梁上发现两条裂缝，大桥星期一关闭。",
        "渡轮将运送乘客直到今年年底为止。",
    ],
    "ja": [
        "技術者が桁に二つの亀裂を見つけた後、橋は月曜日に閉鎖された。",
        "市長は、橋の修理には六か月かかると述べた。",
        "技術者が桁に二つの亀裂を見つけ、橋は月曜日に閉鎖された。",
        "フェリーは今年の終わりまで乗客を運ぶ予定だ。",
    ],
}
THAI = "สะพานถูกปิดเมื่อวันจันทร์หลังจากวิศวกรพบรอยร้าวสองแห่งในคานของสะพาน"
FIRST_CLASS = sorted(set(STORIES) - UNSPACED)
JOIN = {code: "" if code in UNSPACED else " " for code in STORIES}
DATES = {
    "fr": "3 mai 2024", "de": "3. Mai 2024", "es": "3 de mayo de 2024", "it": "3 maggio 2024", "pt": "3 de maio de 2024",
    "nl": "3 mei 2024", "ru": "3 мая 2024 г.", "uk": "3 травня 2024", "pl": "3 maja 2024", "cs": "3. května 2024",
    "sv": "3 maj 2024", "da": "3. maj 2024", "no": "3. mai 2024", "fi": "3. toukokuuta 2024", "hu": "2024. május 3.",
    "ro": "3 mai 2024", "el": "3 Μαΐου 2024", "tr": "3 Mayıs 2024", "ar": "3 مايو 2024", "he": "3 במאי 2024",
    "hi": "3 मई 2024", "zh": "2024年5月3日", "ja": "2024年5月3日", "en": "3 May 2024",
}  # fmt: skip
"""3 May 2024 as it is written in each language."""
