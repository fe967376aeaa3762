"""The sentences for sources that cannot be read. Data: code → language → sentence."""

from __future__ import annotations

from typing import Final

LANGUAGE_NAMES: Final[dict[str, dict[str, str]]] = {
    "ru": {"ru": "русский", "kk": "казахский", "": "неизвестный"},
    "kk": {"ru": "орыс тілі", "kk": "қазақ тілі", "": "белгісіз тіл"},
    "en": {"ru": "Russian", "kk": "Kazakh", "": "unknown"},
}

MESSAGES: Final[dict[str, dict[str, str]]] = {
    "empty": {
        "ru": "Файл пуст: в нём нет текста. Выберите файл с текстом акта.",
        "kk": "Файл бос: онда мәтін жоқ. Акт мәтіні бар файлды таңдаңыз.",
        "en": "The file is empty: there is no text in it. Choose a file with the text of an act.",
    },
    "too_big": {
        "ru": "Файл слишком велик: {size} МБ при допустимых {limit} МБ. Оставьте в нём только текст акта.",
        "kk": "Файл тым үлкен: {size} МБ, рұқсат етілгені – {limit} МБ. Онда тек акт мәтінін қалдырыңыз.",
        "en": "The file is too big: {size} MB where {limit} MB are allowed. Leave only the text of the act in it.",
    },
    "binary": {
        "ru": "Это не текст, а двоичные данные ({what}). Сохраните акт как DOCX или как текст в кодировке UTF-8.",
        "kk": "Бұл мәтін емес, екілік деректер ({what}). Актіні DOCX немесе UTF-8 кодталған мәтін ретінде сақтаңыз.",
        "en": "This is not text but binary data ({what}). Save the act as DOCX or as text in UTF-8.",
    },
    "cp1251": {
        "ru": "Текст сохранён в кодировке Windows-1251, а нужна UTF-8: в Windows-1251 нет казахских букв. "
        "Откройте файл в редакторе и сохраните его в кодировке UTF-8.",
        "kk": "Мәтін Windows-1251 кодтамасында сақталған, ал UTF-8 қажет: Windows-1251-де қазақ әріптері жоқ. "
        "Файлды редакторда ашып, UTF-8 кодтамасында сақтаңыз.",
        "en": "The text is in the encoding Windows-1251, which has no Kazakh letters; UTF-8 is needed. "
        "Open the file in an editor and save it as UTF-8.",
    },
    "encoding": {
        "ru": "Кодировка текста не распознана: строка {line} записана не в UTF-8. Сохраните файл в кодировке UTF-8.",
        "kk": "Мәтіннің кодтамасы танылмады: {line}-жол UTF-8-де жазылмаған. Файлды UTF-8 кодтамасында сақтаңыз.",
        "en": "The encoding of the text is unknown: line {line} is not UTF-8. Save the file as UTF-8.",
    },
    "control_character": {
        "ru": "В строке {line} стоит управляющий символ {char}, которого в тексте акта быть не может. "
        "Удалите его и повторите.",
        "kk": "{line}-жолда акт мәтінінде болмайтын {char} басқару таңбасы тұр. Оны жойып, қайталаңыз.",
        "en": "Line {line} has the control character {char}, which the text of an act cannot have. "
        "Delete it and try again.",
    },
    "archive": {
        "ru": "Это архив, а не документ. Распакуйте его и выберите файл с текстом акта.",
        "kk": "Бұл құжат емес, архив. Оны ашып, акт мәтіні бар файлды таңдаңыз.",
        "en": "This is an archive, not a document. Unpack it and choose the file with the text of the act.",
    },
    "not_word": {
        "ru": "Это не документ Word. Выберите файл DOCX с текстом акта.",
        "kk": "Бұл Word құжаты емес. Акт мәтіні бар DOCX файлын таңдаңыз.",
        "en": "This is not a Word document. Choose a DOCX file with the text of the act.",
    },
    "zip_damaged": {
        "ru": "Файл DOCX повреждён: {reason}. Откройте его в Word, сохраните заново и повторите.",
        "kk": "DOCX файлы бүлінген: {reason}. Оны Word-та ашып, қайта сақтаңыз да, қайталаңыз.",
        "en": "The DOCX file is damaged: {reason}. Open it in Word, save it again and retry.",
    },
    "unpacks_too_big": {
        "ru": "Внутри файла данных больше, чем допустимо ({limit} МБ после распаковки). "
        "Такой файл не открывается из соображений безопасности; сохраните в новый документ только текст акта.",
        "kk": "Файлдың ішіндегі деректер рұқсат етілгеннен көп (ашылғанда {limit} МБ). "
        "Мұндай файл қауіпсіздік үшін ашылмайды; тек акт мәтінін жаңа құжатқа сақтаңыз.",
        "en": "The file holds more data than is allowed ({limit} MB unpacked). For safety such a file is not opened; "
        "save only the text of the act in a new document.",
    },
    "too_many_parts": {
        "ru": "Файл состоит из слишком многих частей: {count} при допустимых {limit}. "
        "Сохраните в новый документ только текст акта.",
        "kk": "Файл тым көп бөліктен тұрады: {count}, рұқсат етілгені – {limit}. "
        "Тек акт мәтінін жаңа құжатқа сақтаңыз.",
        "en": "The file has too many parts: {count} where {limit} are allowed. "
        "Save only the text of the act in a new document.",
    },
    "password": {
        "ru": "Файл защищён паролем и не читается. Снимите защиту и повторите.",
        "kk": "Файл құпиясөзбен қорғалған, оқылмайды. Қорғанысын алып тастап, қайталаңыз.",
        "en": "The file is protected with a password and cannot be read. Remove the protection and try again.",
    },
    "old_word": {
        "ru": "Это документ старого формата Word (.doc). Откройте его и сохраните как DOCX.",
        "kk": "Бұл – Word-тың ескі пішіміндегі құжат (.doc). Оны ашып, DOCX ретінде сақтаңыз.",
        "en": "This is a document in Word's old format (.doc). Open it and save it as DOCX.",
    },
    "rtf": {
        "ru": "Это документ RTF. Откройте его в Word и сохраните как DOCX.",
        "kk": "Бұл – RTF құжаты. Оны Word-та ашып, DOCX ретінде сақтаңыз.",
        "en": "This is an RTF document. Open it in Word and save it as DOCX.",
    },
    "xml_damaged": {
        "ru": "Разметка файла повреждена (строка {line}). Получите файл заново или сохраните его ещё раз.",
        "kk": "Файлдың белгілеуі бүлінген ({line}-жол). Файлды қайта алыңыз немесе қайта сақтаңыз.",
        "en": "The markup of the file is damaged (line {line}). Get the file anew or save it again.",
    },
    "xml_doctype": {
        "ru": "Файл объявляет собственные сущности XML (DOCTYPE). Из соображений безопасности такой файл не читается; "
        "сохраните его без них.",
        "kk": "Файл өзінің XML мәндерін жариялайды (DOCTYPE). Қауіпсіздік үшін мұндай файл оқылмайды; "
        "оны оларсыз сақтаңыз.",
        "en": "The file declares XML entities of its own (DOCTYPE). For safety such a file is not read; "
        "save it without them.",
    },
    "too_deep": {
        "ru": "Элементы файла вложены слишком глубоко, так акты не размечают. Сохраните текст акта в новый документ.",
        "kk": "Файл элементтері тым терең кірістірілген, актілер бұлай белгіленбейді. "
        "Акт мәтінін жаңа құжатқа сақтаңыз.",
        "en": "The elements of the file are nested too deeply for an act. Save the text of the act in a new document.",
    },
    "no_text": {
        "ru": "В документе нет текста. Возможно, текст вставлен картинкой: нужен документ с настоящим текстом.",
        "kk": "Құжатта мәтін жоқ. Бәлкім, мәтін сурет түрінде қойылған: нағыз мәтіні бар құжат қажет.",
        "en": "There is no text in the document. It may be a picture of a text: a document with real text is needed.",
    },
    "tracked_changes": {
        "ru": "В документе есть непринятые исправления ({count}). Выберите, читать ли новый или прежний текст, "
        "или примите исправления в Word.",
        "kk": "Құжатта қабылданбаған түзетулер бар ({count}). Жаңа немесе бұрынғы мәтінді оқуды таңдаңыз "
        "немесе түзетулерді Word-та қабылдаңыз.",
        "en": "The document has tracked changes that are not decided ({count}). Choose whether to read the new or the "
        "old text, or accept the changes in Word.",
    },
    "automatic_numbering": {
        "ru": "Номера в документе проставлены автоматически и не входят в текст (например, перед «{words}»). "
        "Преобразуйте нумерацию в обычный текст и повторите.",
        "kk": "Құжаттағы нөмірлер автоматты қойылған, мәтінге кірмейді (мысалы, «{words}» алдында). "
        "Нөмірлеуді қарапайым мәтінге айналдырып, қайталаңыз.",
        "en": "The document numbers its paragraphs automatically, so the numbers are not in the text (for example "
        "before “{words}”). Turn the numbering into plain text and try again.",
    },
    "scanned": {
        "ru": "Это скан: на страницах PDF ({pages}) нет текстового слоя, только изображения. "
        "Нужен документ с текстом (DOCX) или распознанный PDF.",
        "kk": "Бұл – скан: PDF беттерінде ({pages}) мәтін қабаты жоқ, тек суреттер. "
        "Мәтіні бар құжат (DOCX) немесе танылған PDF қажет.",
        "en": "This is a scan: the pages of the PDF ({pages}) have no text layer, only pictures. "
        "A document with text (DOCX) or a recognised PDF is needed.",
    },
    "pdf_damaged": {
        "ru": "Файл PDF повреждён и не читается. Получите его заново или возьмите акт в DOCX.",
        "kk": "PDF файлы бүлінген, оқылмайды. Оны қайта алыңыз немесе актіні DOCX түрінде алыңыз.",
        "en": "The PDF file is damaged and cannot be read. Get it anew or take the act as DOCX.",
    },
    "too_many_pages": {
        "ru": "В файле слишком много страниц: {pages} при допустимых {limit}. Разделите его или возьмите акт в DOCX.",
        "kk": "Файлда бет тым көп: {pages}, рұқсат етілгені – {limit}. Оны бөліңіз немесе актіні DOCX түрінде алыңыз.",
        "en": "The file has too many pages: {pages} where {limit} are allowed. Split it or take the act as DOCX.",
    },
    "not_akn": {
        "ru": "Это файл XML, но не Akoma Ntoso 3.0 (корневой элемент «{root}»). Выберите файл Akoma Ntoso, DOCX или "
        "текст.",
        "kk": "Бұл – XML файлы, бірақ Akoma Ntoso 3.0 емес (түбір элементі «{root}»). Akoma Ntoso, DOCX немесе мәтін "
        "файлын таңдаңыз.",
        "en": "This is an XML file, but not Akoma Ntoso 3.0 (its root is “{root}”). Choose a file in Akoma Ntoso, DOCX "
        "or text.",
    },
    "not_a_law": {
        "ru": "Это не похоже на текст акта: в нём нет ни статей, ни пунктов. Проверьте, тот ли файл выбран.",
        "kk": "Бұл акт мәтініне ұқсамайды: онда баптар да, тармақтар да жоқ. Файлдың дұрыс таңдалғанын тексеріңіз.",
        "en": "This does not look like the text of an act: it has neither articles nor points. "
        "Check whether it is the right file.",
    },
    "other_language": {
        "ru": "Текст на другом языке: ожидался {expected}, а текст – {found}. Выберите другой файл или другой язык.",
        "kk": "Мәтін басқа тілде: күтілгені – {expected}, мәтін – {found}. Басқа файлды немесе басқа тілді таңдаңыз.",
        "en": "The text is in another language: {expected} was expected, the text is {found}. "
        "Choose another file or another language.",
    },
    "unknown_language": {
        "ru": "Язык текста не определён: укажите русский (ru) или казахский (kk).",
        "kk": "Мәтін тілі анықталмады: орыс (ru) немесе қазақ (kk) тілін көрсетіңіз.",
        "en": "The language of the text is not clear: say Russian (ru) or Kazakh (kk).",
    },
    "not_found": {
        "ru": "Нет такого файла или папки: {path}. Проверьте путь.",
        "kk": "Мұндай файл немесе папка жоқ: {path}. Жолын тексеріңіз.",
        "en": "There is no such file or folder: {path}. Check the path.",
    },
    "folder": {
        "ru": "{path} – папка, а нужен файл с текстом акта. Выберите файл.",
        "kk": "{path} – қалта, ал акт мәтіні бар файл қажет. Файлды таңдаңыз.",
        "en": "{path} is a folder; a file with the text of an act is needed. Choose a file.",
    },
    "not_readable": {
        "ru": "Файл нельзя прочитать: {path}. Проверьте права доступа.",
        "kk": "Файлды оқу мүмкін емес: {path}. Қолжетімділік құқықтарын тексеріңіз.",
        "en": "The file cannot be read: {path}. Check its permissions.",
    },
    "meta_missing": {
        "ru": "В папке {path} нет файла meta.yaml с названием акта и датами редакций. Добавьте его.",
        "kk": "{path} папкасында акт атауы мен редакция күндері бар meta.yaml файлы жоқ. Оны қосыңыз.",
        "en": "The folder {path} has no meta.yaml with the title of the act and the dates of its editions. Add one.",
    },
    "folder_zip_damaged": {
        "ru": "Это не архив ZIP или он повреждён. Упакуйте папку акта заново и повторите.",
        "kk": "Бұл ZIP архиві емес немесе ол бүлінген. Акт қалтасын қайта қаптап, қайталаңыз.",
        "en": "This is no ZIP file, or it is damaged. Pack the act's folder again and retry.",
    },
    "folder_zip_without_act": {
        "ru": "В архиве нет файла meta.yaml с названием акта и датами редакций. Упакуйте папку акта целиком.",
        "kk": "Архивте акт атауы мен редакция күндері бар meta.yaml файлы жоқ. Акт қалтасын толық қаптаңыз.",
        "en": "The ZIP file has no meta.yaml with the title of the act and the dates of its editions. "
        "Pack the act's whole folder.",
    },
    "folder_zip_several_acts": {
        "ru": "В архиве несколько актов: {count}. Упакуйте папку одного акта.",
        "kk": "Архивте бірнеше акт бар: {count}. Бір актінің қалтасын қаптаңыз.",
        "en": "The ZIP file holds several acts: {count}. Pack the folder of one act.",
    },
    "meta_damaged": {
        "ru": "meta.yaml не читается (строка {line}): это не YAML или в нём есть ссылки «&», «*». Исправьте файл.",
        "kk": "meta.yaml оқылмайды ({line}-жол): бұл YAML емес немесе онда «&», «*» сілтемелері бар. Файлды түзетіңіз.",
        "en": "meta.yaml cannot be read (line {line}): it is not YAML, or it has aliases (“&”, “*”). Correct the file.",
    },
    "meta_field": {
        "ru": "В meta.yaml поле «{field}» отсутствует или записано неверно. Исправьте его.",
        "kk": "meta.yaml файлында «{field}» өрісі жоқ немесе қате жазылған. Оны түзетіңіз.",
        "en": "In meta.yaml the field “{field}” is missing or wrong. Correct it.",
    },
    "edition_missing": {
        "ru": "meta.yaml называет редакцию с {date}, но её текста нет: {path}. Добавьте файл или уберите запись.",
        "kk": "meta.yaml {date} бастап редакцияны атайды, бірақ оның мәтіні жоқ: {path}. Файлды қосыңыз немесе жазбаны "
        "алып тастаңыз.",
        "en": "meta.yaml names the edition of {date}, but its text is not there: {path}. Add the file or remove the "
        "entry.",
    },
    "edition_unlisted": {
        "ru": "Текст {path} не указан в meta.yaml. Добавьте его дату и вызвавший его акт.",
        "kk": "{path} мәтіні meta.yaml файлында көрсетілмеген. Оның күнін және оны туғызған актіні қосыңыз.",
        "en": "The text {path} is not listed in meta.yaml. Add its date and the act that caused it.",
    },
}
