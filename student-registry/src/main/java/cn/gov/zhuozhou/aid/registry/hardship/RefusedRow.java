package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.likeness.NameLikeness;
import cn.gov.zhuozhou.aid.registry.likeness.NumberLikeness;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** A refused row of a household: what it says of its person, and why it was refused. */
record RefusedRow(UUID batchId, int line, List<String> reasons, String name, String number, LocalDate birthDate) {
    RefusedRow {
        reasons = List.copyOf(reasons);
    }

    RefusedRow masked() {
        return new RefusedRow(
                batchId, line, reasons.stream().map(Masked::anywhere).toList(), name, Masked.number(number), birthDate);
    }

    /** The person of the row in the household of another. */
    PersonFacts person(RegisterRow household) {
        PersonFacts around = household.unlistedChild();
        return new PersonFacts(
                name,
                number,
                birthDate,
                around.town(),
                around.village(),
                around.guardianName(),
                around.guardianNumber());
    }

    /** How much speaks for the row to mean this pupil. */
    static Comparator<RefusedRow> likestTo(PersonFacts pupil) {
        return Comparator.comparingInt(row -> row.agreement(pupil));
    }

    private int agreement(PersonFacts pupil) {
        int agreement = 0;
        if (name != null && name.equals(pupil.name())) {
            agreement += 4;
        } else if (name != null && !NameLikeness.of(name, pupil.name()).isEmpty()) {
            agreement += 2;
        }
        if (number != null && pupil.number() != null) {
            boolean near = number.equals(pupil.number())
                    || NumberLikeness.of(number, pupil.number()).isPresent();
            agreement += near ? 4 : 0;
        }
        return agreement + (birthDate != null && birthDate.equals(pupil.birthDate()) ? 1 : 0);
    }

    @Override
    public String toString() {
        return "refused row " + line + " of batch " + batchId;
    }
}
