package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.registry.Masked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What was found out about a person.
 *
 * @param place where the school outside the county lies, or where the household went
 * @param stage the stage attended outside the county
 * @param why why the person is out of school
 * @param since from when
 * @param studentId the pupil the person is
 * @param number the right number, in clear until it is kept
 * @param evidence how this is known; long numbers in it are masked
 */
record Answer(
        AnswerKind kind,
        Place place,
        Stage stage,
        String why,
        LocalDate since,
        UUID studentId,
        String number,
        String evidence) {
    /** A place outside the county. */
    record Place(String province, String city, String schoolName) {
        static final Place NONE = new Place(null, null, null);
    }

    enum Stage {
        PRESCHOOL,
        PRIMARY,
        JUNIOR,
        SENIOR,
        HIGHER
    }

    Answer {
        place = place == null ? Place.NONE : place;
        why = Masked.anywhere(why);
        evidence = Masked.anywhere(evidence);
    }

    /** What an answer of this kind lacks; field names of the request. */
    List<String> missing(LocalDate today) {
        List<String> missing = new ArrayList<>();
        switch (kind) {
            case OUT_OF_AREA -> {
                need(missing, "place.province", place.province());
                need(missing, "place.schoolName", place.schoolName());
                need(missing, "stage", stage);
            }
            case OUT_OF_SCHOOL -> {
                need(missing, "why", why);
                need(missing, "since", since);
            }
            case WRONG_NUMBER -> need(missing, "studentId", studentId == null ? blankToNull(number) : studentId);
            case MOVED -> need(missing, "place.province", place.province());
            case OVER_AGE, NOT_SCHOOL_AGE, DECEASED, NOT_FOUND -> {}
        }
        if (since != null && since.isAfter(today)) {
            missing.add("since");
        }
        return missing;
    }

    private static void need(List<String> missing, String field, Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            missing.add(field);
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "answer " + kind;
    }
}
