"""Makes src/main/resources/fonts: Noto fonts, reduced to the characters and tables that receipts need.

    pip install fonttools
    for p in sans sans-arabic sans-hebrew sans-thai sans-devanagari sans-bengali sans-ethiopic sans-armenian \
            sans-georgian sans-sc sans-jp sans-kr emoji; do npm pack @expo-google-fonts/noto-$p; done
    # unpack each tgz as noto-…/ and start this there
    python reduce.py OUT
"""

import copy
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

OUT = sys.argv[1]
# What steers other programs and must not be seen.
INVISIBLE = {0xAD, 0x61C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), *range(0xFE00, 0xFE10)}
PRIVATE = set(range(0xE000, 0xF900))
# Noto Sans draws these too, but without what joins them.
DEVANAGARI = {*range(0x900, 0x980), *range(0xA8E0, 0xA900), *range(0x1CD0, 0x1D00)}
INDIC = ["akhn", "rphf", "rkrf", "pref", "blwf", "half", "vatu", "cjct", "pres", "abvs", "blws", "psts", "haln", "nukt", "init", "ccmp", "locl"]
THAI_TONES = range(0xE48, 0xE4D)


def common_cjk():
    """What the character sets of China, Taiwan, Japan and Korea had before Unicode."""
    found = {0x20, *range(0x3000, 0x3100), *range(0xFF00, 0xFFF0)}
    for encoding, first in (("gb2312", range(0xA1, 0xF8)), ("big5", range(0xA1, 0xC7)), ("euc_jp", range(0xA1, 0xFF)), ("euc_kr", range(0xA1, 0xFF))):
        for a in first:
            for b in range(0x40, 0xFF):
                try:
                    found.update(ord(c) for c in bytes([a, b]).decode(encoding))
                except UnicodeDecodeError:
                    pass
    return found


def one_glyph_a_character(font):
    """What is copied from a page is then what was written, and not another character of the same looks."""
    order, seen = list(font.getGlyphOrder()), set()
    for code, glyph in sorted(font.getBestCmap().items()):
        if glyph not in seen:
            seen.add(glyph)
            continue
        new = f"{glyph}.u{code:X}"
        order.append(new)
        font["glyf"].glyphs[new] = copy.deepcopy(font["glyf"][glyph])
        font["hmtx"].metrics[new] = font["hmtx"].metrics[glyph]
        for table in font["cmap"].tables:
            if table.isUnicode() and code in table.cmap:
                table.cmap[code] = new
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order


def raise_thai_tones(font):
    """Above the upper vowels always, as on a typewriter: nothing moves them there."""
    for code in THAI_TONES:
        glyph = font["glyf"][font.getBestCmap()[code]]
        glyph.coordinates.translate((0, 200))
        glyph.recalcBounds(font["glyf"])


def make(package, file, name, only=None, without=frozenset(), layout=()):
    font = TTFont(f"noto-{package}/{file}.ttf")
    characters = set(font.getBestCmap()) - INVISIBLE - PRIVATE - without
    if only is not None:
        characters &= only
    options = subset.Options()
    options.layout_features = list(layout)
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17]
    options.drop_tables += ["GPOS", "GDEF", "STAT", "BASE", "vhea", "vmtx"] + ([] if layout else ["GSUB"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format != 14]
    if not layout:
        one_glyph_a_character(font)
    if package == "sans-thai":
        raise_thai_tones(font)
    path = f"{OUT}/{name}.ttf"
    font.save(path)
    print(name, len(characters), os.path.getsize(path))
    return characters


os.makedirs(OUT, exist_ok=True)
latin = make("sans", "400Regular/NotoSans_400Regular", "NotoSans-Regular", without=DEVANAGARI)
make("sans", "600SemiBold/NotoSans_600SemiBold", "NotoSans-SemiBold", without=DEVANAGARI)
latin -= {0x20, 0x25CC}
for script in ("Arabic", "Hebrew", "Thai", "Devanagari", "Bengali", "Ethiopic", "Armenian", "Georgian"):
    make(
        f"sans-{script.lower()}",
        f"400Regular/NotoSans{script}_400Regular",
        f"NotoSans{script}-Regular",
        without=latin,
        layout=INDIC if script in ("Devanagari", "Bengali") else (),
    )
make("emoji", "400Regular/NotoEmoji_400Regular", "NotoEmoji-Regular", without=latin)
cjk = common_cjk()
chinese = make("sans-sc", "400Regular/NotoSansSC_400Regular", "NotoSansSC-Regular", only=cjk, without=latin)
make("sans-jp", "400Regular/NotoSansJP_400Regular", "NotoSansJP-Regular", only=cjk - chinese | {0x20}, without=latin)
hangul = {0x20, *range(0x3131, 0x318F), *range(0xAC00, 0xD7A4)}
make("sans-kr", "400Regular/NotoSansKR_400Regular", "NotoSansKR-Regular", only=hangul)
