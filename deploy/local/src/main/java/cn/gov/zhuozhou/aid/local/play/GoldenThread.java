package cn.gov.zhuozhou.aid.local.play;

import cn.gov.zhuozhou.aid.local.LocalSuite;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Plays the update of a semester through the four services, as people and feeds would: files in, semester opened, proposals
 * reviewed and noticed, awards approved, responsible persons confirmed.
 */
public final class GoldenThread implements AutoCloseable {
    private static final List<String> SERVICES =
            List.of("student-registry", "aid-disbursement", "accountability", "inspection-rectification");
    private static final Duration REST = Duration.ofMinutes(5);
    private static final ZoneId COUNTY = ZoneId.of("Asia/Shanghai");

    private final Path folder;
    private final Consumer<String> say;
    private final Caller clerk;
    private final Caller reviewer;
    private final Caller administrator;
    private final FeedLoading loading;
    private final AtRest rest;
    private final Map<String, JsonNode> batches = new LinkedHashMap<>();

    public GoldenThread(LocalSuite suite, Path folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
        clerk = new Caller(suite, "clerk");
        reviewer = new Caller(suite, "reviewer");
        administrator = new Caller(suite, "admin");
        loading = new FeedLoading(clerk);
        rest = new AtRest(suite);
    }

    /** Everything up to proposals: awards of carried pupils, gaps, findings. Returns the semester. */
    public String playToProposals() {
        loadAll(files());
        return openSemester();
    }

    /** What happened, counted for a person to read. */
    public String summary(String semester) {
        return new Summary(this, semester).text();
    }

    public List<FeedFile> files() {
        try {
            return FeedFile.inFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the feed folder cannot be read: " + folder, e);
        }
    }

    public void loadAll(List<FeedFile> files) {
        for (FeedFile file : files) {
            load(file);
        }
    }

    public JsonNode load(FeedFile file) {
        JsonNode batch = loading.load(file);
        batches.put(file.name(), batch);
        say.accept("  %-42s %7d 行 rows %6d 拒收 refused %5d 重复 repeated"
                .formatted(
                        file.name(),
                        batch.path("rows").asInt(),
                        batch.path("refused").asInt(),
                        batch.path("duplicates").asInt()));
        return batch;
    }

    /** The batches loaded so far, by file name. */
    public Map<String, JsonNode> batches() {
        return Map.copyOf(batches);
    }

    /** Opens the semester of the business date and waits until everybody has followed. */
    public String openSemester() {
        String semester =
                clerk.get("student-registry", "/api/v1/clock").path("semester").asText();
        JsonNode opening = clerk.post("student-registry", "/api/v1/semesters/" + semester + "/opening", Map.of());
        loading.awaitJob("student-registry", opening.path("jobId").asText());
        awaitRest();
        say.accept("  学期已启动 semester " + semester + " opened");
        return semester;
    }

    /** Reviews every proposal, posts the notices, lets their period pass, and waits for what takes effect. */
    public void reviewAndNotice(String semester) {
        reviewer.post(
                "student-registry",
                "/api/v1/identifications/reviews",
                Map.of("semester", semester, "decision", "APPROVED", "opinion", "材料齐全，同意。"));
        reviewer.post("student-registry", "/api/v1/public-notices/postings", Map.of("semester", semester));
        LocalDate last = clerk.all("student-registry", "/api/v1/public-notices?semester=" + semester).stream()
                .map(notice -> LocalDate.parse(notice.path("lastDay").asText()))
                .max(LocalDate::compareTo)
                .orElseThrow(() -> new IllegalStateException("no notice was posted"));
        moveClocks(last.plusDays(1));
        awaitRest();
    }

    /** Approves every proposed award and confirms every proposed responsible person. */
    public void approve(String semester) {
        JsonNode approval = reviewer.post("aid-disbursement", "/api/v1/awards/approvals", Map.of("semester", semester));
        loading.awaitJob("aid-disbursement", approval.path("jobId").asText());
        reviewer.post("accountability", "/api/v1/assignments/confirmations", Map.of());
        awaitRest();
    }

    /** Moves the business clocks of all services to nine o'clock of a day; a clock that is further stays. */
    public void moveClocks(LocalDate day) {
        String target = day.atTime(9, 0).atZone(COUNTY).toOffsetDateTime().toString();
        for (String service : SERVICES) {
            administrator.put(service, "/api/v1/clock", Map.of("now", target));
        }
    }

    public void awaitRest() {
        rest.await(REST);
    }

    public Caller clerk() {
        return clerk;
    }

    public Caller reviewer() {
        return reviewer;
    }

    public Caller administrator() {
        return administrator;
    }

    /** The bodies of all refusals anybody met. */
    public List<String> problems() {
        return Stream.of(clerk, reviewer, administrator)
                .flatMap(caller -> caller.problems().stream())
                .toList();
    }

    public FeedLoading loading() {
        return loading;
    }

    @Override
    public void close() {
        rest.close();
    }
}
