package cn.gov.zhuozhou.aid.disbursement.award;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Pupils with an approved award of 500 yuan, for tests of what is paid to them. */
@ApplicationScoped
public class ApprovedPupils {
    /** A pupil of a school, and his award. */
    public record Approved(UUID student, UUID award, String school, String town) {}

    private final Map<UUID, RegistryPupil> known = new HashMap<>();

    @Inject
    AwardsOf awards;

    /** A boarder of a primary school of its own. */
    public Approved one() {
        return approve(new RegistryPupil());
    }

    /** Another one at the same school. */
    public Approved at(String school, String town) {
        return approve(new RegistryPupil().is("schoolCode", school).is("schoolTown", town));
    }

    private Approved approve(RegistryPupil pupil) {
        awards.known(pupil);
        known.put(pupil.id, pupil);
        var award = awards.only(pupil);
        awards.approve(award, Tokens.reviewer()).then().statusCode(200);
        return new Approved(pupil.id, UUID.fromString(award.getString("id")), pupil.school(), pupil.town());
    }

    /** He is not aided any more. */
    public void removed(UUID student) {
        awards.receive(known.get(student).ruled("REMOVED", "EFFECTIVE", false).rulingMessage());
    }

    /** He is aided again after he was not; the award. */
    public UUID again(UUID student) {
        return granted(known.get(student));
    }

    /** He is aided in another semester, which from now on is told of; the award. */
    public UUID in(UUID student, String semester) {
        return granted(known.get(student).inSemester(semester));
    }

    private UUID granted(RegistryPupil pupil) {
        awards.receive(pupil.ruled("CARRIED", "EFFECTIVE", true).rulingMessage());
        String award = awards.list(pupil, pupil.semester()).getString("items.find { it.state == 'PROPOSED' }.id");
        awards.approve(awards.one(award), Tokens.reviewer()).then().statusCode(200);
        return UUID.fromString(award);
    }

    /** The registry tells something new of him. */
    public void told(UUID student, String field, Object value) {
        awards.receive(known.get(student).is(field, value).pupilMessage());
    }

    /** The registry tells of a new ruling. */
    public void ruled(UUID student, String field, Object value) {
        awards.receive(known.get(student).ruled(field, value).rulingMessage());
    }
}
