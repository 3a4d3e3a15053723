package cn.gov.zhuozhou.aid.accountability.assignment;

import static cn.gov.zhuozhou.aid.accountability.County.as;
import static cn.gov.zhuozhou.aid.accountability.County.eligibilityMessage;
import static cn.gov.zhuozhou.aid.accountability.County.eventually;
import static cn.gov.zhuozhou.aid.accountability.County.newSchool;
import static cn.gov.zhuozhou.aid.accountability.County.newStaffNumber;
import static cn.gov.zhuozhou.aid.accountability.County.newTown;
import static cn.gov.zhuozhou.aid.accountability.County.row;
import static cn.gov.zhuozhou.aid.accountability.County.studentMessage;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.accountability.County;
import cn.gov.zhuozhou.aid.accountability.ServiceTest;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@ServiceTest
class AssignmentTest {
    @Inject
    County county;

    private final String school = newSchool();
    private final String town = newTown();
    private final String first = newStaffNumber();
    private final String second = newStaffNumber();

    @Test
    void anAidedPupilGetsATeacherOfHisSchool() {
        // Given
        county.staff(row(first, school, "校长"), row(second, school, "教师"));

        // When
        UUID pupil = county.aidedPupil(school, town);

        // Then
        eventually(() -> assertThat(county.openAssignmentOf(pupil))
                .containsEntry("state", "PROPOSED")
                .containsEntry("personName", "教师" + second)
                .containsEntry("post", "TEACHER")
                .containsEntry("reason", "FEWEST_PUPILS")
                .containsEntry("since", "2019-03-04"));
    }

