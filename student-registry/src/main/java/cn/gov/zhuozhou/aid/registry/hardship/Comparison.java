package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.hardship.Difference.Field;
import cn.gov.zhuozhou.aid.registry.hardship.Difference.Kind;
import cn.gov.zhuozhou.aid.registry.identity.PersonName;
import cn.gov.zhuozhou.aid.registry.likeness.Likeness;
import cn.gov.zhuozhou.aid.registry.likeness.NameLikeness;
import cn.gov.zhuozhou.aid.registry.likeness.NumberLikeness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** What register and enrolment say of one person, field by field. */
record Comparison(PersonFacts register, PersonFacts enrolment, List<Difference> differences) {
    Comparison {
        differences = List.copyOf(differences);
    }

    static Comparison of(PersonFacts register, PersonFacts enrolment) {
        List<Difference> found = new ArrayList<>();
        found.add(compared(Field.NAME, normalised(register.name()), normalised(enrolment.name()), NameLikeness::of));
        found.add(compared(Field.NUMBER, register.number(), enrolment.number(), Comparison::numbers));
        found.add(compared(Field.BIRTH_DATE, register.birthDate(), enrolment.birthDate(), Comparison::never));
        found.add(compared(Field.TOWN, register.town(), enrolment.town(), Comparison::never));
        found.add(compared(Field.VILLAGE, register.village(), enrolment.village(), Comparison::never));
        found.add(compared(
                Field.GUARDIAN_NAME,
                normalised(register.guardianName()),
                normalised(enrolment.guardianName()),
                NameLikeness::of));
        found.add(compared(
                Field.GUARDIAN_NUMBER, register.guardianNumber(), enrolment.guardianNumber(), Comparison::numbers));
        return new Comparison(register, enrolment, found);
    }

    Difference of(Field field) {
        return differences.stream().filter(d -> d.field() == field).findFirst().orElseThrow();
    }

    boolean isSame(Field field) {
        return of(field).kind() == Kind.SAME;
    }

    /**
     * The kind of case and what differs, without any value: cases of one pattern ask the same question and may be answered
     * together. Written like {@code NAME_CONFLICT NAME=VARIANT_FORM VILLAGE}.
     */
    String pattern(String caseKind) {
        StringBuilder pattern = new StringBuilder(caseKind);
        for (Difference difference : differences) {
            if (difference.counts()) {
                pattern.append(' ').append(difference.field());
            }
            if (difference.kind() == Kind.ALIKE) {
                pattern.append('=')
                        .append(String.join(
                                "+",
                                difference.likenesses().stream()
                                        .map(Likeness::name)
                                        .toList()));
            }
        }
        return pattern.toString();
    }

    private static <T> Difference compared(
            Field field, T register, T enrolment, BiFunction<T, T, List<Likeness>> likeness) {
        if (register == null || enrolment == null) {
            return new Difference(field, missing(register != null, enrolment != null), List.of());
        }
        if (register.equals(enrolment)) {
            return new Difference(field, Kind.SAME, List.of());
        }
        List<Likeness> alike = likeness.apply(register, enrolment);
        return new Difference(field, alike.isEmpty() ? Kind.DIFFERENT : Kind.ALIKE, alike);
    }

    private static Kind missing(boolean onRegister, boolean onEnrolment) {
        if (onRegister) {
            return Kind.NOT_ON_ENROLMENT;
        }
        return onEnrolment ? Kind.NOT_ON_REGISTER : Kind.ON_NEITHER;
    }

    private static List<Likeness> numbers(String one, String other) {
        return NumberLikeness.of(one, other).stream().toList();
    }

    private static <T> List<Likeness> never(T one, T other) {
        return List.of();
    }

    private static String normalised(String name) {
        String normalised = PersonName.normalised(name);
        return normalised.isEmpty() ? null : normalised;
    }
}
