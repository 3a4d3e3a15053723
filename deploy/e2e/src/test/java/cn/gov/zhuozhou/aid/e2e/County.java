package cn.gov.zhuozhou.aid.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A county to be played: its files, and the outcome that is true by construction. */
record County(Path folder, JsonNode expected) {
    /** What a pupil is granted; {@code fen} is null for a waiver at the school's own charge. */
    record Award(String student, String programme, Long fen) {}

    /** What becomes of the rows of one file. */
    record FileCounts(int rows, int wrongCheckDigit, int otherwiseRefused, int duplicates) {}

    static County chosen() {
        Path folder = Path.of(System.getProperty("aid.e2e.feeds"));
        try {
            return new County(
                    folder,
                    new ObjectMapper().readTree(folder.resolve("expected.json").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("no county to play in " + folder, e);
        }
    }

    /** The result of every pupil that has one, by student number. */
    Map<String, String> results() {
        Map<String, String> results = new TreeMap<>();
        expected.path("outcome")
                .forEach(oneCase -> oneCase.path("students")
                        .forEach(student -> results.put(
                                student.asText(), oneCase.path("result").asText())));
        expected.path("reevaluated").forEach(student -> results.put(student.asText(), "REEVALUATED"));
        return results;
    }

    List<Award> awards() {
        List<Award> awards = new ArrayList<>();
        expected.path("awards")
                .forEach(a -> awards.add(new Award(
                        a.path("student").asText(),
                        a.path("programme").asText(),
                        a.path("fen").isNull() ? null : a.path("fen").asLong())));
        return awards;
    }

    Map<String, FileCounts> files() {
        Map<String, FileCounts> files = new TreeMap<>();
        expected.path("feeds")
                .properties()
                .forEach(file -> files.put(
                        file.getKey(),
                        new FileCounts(
                                file.getValue().path("rows").asInt(),
                                file.getValue().path("rejected").size(),
                                file.getValue().path("refused_extra").asInt(),
                                file.getValue().path("duplicates").asInt())));
        return files;
    }

    int students() {
        return expected.path("students").asInt();
    }

    int schools() {
        return expected.path("schools").asInt();
    }

    int personsWithoutPupil() {
        return expected.path("no_pupil_school_age").asInt();
    }

    long cashFen() {
        return expected.path("cash_total_fen").asLong();
    }

    String semester() {
        return expected.path("semester").asText();
    }
}
