package cn.gov.zhuozhou.aid.disbursement.award;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import cn.gov.zhuozhou.aid.disbursement.DisbursementTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this service tells keeps to its own contract. */
@DisbursementTest
class AwardContractTest {
    private static final Contract CONTRACT = Contract.own("AwardChanged");

    @Inject
    AwardsOf awards;

    @Test
    void everyEventTheServiceMakesKeepsToTheSchema() {
        // Given
        var pupil = awards.known(new RegistryPupil().is("stage", "SENIOR_HIGH"));
        for (String id : awards.list(pupil).getList("items.id", String.class)) {
            awards.approve(awards.one(id), Tokens.reviewer()).then().statusCode(200);
        }
        awards.receive(pupil.ruled("REMOVED", "PROPOSED", true).rulingMessage());
        awards.find(new Finding(pupil).confirmed().message());
        awards.receive(pupil.ruled("REMOVED", "EFFECTIVE", false)
                .ruled("rulingId", null)
                .rulingMessage());

        // When
        List<String> told = awards.events(pupil);

        // Then
        assertThat(told).hasSize(10);
        assertThat(told).allSatisfy(event -> assertThat(CONTRACT.faults(event)).isEmpty());
        assertThat(told).noneMatch(event -> event.matches(".*[^0-9a-f-]\\d{17}[0-9Xx].*"));
    }

    @Test
    void everyExampleKeepsToTheSchema() {
        assertThat(CONTRACT.examples())
                .allSatisfy(example -> assertThat(CONTRACT.faults(example)).isEmpty());
    }
}