    @Test
    void theIdentificationMayComeBeforeThePupil() {
        // Given
        UUID pupil = UUID.randomUUID();
        county.staff(row(first, school, "教师"));
        county.identified(pupil, UUID.randomUUID(), 1, true);

        // When
        county.student(pupil, school, town, 1);

        // Then
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "PROPOSED"));
    }

    @Test
    void aPupilWithoutAnyTeacherIsAGapUntilTheStaffListArrives() {
        // Given
        UUID pupil = county.aidedPupil(school, town);
        eventually(() ->
                assertThat(gaps()).containsExactly(Map.of("student", pupil.toString(), "reason", "NO_STAFF_KNOWN")));

        // When
        county.staff(row(first, school, "班主任"));

        // Then
        assertThat(county.openAssignmentOf(pupil))
                .containsEntry("state", "PROPOSED")
                .containsEntry("post", "CLASS_TEACHER");
        assertThat(gaps()).isEmpty();
    }

    @Test
    void thePupilOfATeacherWhoLeftGetsAnother() {
        // Given
        county.staff(row(first, school, "教师"));
        UUID pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("personName", "教师" + first));

        // When
        county.staff(row(second, school, "教师"));

        // Then
        assertThat(county.assignmentsOf(pupil))
                .extracting(a -> a.get("state"), a -> a.get("reason"), a -> a.get("personName"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ENDED", "PERSON_LEFT", "教师" + first),
                        org.assertj.core.groups.Tuple.tuple("PROPOSED", "FEWEST_PUPILS", "教师" + second));
    }

    @Test
    void aCorrectedNameIsToldOfThePersonToo() {
        // Given
        county.staff(row(first, school, "教师"));
        UUID pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("personName", "教师" + first));

        // When
        county.staff(first + ",高敏," + school + ",教师");

        // Then
        assertThat(county.assignmentsOf(pupil))
                .singleElement()
                .satisfies(a -> assertThat(a).containsEntry("personName", "高敏").containsEntry("version", 1));
    }

    @Test
    void aMessageNobodyCanReadCostsOnlyItself() {
        // Given
        UUID pupil = UUID.randomUUID();
        var good = studentMessage(pupil, school, town, 1, "IN_SCHOOL");
        var bad = new County.Message(good.topic(), good.key(), good.type(), good.subject(), Map.of("revision", 1));

        // When
        county.send(bad, good, eligibilityMessage(pupil, UUID.randomUUID(), 1, true, null));

        // Then
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "GAP"));
        eventually(() -> assertThat(as(Tokens.administrator())
                        .get("/api/v1/dead-letters?limit=500")
                        .then()
                        .extract()
                        .asString())
                .contains("pupil.registry"));
    }

    @Test
    void whoIsNoLongerIdentifiedNeedsNobody() {
        // Given
        UUID pupil = UUID.randomUUID();
        UUID identification = UUID.randomUUID();
        county.student(pupil, school, town, 1);
        county.identified(pupil, identification, 1, true);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "GAP"));

        // When
        county.identified(pupil, identification, 2, false);

        // Then
        eventually(() -> assertThat(county.assignmentsOf(pupil))
                .extracting(a -> a.get("state"), a -> a.get("reason"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("ENDED", "NO_LONGER_AIDED")));
    }

    @Test
    void whoLeftSchoolNeedsNobody() {
        // Given
        county.staff(row(first, school, "教师"));
        UUID pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "PROPOSED"));

        // When
        county.student(pupil, school, town, 2, "TRANSFERRED");

        // Then
        eventually(() -> assertThat(county.assignmentsOf(pupil))
                .extracting(a -> a.get("state"))
                .containsExactly("ENDED"));
    }

    @Test
    void whoChangesSchoolGetsATeacherOfTheNewOne() {
        // Given
        String next = newSchool();
        county.staff(row(first, school, "教师"), row(second, next, "教师"));
        UUID pupil = county.aidedPupil(school, town);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("schoolCode", school));

        // When
        county.student(pupil, next, town, 2);

        // Then
        eventually(() -> assertThat(county.openAssignmentOf(pupil))
                .containsEntry("schoolCode", next)
                .containsEntry("personName", "教师" + second));
    }

    @Test
    void olderNewsChangeNothing() {
        // Given
        UUID pupil = UUID.randomUUID();
        UUID identification = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        county.student(pupil, school, town, 1);
        county.identified(pupil, identification, 5, true);
        eventually(() -> assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "GAP"));

        // When
        county.identified(pupil, identification, 4, false);

        // Then
        county.student(later, school, town, 1);
        county.identified(pupil, identification, 3, false);
        county.send(eligibilityMessage(later, UUID.randomUUID(), 1, true, null));
        eventually(() -> assertThat(county.openAssignmentOf(later)).containsEntry("state", "GAP"));
        assertThat(county.openAssignmentOf(pupil)).containsEntry("state", "GAP");
    }

    @Test
    void oneHundredPupilsAtOnceAreSharedEvenlyAndARedeliveryChangesNothing() {
        // Given
        String third = newStaffNumber();
        county.staff(row(first, school, "教师"), row(second, school, "班主任"), row(third, school, "教师"));
        List<County.Message> messages = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            UUID pupil = UUID.randomUUID();
            messages.add(studentMessage(pupil, school, town, 1, "IN_SCHOOL"));
            messages.add(eligibilityMessage(pupil, UUID.randomUUID(), 1, true, null));
        }
        var batch = messages.toArray(County.Message[]::new);

        // When
        county.send(batch);
        county.send(batch);

        // Then
        eventually(() -> assertThat(ofSchool()).hasSize(100));
        var loads = ofSchool().stream()
                .collect(Collectors.groupingBy(a -> a.get("personName"), Collectors.counting()))
                .values();
        assertThat(loads).containsExactlyInAnyOrder(33L, 33L, 34L);
        assertThat(ofSchool()).extracting(a -> a.get("version")).containsOnly(0);
    }

    @Test
    void coverageIsCountedPerSchool() {
        // Given
        county.aidedPupil(school, town);
        county.aidedPupil(school, town);
        eventually(() -> assertThat(gaps()).hasSize(2));

        // When
        var answer =
                as(Tokens.viewer("school:" + school)).get("/api/v1/indicators").then();

        // Then
        assertThat(answer.extract().<List<Map<String, Object>>>path("responsiblePersonCoverage.schools"))
                .singleElement()
                .satisfies(s -> assertThat(s)
                        .containsEntry("schoolCode", school)
                        .containsEntry("aided", 2)
                        .containsEntry("covered", 0)
                        .containsEntry("percent", 0.0f));
    }

    private List<Map<String, Object>> ofSchool() {
        return as(Tokens.clerk())
                .get("/api/v1/assignments?limit=500&school=" + school)
                .then()
                .extract()
                .path("items");
    }

    private List<Map<String, Object>> gaps() {
        List<Map<String, Object>> found = as(Tokens.viewer())
                .get("/api/v1/assignments/gaps?school=" + school)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return found.stream()
                .map(g -> Map.of("student", g.get("studentId"), "reason", g.get("reason")))
                .toList();
    }
}
