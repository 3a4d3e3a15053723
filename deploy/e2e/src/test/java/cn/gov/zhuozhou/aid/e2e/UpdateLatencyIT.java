package cn.gov.zhuozhou.aid.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import cn.gov.zhuozhou.aid.local.play.FeedFile;
import cn.gov.zhuozhou.aid.local.play.GoldenThread;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * How long an update takes from civil affairs to what people see: the award held or released, and the finding opened or
 * closed, both read over REST. The times are reported and not judged, and no other story is told meanwhile.
 */
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpdateLatencyIT {
    private static final int CHANGES = 1_000;
    private static final Duration MOST = Duration.ofSeconds(60);
    private static final County COUNTY = County.chosen();

    private static LocalSuite suite;
    private static GoldenThread thread;
    private static String semester;
    private static List<Person> pupils;

    @BeforeAll
    static void play() {
        suite = RunningSuite.start("latency");
        thread = new GoldenThread(suite, COUNTY.folder(), System.out::println);
        semester = thread.playToProposals();
        pupils = pupilsWhoseAwardsRestOnTheAllowanceAlone();
        assertThat(pupils).isNotEmpty();
        Machine.keepForOneself();
    }

    @AfterAll
    static void stop() {
        Machine.giveBack();
        if (thread != null) {
            thread.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    /** All the pupils at once again and again, so that each change also waits for those before it. */
    @Test
    @Order(1)
    void aThousandSingleMessagesChangeAwardsAndFindings() throws IOException {
        // Given
        var times = new Latencies();

        // When
        try (var producer = producer()) {
            boolean granted = true;
            while (times.count() < CHANGES || !granted) {
                granted = !granted;
                changeAll(producer, granted, times);
            }
        }

        // Then
        System.out.println("From message to award and finding over REST: " + times);
        assertThat(times.count()).isGreaterThanOrEqualTo(CHANGES);
    }

    @Test
    @Order(2)
    void oneFileWithAThousandChangesChangesAwardsAndFindings() throws IOException {
        // Given
        Path file = Path.of(System.getProperty("aid.root")).resolve("deploy/e2e/target/civil-affairs-dibao.csv");
        int rows = writeRegisterOfOthers(file, CHANGES);
        LocalDate today = LocalDate.parse(thread.clerk()
                .get("student-registry", "/api/v1/clock")
                .path("today")
                .asText());
        var times = new Latencies();
        long begin = System.nanoTime();
        Map<String, Long> sent = new HashMap<>();
        pupils.forEach(pupil -> sent.put(pupil.studentId(), begin));

        // When
        JsonNode batch = thread.load(new FeedFile(file, "civil-affairs-dibao", today, null));
        Duration committed = since(begin);
        await(sent, false, times);

        // Then
        int changes = batch.path("added").asInt()
                + batch.path("changed").asInt()
                + batch.path("gone").asInt();
        System.out.printf(
                "One file with %d changes: stored and evaluated after %d ms; from upload to award and finding over REST: %s%n",
                changes, committed.toMillis(), times);
        assertThat(batch.path("accepted").asInt()).isEqualTo(rows);
        assertThat(changes).isGreaterThanOrEqualTo(rows);
        assertThat(times.count()).isEqualTo(pupils.size());
    }

    private record Person(String studentId, String number, String name) {}

    private static List<Person> pupilsWhoseAwardsRestOnTheAllowanceAlone() {
        Set<String> awarded = thread.clerk().all("aid-disbursement", "/api/v1/awards?semester=" + semester).stream()
                .map(a -> a.path("studentId").asText())
                .collect(Collectors.toCollection(HashSet::new));
        List<Person> pupils = new ArrayList<>();
        for (JsonNode one : thread.clerk()
                .all("student-registry", "/api/v1/identifications?semester=" + semester + "&result=CARRIED")) {
            String student = one.path("studentId").asText();
            boolean allowanceAlone = one.path("basis").size() == 1
                    && one.path("basis").get(0).asText().startsWith("DIBAO");
            if (allowanceAlone && awarded.contains(student)) {
                String number = thread.clerk()
                        .post(
                                "student-registry",
                                "/api/v1/students/" + student + "/identity-disclosures",
                                Map.of("reason", "时延测量"))
                        .path("identityNumber")
                        .asText();
                pupils.add(new Person(student, number, one.path("name").asText()));
            }
        }
        return pupils;
    }

    private static void changeAll(KafkaProducer<String, byte[]> producer, boolean granted, Latencies times)
            throws IOException {
        Map<String, Long> sent = new HashMap<>();
        for (Person pupil : pupils) {
            sent.put(pupil.studentId(), System.nanoTime());
            var unused = producer.send(message(pupil, granted));
        }
        producer.flush();
        await(sent, granted, times);
    }

    /** Looks until the award of each pupil is held and a finding open, or neither any more. */
    private static void await(Map<String, Long> sent, boolean granted, Latencies times) {
        long begin = System.nanoTime();
        while (!sent.isEmpty()) {
            if (since(begin).compareTo(MOST) > 0) {
                throw new IllegalStateException(sent.size() + " changes did not arrive");
            }
            Set<String> held = students("aid-disbursement", "/api/v1/awards?semester=" + semester + "&state=SUSPENDED");
            Set<String> found = openFindings();
            long now = System.nanoTime();
            sent.entrySet().removeIf(one -> {
                boolean arrived = granted
                        ? !held.contains(one.getKey()) && !found.contains(one.getKey())
                        : held.contains(one.getKey()) && found.contains(one.getKey());
                if (arrived) {
                    times.add(Duration.ofNanos(now - one.getValue()));
                }
                return arrived;
            });
        }
    }

    private static Set<String> students(String service, String path) {
        return thread.clerk().all(service, path).stream()
                .map(i -> i.path("studentId").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> openFindings() {
        return thread.reviewer().all("inspection-rectification", "/api/v1/findings?code=A06").stream()
                .filter(f -> !"CLOSED".equals(f.path("state").asText()))
                .map(f -> f.path("studentId").asText())
                .collect(Collectors.toSet());
    }

    private static ProducerRecord<String, byte[]> message(Person pupil, boolean granted) throws IOException {
        Map<String, Object> data = new HashMap<>();
        data.put("register", "dibao");
        data.put("change", granted ? "GRANTED" : "ENDED");
        data.put("certificateNo", "N" + pupil.studentId());
        data.put("area", "农村");
        data.put("town", "双塔街道");
        data.put("village", "第1村");
        data.put("headName", pupil.name());
        data.put("headIdNumber", pupil.number());
        data.put("memberName", pupil.name());
        data.put("memberIdNumber", pupil.number());
        data.put("relation", "户主");
        data.put("startMonth", "201903");
        data.put("monthlyAmountYuan", 300);
        data.put("asOf", "2019-03-04");
        var message = new ProducerRecord<>(
                "civil-affairs.register", pupil.studentId(), new ObjectMapper().writeValueAsBytes(data));
        message.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
        message.headers().add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8));
        message.headers().add("ce_type", "cn.gov.zhuozhou.aid.civilaffairs.RegisterEntryChanged.v1".getBytes(UTF_8));
        message.headers().add("ce_source", "civil-affairs".getBytes(UTF_8));
        return message;
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", suite.kafkaBootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * A register that lists the first of the enrolment file's other pupils as heads of their own households, so that who was on it is not
     * any more.
     */
    private static int writeRegisterOfOthers(Path file, int most) throws IOException {
        Set<String> gone = pupils.stream().map(Person::number).collect(Collectors.toSet());
        Path enrolment = thread.files().stream()
                .filter(f -> "enrolment".equals(f.source()))
                .findFirst()
                .orElseThrow()
                .path();
        List<String> lines = Files.readAllLines(enrolment, Charset.forName("GB18030"));
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<String> rows = new ArrayList<>();
        rows.add("低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            String name = cells[header.indexOf("姓名")];
            String number = cells[header.indexOf("身份证件号")];
            if (rows.size() <= most && !gone.contains(number) && "在校".equals(cells[header.indexOf("学籍状态")])) {
                rows.add("N%012d,农村,双塔街道,第1村,%s,%s,%s,%s,户主,201903,300"
                        .formatted(rows.size(), name, number, name, number));
            }
        }
        Files.write(file, rows, UTF_8);
        return rows.size() - 1;
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
