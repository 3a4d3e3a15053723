package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.Masked;
import java.time.LocalDate;

/** What one side, the register or enrolment, says of the person; null where it says nothing. Numbers are in clear. */
record PersonFacts(
        String name,
        String number,
        LocalDate birthDate,
        String town,
        String village,
        String guardianName,
        String guardianNumber) {

    /** What is shown of a field. */
    String shown(Difference.Field field) {
        return switch (field) {
            case NAME -> name;
            case NUMBER -> Masked.number(number);
            case BIRTH_DATE -> birthDate == null ? null : birthDate.toString();
            case TOWN -> town;
            case VILLAGE -> village;
            case GUARDIAN_NAME -> guardianName;
            case GUARDIAN_NUMBER -> Masked.number(guardianNumber);
        };
    }

    @Override
    public String toString() {
        return "facts of a person";
    }
}
