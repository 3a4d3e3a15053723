package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.Masked;

/**
 * Why somebody did something: a code where the act asks for one, and words.
 *
 * @param text with every long number in it masked
 */
record Note(String code, String text) {
    Note {
        text = Masked.anywhere(text);
    }

    static Note of(String text) {
        return new Note(null, text);
    }
}
