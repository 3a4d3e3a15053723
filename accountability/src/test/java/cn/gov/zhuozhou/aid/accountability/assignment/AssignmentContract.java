package cn.gov.zhuozhou.aid.accountability.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The contract of AssignmentChanged as it is published. */
final class AssignmentContract {
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(AssignmentContract.class.getResourceAsStream("/contract/AssignmentChanged.v1.schema.json"));

    private AssignmentContract() {}

    static Set<ValidationMessage> violations(JsonNode data) {
        return SCHEMA.validate(data, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
    }
}
