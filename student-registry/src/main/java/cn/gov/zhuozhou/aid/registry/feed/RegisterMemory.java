package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import cn.gov.zhuozhou.aid.registry.hardship.SchoolAges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a register says before a snapshot of it comes, and what becomes of lines that only say it again. */
@ApplicationScoped
class RegisterMemory {
    /**
     * What the roll knows of the person of a row {@code r} by a pupil {@code p} who has or had his number. Where several have or had
     * it, a match goes before a conflict, which {@code min} gives.
     */
    static final String KNOWN = """
            case when p.name = r.name then 'MATCHED' when p.certain then 'NAME_CONFLICT' end""";

    /** What there is to say of the person of a row {@code r} whom the roll does not know. */
    static final String UNKNOWN = """
            case when r.birth_date between :oldest and :youngest then 'NO_PUPIL' else 'NOT_A_PUPIL' end""";

    /** All there is to say, what goes before the others last. */
    private static final List<String> MATCHES = List.of("NOT_A_PUPIL", "NO_PUPIL", "NAME_CONFLICT", "MATCHED");

    /** A column for each; groups would have the rows sorted first. */
    private static final String SAID = """
            select %s from (
              select r.row_hash, coalesce(%s, %s) as match
              from register_entry r left join pupil_identity p on p.identity_index = r.person_index
              where r.source = :source and r.valid_to is null) r""".formatted(
                    MATCHES.stream()
                            .map("string_agg(row_hash, '') filter (where match = '%s')"::formatted)
                            .collect(Collectors.joining(", ")),
                    KNOWN,
                    UNKNOWN);

    private static final String SAID_AGAIN = """
            insert into feed_row_set (batch_id, outcome, match, change, lines)
            values (:batch, 'ACCEPTED', :match, 'SAME', :lines)""";

    private static final String UNSAID = """
            insert into register_left
            select id, person_index, valid_from from register_entry
            where source = :source and valid_to is null
              and row_hash in (select uuid_send(hash) from unnest(:hashes::uuid[]) hash)""";

    @Inject
    Database database;

    @Inject
    Matching matching;

    /** What the register a snapshot is of says now. Nobody else may change it before the snapshot is merged. */
    SaidBefore before(Batch batch) {
        SchoolAges.Born ofSchoolAge = matching.bornOfSchoolAge(batch.source().code());
        Values values = Values.of("source", batch.source().code())
                .and("oldest", ofSchoolAge.from())
                .and("youngest", ofSchoolAge.to());
        return database.first(SAID, values, RegisterMemory::said).orElseThrow();
    }

    /** A row whose number several pupils have or had comes with each of them; of these what is added last counts. */
    private static SaidBefore said(ResultSet hashes) throws SQLException {
        Map<String, byte[]> said = new LinkedHashMap<>();
        for (int i = 0; i < MATCHES.size(); i++) {
            byte[] rows = hashes.getBytes(i + 1);
            if (rows != null) {
                said.put(MATCHES.get(i), rows);
            }
        }
        return SaidBefore.of(said);
    }

    /** Keeps the outcome of the lines that say nothing new; what none of them says goes to {@code register_left}. */
    void passOver(Batch batch, SaidBefore said) {
        for (SaidBefore.Again again : said.again()) {
            database.update(
                    SAID_AGAIN,
                    Values.of("batch", batch.id()).and("match", again.match()).and("lines", again.lines()));
        }
        database.update(UNSAID, Values.of("source", batch.source().code()).and("hashes", said.unsaid()));
    }
}
