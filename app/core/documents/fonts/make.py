"""Makes the four font files of this folder, once (fontTools and brotli): see README.md. python3 make.py FONTSOURCE_FILES DEJAVU_FOLDER"""
import sys
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

variable, dejavu = sys.argv[1:3]
# Latin with its rarer letters, Greek, Cyrillic, and the signs that people paste
BLOCKS = [(0x100, 0x17F), (0x18F, 0x18F), (0x1B7, 0x1B7), (0x1E4, 0x1EF), (0x218, 0x21B), (0x259, 0x259), (0x292, 0x292), (0x386, 0x3CE), (0x400, 0x45F), (0x490, 0x4E9), (0x2010, 0x205F), (0x2070, 0x208E), (0x20A0, 0x20BF), (0x2116, 0x2122), (0x2153, 0x215E), (0x2190, 0x2199), (0x2200, 0x2265), (0x25A0, 0x25CF), (0x2605, 0x2612), (0x2713, 0x2718)]


def keep(font, characters):
    options = Options()
    options.layout_features = ['kern', 'liga', 'ccmp', 'mark']
    options.hinting, options.notdef_outline, options.name_IDs = False, True, ['*']
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def name(font, family, style, file):
    names = font['name']
    names.names = [each for each in names.names if each.nameID in (0, 13, 14)]
    for key, text in {1: family, 2: style, 4: f'{family} {style}', 6: f'{family.replace(" ", "")}-{style}'}.items():
        names.setName(text, key, 3, 1, 0x409)
    font['head'].created = font['head'].modified = 3786912000
    font.recalcTimestamp = False
    font.save(file)


for style, weight in (('Regular', 400), ('Bold', 700)):
    have, parts = set(), []
    for part in ('latin', 'latin-ext'):
        font = TTFont(f'{variable}/atkinson-hyperlegible-next-{part}-wght-normal.woff2')
        font.flavor = None
        font = instancer.instantiateVariableFont(font, {'wght': weight})
        own = set(font.getBestCmap()) - have
        keep(font, own)
        if have:
            for table in ('GSUB', 'GPOS', 'GDEF'):
                if table in font: del font[table]
        have |= own
        parts.append(f'/tmp/{part}-{style}.ttf')
        font.save(parts[-1])
    name(Merger().merge(parts), 'Nousu Paper', style, f'paper-{style.lower()}.ttf')
    font = TTFont(f'{dejavu}/DejaVuSans{"-Bold" if weight == 700 else ""}.ttf')
    for table in ('GSUB', 'GPOS', 'GDEF', 'kern', 'FFTM', 'fpgm', 'prep', 'cvt ', 'gasp'):
        if table in font: del font[table]
    keep(font, {each for first, last in BLOCKS for each in range(first, last + 1) if each in font.getBestCmap()} - have)
    name(font, 'Nousu Paper Rest', style, f'rest-{style.lower()}.ttf')
