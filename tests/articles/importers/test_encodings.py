"""Which encoding a text is in, for those that its language was usually saved in."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from articles.importers import ImportRefused, read_file
from articles.importers.decoding import decode

TEXTS = {
    "fr": "Le cœur de l’éclusière n’était pas à la fête : « Où êtes-vous ? » demanda-t-elle.",
    "de": "Der Fährmann wartete früh am Fluß, aber es kam niemand. Später hieß es: „Zu spät“.",
    "es": "El barquero esperó toda la mañana. ¿Qué más? Así era él: sin prisa y sin razón.",
    "pl": "Nikt się nie spodziewał, że łódź wróci; świt zastał ich na wodzie, źle ubranych.",
    "cs": "Převozník čekal u řeky celé ráno, ale nikdo nepřišel. Teprve příště se to změní.",
    "hu": "A révész egész reggel várt, de senki sem jött. Őszintén szólva örült neki, és tűrt.",
    "ru": "Паромщик ждал у реки всё утро, но никто не пришёл. Вечером сказали: мост закрыт.",
    "uk": "Поромник чекав біля річки весь ранок. Увечері з’явилася жінка й сказала: її звуть Ївга.",
    "sr": "Скелар је чекао цело јутро поред реке, али нико није дошао до њега ни увече.",
    "el": "Ο φαροφύλακας περίμενε όλο το πρωί, αλλά κανείς δεν ήρθε. Άργησε πολύ, είπαν.",
    "tr": "Kayıkçı bütün sabah nehrin kıyısında bekledi ama kimse gelmedi. İşte böyle başladı.",
    "he": "שומר המגדלור חיכה כל הבוקר ליד הנהר, אבל איש לא בא. רק לקראת ערב הופיעה אישה.",
    "ar": "انتظر حارس المنارة طوال الصباح عند النهر، لكن أحداً لم يأتِ. جاءت امرأة عند المساء.",
    "lt": "Keltininkas visą rytą laukė prie upės, bet niekas neatėjo. Žiūrėkite patys, sakė jis.",
    "ja": "灯台守は朝からずっと川のそばで待っていたが、だれも来なかった。夕方に女の人が来た。",
    "zh": "摆渡人在河边等了一个早上，但是没有人来。到了晚上才有一个女人说，桥已经关了。",
    "zh-Hant": "擺渡人在河邊等了一個早上，但是沒有人來。到了晚上才有一個女人說，橋已經關了。",
    "ko": "등대지기는 아침 내내 강가에서 기다렸지만 아무도 오지 않았다. 저녁에 한 여자가 왔다.",
}


@pytest.mark.parametrize(
    ("language", "codec", "name"),
    [
        ("fr", "cp1252", "Windows-1252"),
        ("de", "cp1252", "Windows-1252"),
        ("es", "cp1252", "Windows-1252"),
        ("fr", "mac_roman", "Mac Roman"),
        ("de", "mac_roman", "Mac Roman"),
        ("fr", "iso8859_15", "ISO-8859-15"),
        ("pl", "cp1250", "Windows-1250"),
        ("cs", "cp1250", "Windows-1250"),
        ("pl", "iso8859_2", "ISO-8859-2"),
        ("cs", "iso8859_2", "ISO-8859-2"),
        ("ru", "cp1251", "Windows-1251"),
        ("sr", "cp1251", "Windows-1251"),
        ("ru", "koi8_r", "KOI8-R"),
        ("uk", "koi8_u", "KOI8-U"),
        ("ru", "iso8859_5", "ISO-8859-5"),
        ("ru", "cp866", "CP866"),
        ("el", "cp1253", "Windows-1253"),
        ("el", "iso8859_7", "ISO-8859-7"),
        ("tr", "cp1254", "Windows-1254"),
        ("he", "cp1255", "Windows-1255"),
        ("ar", "cp1256", "Windows-1256"),
        ("lt", "cp1257", "Windows-1257"),
        ("ja", "cp932", "Shift-JIS"),
        ("ja", "euc_jp", "EUC-JP"),
        ("ja", "iso2022_jp", "ISO-2022-JP"),
        ("zh", "gb18030", "GB18030"),
        ("zh-Hant", "big5", "Big5"),
        ("ko", "euc_kr", "EUC-KR"),
        ("ru", "utf-8", "UTF-8"),
        ("ru", "utf-16", "UTF-16"),
        ("ru", "utf-16-le", "UTF-16"),
        ("zh", "utf-16-be", "UTF-16"),
        ("de", "utf-32", "UTF-32"),
        ("de", "utf-32-be", "UTF-32"),
    ],
)
def test_the_encoding_is_known_by_its_letters(language: str, codec: str, name: str) -> None:
    content = (f"{TEXTS[language]}\n" * 3).encode(codec, "ignore")
    written = content.decode(codec)
    assert decode(content) == (written, name)


def test_encodings_that_share_their_letters_give_the_same_words() -> None:
    """ISO-8859-9 and Windows-1254, Windows-1250 and 1252 do not differ in these texts."""
    for language, codec in (("tr", "iso8859_9"), ("hu", "cp1250"), ("uk", "cp1251")):
        content = TEXTS[language].encode(codec, "ignore")
        assert decode(content)[0] == content.decode(codec)


@pytest.mark.parametrize("words", ["caf\xe9", "\x93so\x94", "a\x96b", "\xa9 1999", "na\xefve"])
def test_a_few_signs_are_windows_1252(words: str) -> None:
    content = words.encode("latin-1")
    assert decode(content) == (content.decode("cp1252"), "Windows-1252")


def test_lines_of_another_encoding_amid_utf_8_are_read_by_themselves() -> None:
    lines = [TEXTS["fr"].encode(), TEXTS["es"].encode("cp1252"), TEXTS["ru"].encode()]
    text, encoding = decode(b"\n".join(lines))
    assert text == "\n".join((TEXTS["fr"], TEXTS["es"], TEXTS["ru"]))
    assert encoding == "UTF-8, Windows-1252"


def test_words_of_windows_1252_in_a_line_of_utf_8_are_read() -> None:
    text, encoding = decode("– naïve – é – ".encode() + b"\x93caf\xe9\x94")
    assert text == "– naïve – é – “café”"
    assert encoding == "UTF-8, Windows-1252"


def test_a_line_of_chinese_that_could_be_utf_8_does_not_make_a_mixed_file() -> None:
    heading = "陆拢\n".encode("gb18030")
    assert decode(heading * 2 + TEXTS["zh"].encode("gb18030"))[1] == "GB18030"


def test_utf_8_that_is_cut_off_within_a_letter_loses_that_letter_only() -> None:
    assert decode("naïve é".encode()[:-1]) == ("naïve ", "UTF-8")


def test_surrogates_are_joined_or_left_out() -> None:
    content = "a\ud83d\ude00 \ud800b".encode("utf-8", "surrogatepass")
    assert decode(content) == ("a😀 b", "UTF-8")
    lone = ("ab" * 2_000 + "\ud800c").encode("utf-16", "surrogatepass")
    assert decode(lone)[0] == "ab" * 2_000 + "c"


@pytest.mark.parametrize(
    "content", [b"\x00" * 40, b"ab\x00cd\x00ef\x00", b"\x00a\x01b\x00c\x00d", b"a\x00b\x00\xd8\x00"]
)
def test_nuls_that_are_no_utf_16_are_refused_as_binary_data(content: bytes) -> None:
    with pytest.raises(ImportRefused, match=r"binary|empty"):
        decode(content + b"\x00\x00")


def test_the_encoding_is_told() -> None:
    assert read_file(TEXTS["ru"].encode("koi8_r"), "a.txt").encoding == "KOI8-R"
    assert read_file(f"# A\n\n{TEXTS['ru']}".encode("cp1251"), "a.md").encoding == "Windows-1251"


@pytest.mark.parametrize(
    "content",
    [
        b"\xe9\n" * 2_500_000,
        "é\n".encode() * 1_600_000 + b"\xff a",
        "éé\n\n".encode() * 700_000 + b"\xff\n" * 300_000,
        b"\xe9" * 5_000_000,
        b"a" * 4_999_999 + b"\xe9",
        b"\x1b$B" * 1_600_000,
    ],
)
def test_five_megabytes_are_judged_soon(content: bytes) -> None:
    began = time.process_time()
    with suppress(ImportRefused):
        decode(content)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("language", "codec", "name"),
    [("pl", "cp1250", "Windows-1250"), ("ru", "koi8_r", "KOI8-R"), ("ja", "euc_jp", "EUC-JP")],
)
def test_a_page_that_does_not_say_its_encoding_is_judged_as_a_text_is(
    language: str, codec: str, name: str
) -> None:
    content = f"<p>{TEXTS[language]}</p>".encode(codec, "ignore")
    found = read_file(content, "a.html")
    assert found.encoding == name
    assert found.pieces[0].source in content.decode(codec)


def test_a_page_in_utf_8_with_words_in_another_encoding_has_both() -> None:
    page = f'<meta charset="utf-8"><p>{TEXTS["fr"]}</p>\n<p>'.encode() + b"le caf\xe9 ferm\xe9</p>"
    found = read_file(page, "a.html")
    assert [piece.source for piece in found.pieces] == [TEXTS["fr"], "le café fermé"]
    assert found.encoding == "UTF-8, Windows-1252"
    assert "mixes encodings" in found.warnings[0].template
