"""How furniture opens in each language but English, whose rules are patterns of their own (`summarize.text.rules`)."""

from __future__ import annotations

PHRASES: dict[str, dict[str, str]] = {
    "de": {
        "byline": "von|text von", "caption": "foto|bild|symbolbild|archivbild|grafik", "related": "mehr zum thema|lesen sie auch|lesen sie mehr|auch interessant|weiterlesen",
        "correction": "korrektur|anmerkung der redaktion", "promotion": "jetzt abonnieren|newsletter abonnieren|abonnieren sie unseren newsletter|jetzt anmelden",
        "cookies": "wir verwenden cookies|diese website verwendet cookies|diese webseite verwendet cookies", "credit": "alle rechte vorbehalten",
    },
    "fr": {
        "byline": "par|propos recueillis par", "caption": "photo|crédit photo|crédit|image d'illustration|photo d'illustration", "related": "lire aussi|à lire aussi|lire également|voir aussi|sur le même sujet|en savoir plus",
        "correction": "correction|rectificatif|note de la rédaction", "promotion": "abonnez-vous|inscrivez-vous à notre newsletter|inscrivez-vous à la newsletter|recevez notre newsletter",
        "cookies": "nous utilisons des cookies|ce site utilise des cookies", "credit": "tous droits réservés",
    },
    "es": {
        "byline": "por|redacción", "caption": "foto|imagen|crédito|fotografía", "related": "lea también|lee también|leer más|le puede interesar|te puede interesar|más información",
        "correction": "corrección|fe de errores|nota del editor", "promotion": "suscríbete|suscríbase|regístrate en nuestro boletín",
        "cookies": "usamos cookies|utilizamos cookies|este sitio usa cookies|este sitio utiliza cookies", "credit": "todos los derechos reservados",
    },
    "it": {
        "byline": "di|a cura di", "caption": "foto|immagine", "related": "leggi anche|leggi tutto|per approfondire|potrebbe interessarti",
        "correction": "errata corrige|correzione", "promotion": "iscriviti alla newsletter|abbonati|iscriviti alla nostra newsletter",
        "cookies": "utilizziamo i cookie|questo sito utilizza cookie|questo sito utilizza i cookie", "credit": "tutti i diritti riservati|riproduzione riservata",
    },
    "pt": {
        "byline": "por", "caption": "foto|imagem|crédito", "related": "leia também|leia mais|saiba mais|veja também", "correction": "correção|errata",
        "promotion": "assine|inscreva-se na nossa newsletter|assine a nossa newsletter", "cookies": "usamos cookies|utilizamos cookies|este site usa cookies|este site utiliza cookies",
        "credit": "todos os direitos reservados",
    },
    "ca": {"byline": "per", "caption": "foto|imatge", "related": "llegeix també|llegiu també|més informació", "cookies": "utilitzem cookies|fem servir cookies"},
    "nl": {
        "byline": "door", "caption": "foto|beeld", "related": "lees ook|lees meer|bekijk ook|meer over", "correction": "correctie|rectificatie",
        "promotion": "abonneer je|schrijf je in voor onze nieuwsbrief|meld je aan voor onze nieuwsbrief", "cookies": "wij gebruiken cookies|deze website gebruikt cookies|we gebruiken cookies",
        "credit": "alle rechten voorbehouden",
    },
    "sv": {
        "byline": "av|text", "caption": "foto|bild", "related": "läs också|läs även|läs mer|se även", "correction": "rättelse",
        "promotion": "prenumerera på vårt nyhetsbrev|anmäl dig till vårt nyhetsbrev", "cookies": "vi använder cookies|vi använder kakor",
    },
    "da": {
        "byline": "af", "caption": "foto|billede", "related": "læs også|læs mere|se også", "correction": "rettelse",
        "promotion": "tilmeld dig vores nyhedsbrev", "cookies": "vi bruger cookies",
    },
    "no": {
        "byline": "av", "caption": "foto|bilde", "related": "les også|les mer|se også", "correction": "rettelse",
        "promotion": "meld deg på nyhetsbrevet", "cookies": "vi bruker informasjonskapsler|vi bruker cookies",
    },
    "fi": {"caption": "kuva", "related": "lue myös|lue lisää|katso myös", "correction": "oikaisu", "promotion": "tilaa uutiskirje", "cookies": "käytämme evästeitä"},
    "pl": {
        "caption": "fot.|foto|zdjęcie", "related": "czytaj także|czytaj też|zobacz także|zobacz też|czytaj więcej", "correction": "sprostowanie",
        "promotion": "zapisz się na newsletter|zapisz się do newslettera", "cookies": "używamy plików cookie|ta strona używa plików cookie", "credit": "wszelkie prawa zastrzeżone",
    },
    "cs": {"caption": "foto", "related": "čtěte také|přečtěte si také|více zde|viz také", "correction": "oprava", "promotion": "přihlaste se k odběru", "cookies": "používáme soubory cookie", "credit": "všechna práva vyhrazena"},
    "sk": {"caption": "foto", "related": "čítajte aj|prečítajte si aj|viac na", "correction": "oprava", "cookies": "používame súbory cookie"},
    "hu": {"caption": "fotó|kép", "related": "olvassa el|olvasd el|lásd még|bővebben", "promotion": "iratkozzon fel hírlevelünkre|iratkozz fel", "cookies": "sütiket használunk"},
    "ro": {"byline": "de", "caption": "foto|sursa foto", "related": "citește și|citiți și|vezi și|citește mai mult", "correction": "erată", "promotion": "abonează-te", "cookies": "folosim cookie-uri|acest site folosește cookie"},
    "ru": {
        "caption": "фото|снимок|иллюстрация", "related": "читайте также|читайте по теме|смотрите также|подробнее", "correction": "исправление|уточнение",
        "promotion": "подписывайтесь на наш|подпишитесь на наш|подписывайтесь на нас", "cookies": "мы используем файлы cookie|мы используем cookie", "credit": "все права защищены",
    },
    "uk": {
        "caption": "фото|світлина", "related": "читайте також|дивіться також|детальніше", "promotion": "підписуйтесь на наш|підпишіться на наш",
        "cookies": "ми використовуємо файли cookie", "credit": "усі права захищені|всі права захищені",
    },
    "bg": {"caption": "снимка|снимки", "related": "вижте още|прочетете още|още по темата", "cookies": "използваме бисквитки", "credit": "всички права запазени"},
    "el": {"caption": "φωτογραφία|φωτό", "related": "διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης", "promotion": "εγγραφείτε στο newsletter", "cookies": "χρησιμοποιούμε cookies"},
    "tr": {"caption": "fotoğraf|foto", "related": "ayrıca okuyun|ilgili haber|bunlar da ilginizi çekebilir", "promotion": "bültenimize abone olun", "cookies": "çerezleri kullanıyoruz", "credit": "tüm hakları saklıdır"},
    "id": {"caption": "foto", "related": "baca juga|lihat juga|baca selengkapnya", "promotion": "berlangganan newsletter", "cookies": "kami menggunakan cookie"},
    "vi": {"caption": "ảnh|hình ảnh", "related": "xem thêm|đọc thêm", "cookies": "chúng tôi sử dụng cookie"},
    "ar": {"caption": "صورة|الصورة", "related": "اقرأ أيضا|اقرأ أيضًا|شاهد أيضا|إقرأ أيضا", "promotion": "اشترك في نشرتنا", "credit": "جميع الحقوق محفوظة"},
    "fa": {"caption": "عکس", "related": "بیشتر بخوانید|همچنین بخوانید"},
    "he": {"caption": "צילום|תמונה", "related": "קראו גם|קראו עוד|לקריאה נוספת", "credit": "כל הזכויות שמורות"},
    "hi": {"caption": "फोटो|तस्वीर", "related": "यह भी पढ़ें|ये भी पढ़ें|और पढ़ें"},
    "zh": {"caption": "图片来源|图|摄影", "related": "相关阅读|延伸阅读|相关新闻|更多阅读", "credit": "版权所有"},
    "ja": {"caption": "写真|画像", "related": "関連記事|あわせて読みたい", "credit": "無断転載"},
    "ko": {"caption": "사진", "related": "관련기사|관련 기사", "credit": "무단 전재|저작권자"},
    "th": {"caption": "ภาพ", "related": "อ่านเพิ่มเติม|ข่าวที่เกี่ยวข้อง"},
}  # fmt: skip
"""Language → kind of furniture → the words, lower case, that open it, separated by "|"."""
