package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Row;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.IdentityReading;
import cn.gov.zhuozhou.aid.registry.identity.PersonName;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of one row being read, with what has to be said about them. */
final class Cells {
    private static final char DAMAGED = '\uFFFD';
    private static final int LONGEST_NAME = 60;

    private final Row row;
    private final Columns columns;
    private final Wording wording;
    private List<RowNote> faults = List.of();
    private List<RowNote> remarks = List.of();

    Cells(Row row, Columns columns, Wording wording) {
        this.row = row;
        this.columns = columns;
        this.wording = wording;
        if (row.surplus()) {
            refuse(RowCode.SHIFTED_ROW, "");
        }
    }

    String raw(Column column) {
        return row.cell(columns.positionOf(column));
    }

    /** The cell's text, empty where there is none. */
    String text(Column column) {
        return Plain.text(raw(column));
    }

    /** The cell's text, null where there is none. */
    String textOrNull(Column column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    String requiredText(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            refuse(RowCode.VALUE_MISSING, column);
        }
        return text;
    }

    /** A name without which the row is nothing. */
    String name(Column column) {
        String name = PersonName.normalised(raw(column));
        if (name.isEmpty()) {
            refuse(RowCode.NAME_MISSING, column);
        } else if (!isReadable(name)) {
            refuse(RowCode.NAME_UNREADABLE, column);
        }
        return name;
    }

    String nameOrNull(Column column) {
        String name = PersonName.normalised(raw(column));
        return name.isEmpty() || !isReadable(name) ? null : name;
    }

    /** A number without which the row is nothing; null after a refusal. */
    IdentityNumber identity(Column column) {
        return switch (reading(column)) {
            case IdentityReading.Valid valid -> {
                if (valid.converted()) {
                    remark(RowCode.OLD_NUMBER, column);
                }
                yield valid.number();
            }
            case IdentityReading.Refused refused -> {
                refuse(RowCode.of(refused.fault()), column);
                yield null;
            }
        };
    }

    /** A number that may be missing; if it is unusable the remark says so. */
    IdentityNumber identityOrNull(Column column, RowCode remark) {
        Optional<IdentityNumber> number = reading(column).ifValid();
        if (number.isEmpty() && !raw(column).isBlank()) {
            remark(remark, column);
        }
        return number.orElse(null);
    }

    StudentNumber studentNumber(Column column) {
        return switch (StudentNumber.read(raw(column))) {
            case StudentNumber.Reading.Valid valid -> valid.number();
            case StudentNumber.Reading.Refused refused -> {
                refuse(RowCode.of(refused.fault()), column);
                yield null;
            }
        };
    }

    /** The words the provider uses for the codes of a set. */
    <T> CodeTable<T> words(CodeTable<T> set) {
        return wording.words(set);
    }

    /** A code without which the row is nothing; null after a refusal. */
    <T> T code(Column column, CodeTable<T> table) {
        String raw = raw(column);
        Optional<T> code = words(table).find(raw);
        if (code.isEmpty()) {
            refuse(raw.isBlank() ? RowCode.VALUE_MISSING : RowCode.VALUE_UNKNOWN, column);
        }
        return code.orElse(null);
    }

    /** A code that may be missing; an unknown word is remarked and ignored. */
    <T> T codeOr(Column column, CodeTable<T> table, T otherwise) {
        String raw = raw(column);
        return raw.isBlank()
                ? otherwise
                : orIgnored(column, words(table).find(raw)).orElse(otherwise);
    }

    <T> Optional<T> orIgnored(Column column, Optional<T> value) {
        if (value.isEmpty() && !raw(column).isBlank()) {
            remark(RowCode.VALUE_IGNORED, column);
        }
        return value;
    }

    void refuse(RowCode code, Column column) {
        refuse(code, column.name());
    }

    void remark(RowCode code, Column column) {
        if (remarks.isEmpty()) {
            remarks = new ArrayList<>();
        }
        remarks.add(new RowNote(code, column.name()));
    }

    boolean refused() {
        return !faults.isEmpty();
    }

    RowReading accepted(FeedRow read) {
        return new RowReading.Accepted(read, remarks);
    }

    RowReading asRefused() {
        return new RowReading.Refused(faults, "", null, false, RowReading.NamedPerson.NOBODY);
    }

    RowReading asRefused(
            String householdNo, IdentityNumber head, boolean maybeChild, String name, Column numberColumn) {
        return new RowReading.Refused(
                faults, householdNo, head, maybeChild, new RowReading.NamedPerson(name, raw(numberColumn)));
    }

    private void refuse(RowCode code, String column) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>();
        }
        faults.add(new RowNote(code, column));
    }

    /** Registers also carry the certificate of a disabled person where his number should stand. */
    private IdentityReading reading(Column column) {
        String raw = raw(column);
        IdentityReading reading = IdentityNumber.read(raw);
        boolean tooLong = reading instanceof IdentityReading.Refused && raw.length() >= 20;
        if (tooLong && DisabilityCertificate.read(raw) instanceof DisabilityCertificate.Reading.Valid valid) {
            return new IdentityReading.Valid(valid.certificate().holder(), false);
        }
        return reading;
    }

    private static boolean isReadable(String name) {
        return name.indexOf(DAMAGED) < 0 && name.indexOf('?') < 0 && name.length() <= LONGEST_NAME;
    }
}
