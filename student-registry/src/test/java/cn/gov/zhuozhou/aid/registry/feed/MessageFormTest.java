package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import cn.gov.zhuozhou.aid.registry.feed.row.RowReading;
import cn.gov.zhuozhou.aid.registry.feed.row.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessageFormTest {
    private static final Path CONTRACT = Path.of("src/main/resources/contract");
    private static final Set<String> ABOUT_THE_ROW = Set.of("register", "change", "asOf");

    private final ObjectMapper json = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void everyExampleBecomesARowThatIsAccepted(MessageForm form) throws IOException {
        // When
        List<RowReading> readings = new ArrayList<>();
        for (JsonNode example : examples(form)) {
            RowMessage message = form.read(example);
            Wording wording = Wording.delivered(message.source().rows());
            readings.add(wording.read(wording.row(1, message.cells())).row());
        }

        // Then
        assertThat(readings).isNotEmpty().allMatch(RowReading.Accepted.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource
    void theContractNamesTheFieldsThatAreReadAndEachStandsForAColumn(MessageForm form) throws IOException {
        // When
        JsonNode properties = json.readTree(
                        CONTRACT.resolve(form.contractName() + ".schema.json").toFile())
                .path("properties");

        // Then
        Set<String> fields = new TreeSet<>();
        properties.fieldNames().forEachRemaining(fields::add);
        fields.removeAll(ABOUT_THE_ROW);
        assertThat(form.columns().keySet()).isEqualTo(fields);
        Set<String> columns = Stream.of(Feed.values())
                .flatMap(feed -> feed.columns().stream())
                .collect(Collectors.toSet());
        assertThat(form.columns().values().stream().flatMap(List::stream)).allMatch(columns::contains);
    }

    @Test
    void everyColumnOfAFeedThatComesAsMessagesIsReached() {
        // Given
        Map<MessageForm, List<Feed>> feeds = Map.of(
                MessageForm.CIVIL_AFFAIRS, List.of(Feed.DIBAO, Feed.TEKUN, Feed.ORPHAN),
                MessageForm.POVERTY_OFFICE, List.of(Feed.POVERTY_OFFICE),
                MessageForm.DISABLED_FEDERATION, List.of(Feed.DISABLED_FEDERATION),
                MessageForm.ENROLMENT, List.of(Feed.ENROLMENT),
                MessageForm.SCHOOLS, List.of(Feed.SCHOOLS));

        // When
        List<String> unreached = new ArrayList<>();
        feeds.forEach((form, its) -> its.forEach(feed -> {
            List<String> reached =
                    form.columns().values().stream().flatMap(List::stream).toList();
            feed.columns().stream().filter(column -> !reached.contains(column)).forEach(unreached::add);
        }));

        // Then
        assertThat(unreached).containsExactly("抚养人姓名");
    }

    @Test
    void whatBreaksTheContractIsToldByPlaceAndNeverByContent() throws IOException {
        // Given
        ObjectNode broken = (ObjectNode) examples(MessageForm.CIVIL_AFFAIRS).getFirst();
        broken.put("change", "999999201001010016")
                .put("asOf", "999999201001010016")
                .remove("register");

        // When
        var reading = assertThatThrownBy(() -> MessageForm.CIVIL_AFFAIRS.read(broken));

        // Then
        reading.isInstanceOf(UnreadableMessage.class)
                .hasMessageContainingAll("$.change", "$.asOf", "register")
                .hasMessageNotContaining("999999");
    }

    private List<JsonNode> examples(MessageForm form) throws IOException {
        List<JsonNode> examples = new ArrayList<>();
        try (var files = Files.list(CONTRACT.resolve("examples"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith(form.contractName() + "."))
                    .toList()) {
                examples.add(json.readTree(file.toFile()));
            }
        }
        return examples;
    }
}
