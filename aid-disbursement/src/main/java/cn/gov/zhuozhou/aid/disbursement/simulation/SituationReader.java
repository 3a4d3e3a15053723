package cn.gov.zhuozhou.aid.disbursement.simulation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads what is asked, pupil by pupil: one JSON object whose {@code pupils} are the list, as the registry serves it, or one pupil a
 * line. Faults end the request as malformed JSON.
 */
@ApplicationScoped
class SituationReader {
    private static final int PORTION = 1_000;
    private static final Set<String> LISTS = Set.of("pupils", "items");

    private final ObjectMapper json;
    private final ObjectReader pupils;

    @Inject
    SituationReader(ObjectMapper json) {
        this.json = json;
        pupils = json.readerFor(Situation.class).with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    Asked read(InputStream in, Consumer<List<Situation>> portions) throws IOException {
        Portions gathered = new Portions(portions);
        try (JsonParser parser = json.createParser(in)) {
            Asked asked = parser.nextToken() == null ? Asked.NOTHING : document(parser, gathered);
            gathered.end();
            return asked;
        }
    }

    /** Lines lack the list, and their first field is one of a pupil. */
    private Asked document(JsonParser parser, Portions gathered) throws IOException {
        ObjectNode head = json.createObjectNode();
        boolean listed = false;
        require(parser, JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (LISTS.contains(name)) {
                listed = true;
                list(parser, gathered);
            } else {
                head.set(name, json.<JsonNode>readTree(parser));
            }
        }
        if (!listed && head.has("studentId")) {
            gathered.add(pupils.readValue(head));
            while (parser.nextToken() != null) {
                gathered.add(pupils.readValue(parser));
            }
            return Asked.NOTHING;
        }
        return json.readerFor(Asked.class)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .readValue(head);
    }

    private void list(JsonParser parser, Portions gathered) throws IOException {
        require(parser, JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            gathered.add(pupils.readValue(parser));
        }
    }

    private static void require(JsonParser parser, JsonToken token) throws IOException {
        if (parser.currentToken() != token) {
            throw MismatchedInputException.from(parser, Situation.class, "expected " + token);
        }
    }

    /** Hands pupils over in portions, however many there are. */
    private static final class Portions {
        private final Consumer<List<Situation>> taker;
        private final List<Situation> gathered = new ArrayList<>(PORTION);

        Portions(Consumer<List<Situation>> taker) {
            this.taker = taker;
        }

        void add(Situation one) {
            gathered.add(one);
            if (gathered.size() == PORTION) {
                end();
            }
        }

        void end() {
            if (!gathered.isEmpty()) {
                taker.accept(List.copyOf(gathered));
                gathered.clear();
            }
        }
    }
}
