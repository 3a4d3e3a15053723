package cn.gov.zhuozhou.aid.registry.reversecheck;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import cn.gov.zhuozhou.aid.registry.hardship.MissingPupils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who was found to be at school outside the county, for the feature that writes to those schools (S73). Only what a second person
 * has agreed to, also while a new semester asks again.
 */
@ApplicationScoped
public class OutOfAreaPersons {
    /**
     * A person and the household.
     *
     * @param revision rises when the answer changes
     * @param personIndex blind index of the identity number
     * @param headIndex of the household's head; null where the person is the head, or none is known
     * @param categories of the registers that name the person now
     * @param stage the stage attended
     */
    public record OutOfAreaPerson(
            UUID taskId,
            long revision,
            UUID personIndex,
            String name,
            LocalDate birthDate,
            String town,
            String village,
            UUID householdIndex,
            String headName,
            UUID headIndex,
            String relation,
            List<String> categories,
            String province,
            String city,
            String schoolName,
            String stage,
            Instant settledAt) {}

    private static final String SELECT = """
            select rc.id, rc.version, mc.person_index, e.name, mc.birth_date, mc.town, mc.village, mc.household_index,
              e.head_name, nullif(e.head_index, mc.person_index) as head_index, e.relation,
              array(select distinct now.category from register_entry now
                    where now.person_index = mc.person_index and now.valid_to is null order by 1) as categories,
              a.province, a.city, a.school_name, a.stage, rc.settled_at
            from reverse_check rc
            join reverse_check_answer a on a.id = rc.agreed_answer_id and a.kind = 'OUT_OF_AREA'
            join match_case mc on mc.id = rc.id
            left join register_entry e on e.id = mc.entry_id
            where rc.state <> 'CLOSED' and :ownSchool::text is null and (:ownTown::text is null or mc.town = :ownTown)
            """;

    @Inject
    Database database;

    @Inject
    MissingPupils missing;

    @Inject
    FieldCrypto crypto;

    /** In the order of their task ids; {@code after} is the last id of the page before, null on the first. */
    public List<OutOfAreaPerson> list(Jurisdiction own, UUID after, int most) {
        Map<String, Object> values = own.parameters();
        values.put("after", after);
        values.put("most", most);
        return database.list(
                SELECT + " and (:after::uuid is null or rc.id > :after) order by rc.id limit :most",
                values,
                OutOfAreaPersons::person);
    }

    public Optional<OutOfAreaPerson> find(UUID taskId, Jurisdiction own) {
        Map<String, Object> values = own.parameters();
        values.put("id", taskId);
        return database.first(SELECT + " and rc.id = :id", values, OutOfAreaPersons::person);
    }

    /** The identity number, sealed; empty where the register's row no longer holds it. */
    public Optional<byte[]> sealedIdentity(UUID taskId) {
        return Optional.ofNullable(missing.numbers(List.of(taskId)).get(taskId)).map(crypto::encrypt);
    }

    private static OutOfAreaPerson person(ResultSet row) throws SQLException {
        return new OutOfAreaPerson(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getString(9),
                row.getObject(10, UUID.class),
                row.getString(11),
                Rows.strings(row, 12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                Rows.instant(row, 17));
    }
}
