package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.registry.Masked;
import java.time.Instant;
import java.util.List;

/** What is known on one question, who said so, when, and how it is known. */
record Answer(Question question, State state, Said said, Source source, String by, Instant at) {
    enum State {
        /** Facts suggest it; a person has to confirm. */
        PROPOSED,
        ANSWERED,
        /** Taken back, to be asked again. */
        REOPENED
    }

    enum Source {
        REGISTER,
        REVERSE_CHECK,
        FAMILY,
        VISIT,
        SCHOOL_ATTENDED,
        LETTER_REPLY,
        OTHER
    }

    /**
     * @param yes on questions of yes or no
     * @param codes of policies, or the one of a stage or nature
     * @param words in addition, or instead where there is no code; long numbers in them are masked
     */
    record Said(Boolean yes, List<String> codes, String words) {
        static final Said NOTHING = new Said(null, List.of(), null);

        Said {
            codes = codes == null ? List.of() : List.copyOf(codes);
            words = Masked.anywhere(words);
        }

        static Said yes(boolean yes) {
            return new Said(yes, List.of(), null);
        }

        static Said code(String code) {
            return new Said(null, List.of(code), null);
        }

        boolean hasWords() {
            return words != null && !words.isBlank();
        }
    }

    /** Yes or no as somebody confirmed it; null before. */
    Boolean confirmed() {
        return isAnswered() ? said.yes() : null;
    }

    boolean isAnswered() {
        return state == State.ANSWERED;
    }
}
