package cn.gov.zhuozhou.aid.disbursement.simulation;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import java.util.UUID;

/**
 * A pupil with a ruling that is not made, as the registry's what-ifs hand him over.
 *
 * @param level null where he would not be identified
 * @param grade null where it is not said; then that of the pupil as he is known here
 * @param fourCategory null where it is not said; then the policy set tells it from the categories
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Situation(
        @JsonProperty(required = true) UUID studentId,
        @JsonProperty(required = true) Semester semester,
        @JsonProperty(required = true) boolean identified,
        Level level,
        Set<String> categories,
        @JsonProperty(required = true) Stage stage,
        Integer grade,
        @JsonProperty(required = true) boolean boarding,
        @JsonProperty(required = true) String schoolCode,
        Boolean fourCategory) {
    Situation {
        categories = categories == null ? Set.of() : Set.copyOf(categories);
    }
}
