package cn.gov.zhuozhou.aid.disbursement.elsewhere;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.testing.Contract;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What this feature needs of the registry's event is promised by its contract, in this same build. */
class OutOfAreaContractTest {
    private static final Contract CONTRACT = Contract.of("student-registry", "OutOfAreaStudentChanged");
    private static final ObjectReader READER = new ObjectMapper()
            .readerFor(OutOfAreaChange.class)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void everyFieldReadIsPromised() {
        assertThat(CONTRACT.required()).contains("outOfAreaStudentId", "studentId", "aids");
    }

    @Test
    void everyExampleCanBeRead() throws JsonProcessingException {
        List<OutOfAreaChange.Aid> aids = new ArrayList<>();
        for (String example : CONTRACT.examples()) {
            aids.addAll(READER.<OutOfAreaChange>readValue(example).aids());
        }
        assertThat(aids).singleElement().satisfies(aid -> {
            assertThat(aid.semester().code()).isEqualTo("2019-spring");
            assertThat(aid.programme()).isEqualTo("普通高中国家助学金");
            assertThat(aid.amountFen()).isEqualTo(100_000);
        });
    }
}
