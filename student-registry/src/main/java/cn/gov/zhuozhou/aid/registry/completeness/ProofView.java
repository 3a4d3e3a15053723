package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.sql.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A proof as lists show it.
 *
 * @param state COMPLETE, or INCOMPLETE where somebody is missing
 * @param expected on a current feed or list, and on the roll
 * @param explained not identified, for a reason or with an open task
 * @param sha256 of the bytes of {@code proof.json}
 */
record ProofView(
        UUID proofId,
        String semester,
        String school,
        String state,
        int expected,
        int identified,
        int explained,
        int missing,
        String sha256,
        String madeBy,
        Instant madeAt) {
    static final String SELECT = """
            select p.* from completeness_proof p left join school c on c.code = p.school_code
            where (:ownSchool::text is null or p.school_code = :ownSchool) and (:ownTown::text is null or c.town = :ownTown)
            """;

    static ProofView of(ResultSet row) throws SQLException {
        return new ProofView(
                row.getObject("id", UUID.class),
                row.getString("semester"),
                row.getString("school_code"),
                row.getString("state"),
                row.getInt("expected"),
                row.getInt("identified"),
                row.getInt("explained"),
                row.getInt("missing"),
                row.getString("sha256"),
                row.getString("made_by_name"),
                Rows.instant(row, "made_at"));
    }
}
