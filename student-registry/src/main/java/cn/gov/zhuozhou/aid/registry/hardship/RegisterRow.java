package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.crypto.FieldCryptoSession;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identity.DisabilityCertificate;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An accepted register row as a person at the desk needs it. Numbers are in clear until shown. */
record RegisterRow(
        UUID entryId,
        String source,
        UUID batchId,
        int line,
        LocalDate asOf,
        boolean current,
        String category,
        String standing,
        String name,
        String number,
        LocalDate birthDate,
        String headName,
        String headNumber,
        String relation,
        String area,
        String town,
        String village,
        String startMonth,
        Long amountFen) {

    static final String COLUMNS = """
            e.id as entry_id, e.source as entry_source, e.batch_id as entry_batch, e.line_no as entry_line, b.as_of, e.category,
            e.details ->> 'standing' as standing, e.name as entry_name, e.person_index as entry_person, e.head_index,
            e.birth_date as entry_birth, e.head_name, e.relation, e.area, e.town as entry_town, e.village as entry_village,
            e.details ->> 'startMonth' as start_month, (e.details ->> 'amountFen')::bigint as amount_fen, e.sealed,
            e.valid_to is null as entry_current""";

    private static final Pattern BETWEEN_CELLS = Pattern.compile("\\p{Cntrl}");

    /** Null where the case leans on no row. */
    static RegisterRow of(ResultSet row, FieldCryptoSession crypto) throws SQLException {
        UUID id = row.getObject("entry_id", UUID.class);
        if (id == null) {
            return null;
        }
        List<String> cells = cells(row.getBytes("sealed"), crypto);
        return new RegisterRow(
                id,
                row.getString("entry_source"),
                row.getObject("entry_batch", UUID.class),
                row.getInt("entry_line"),
                row.getObject("as_of", LocalDate.class),
                row.getBoolean("entry_current"),
                row.getString("category"),
                row.getString("standing"),
                row.getString("entry_name"),
                number(cells, row.getObject("entry_person", UUID.class), crypto),
                row.getObject("entry_birth", LocalDate.class),
                row.getString("head_name"),
                number(cells, row.getObject("head_index", UUID.class), crypto),
                row.getString("relation"),
                row.getString("area"),
                row.getString("entry_town"),
                row.getString("entry_village"),
                row.getString("start_month"),
                row.getObject("amount_fen", Long.class));
    }

    /** As it may be shown. */
    RegisterRow masked() {
        return new RegisterRow(
                entryId,
                source,
                batchId,
                line,
                asOf,
                current,
                category,
                standing,
                name,
                Masked.number(number),
                birthDate,
                headName,
                Masked.number(headNumber),
                relation,
                area,
                town,
                village,
                startMonth,
                amountFen);
    }

    /** The person the row is about. */
    PersonFacts person() {
        return new PersonFacts(name, number, birthDate, town, village, headName, headNumber);
    }

    /** A child of the household whom no accepted row names. */
    PersonFacts unlistedChild() {
        return new PersonFacts(null, null, null, town, village, headName, headNumber);
    }

    @Override
    public String toString() {
        return "row " + line + " of batch " + batchId;
    }

    static List<String> cells(byte[] sealed, FieldCryptoSession crypto) {
        return List.of(BETWEEN_CELLS.split(crypto.decrypt(sealed)));
    }

    /** The cells hold the number as it was written, in whatever column the provider has it; its index tells which it is. */
    static String number(List<String> cells, UUID index, FieldCryptoSession crypto) {
        return cells.stream()
                .flatMap(cell -> numbersIn(cell).stream())
                .filter(number -> crypto.index("identity-number", number).equals(index))
                .findFirst()
                .orElse(null);
    }

    private static Optional<String> numbersIn(String cell) {
        Optional<IdentityNumber> plain = IdentityNumber.read(cell).ifValid();
        Stream<IdentityNumber> found = plain.isPresent() ? plain.stream() : ofCertificate(cell).stream();
        return found.map(IdentityNumber::value).findFirst();
    }

    private static Optional<IdentityNumber> ofCertificate(String cell) {
        return DisabilityCertificate.read(cell) instanceof DisabilityCertificate.Reading.Valid valid
                ? Optional.of(valid.certificate().holder())
                : Optional.empty();
    }
}
