package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.problem.CommonProblem;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.tabular.Column;
import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.TableLayout;
import cn.gov.zhuozhou.aid.chassis.tabular.UnreadableTable;
import cn.gov.zhuozhou.aid.registry.RegistryProblem;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What is looked at before anything of a file is stored. */
@ApplicationScoped
class FeedChecks {
    private static final Text COLUMN_NOT_FOUND = Text.of(
            "文件中没有该列已知的表头；管理员可在 /feeds/{source}/columns 补充写法。",
            "No header of the file is known for this column; an administrator adds it at /feeds/{source}/columns.");

    @Inject
    BusinessClock clock;

    @Inject
    Wordings wordings;

    @ConfigProperty(name = "aid.feed.max-bytes")
    MemorySize most;

    /** The date the data tells of: given, a date, and not in the future. */
    LocalDate asOf(String given) {
        LocalDate today = clock.today();
        Text expected = Text.of(
                        "asOf 应为不晚于 %s 的日期，格式如 2019-03-01。", "asOf must be a date like 2019-03-01, not after %s.")
                .formatted(today);
        try {
            LocalDate asOf = given == null ? null : LocalDate.parse(given.strip());
            if (asOf != null && !asOf.isAfter(today)) {
                return asOf;
            }
        } catch (DateTimeParseException e) {
            // answered below like a missing one
        }
        throw new ProblemException(
                RegistryProblem.AS_OF_INVALID, expected, List.of(new FieldError("asOf", "Date", expected)));
    }

    /** The semester a list of identified pupils is of; the one before the present one where nothing is given. */
    String semester(String given) {
        if (given == null || given.isBlank()) {
            return clock.semester().previous().code();
        }
        try {
            return Semester.parse(given.strip()).code();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    RegistryProblem.SEMESTER_INVALID,
                    Text.of("学期应写作 2018-autumn。", "Write the semester like 2018-autumn."));
        }
    }

    /** Whether the file lists all there is, which is taken where nothing is said, or what has changed. */
    Batch.Mode mode(Feed source, String given) {
        if (given == null || given.isBlank() || "snapshot".equalsIgnoreCase(given.strip())) {
            return Batch.Mode.SNAPSHOT;
        }
        if (!"delta".equalsIgnoreCase(given.strip())) {
            Text expected = Text.of("mode 应为 snapshot（全量）或 delta（变动）。", "mode must be snapshot or delta.");
            throw new ProblemException(
                    CommonProblem.INVALID_FIELDS, expected, List.of(new FieldError("mode", "Pattern", expected)));
        }
        if (!source.knowsChanges()) {
            throw new ProblemException(
                    RegistryProblem.FEED_WITHOUT_CHANGES,
                    Text.of(
                            "学校名单只增改、不注销，没有变动文件；请按全量提交。",
                            "The list of schools only adds and changes and never ends a school; hand it in as a snapshot."));
        }
        return Batch.Mode.DELTA;
    }

    /**
     * What of a file is handed over.
     *
     * @param columns of its rows
     * @param sheets in the order they are read; one without a name for a text
     */
    record Table(List<String> columns, List<String> sheets) {}

    /** Ends the request where the file is not the table it should be. */
    Table table(Batch batch, Path file, String sheet) {
        TableLayout layout = wordings.of(batch).layout();
        try {
            List<String> sheets = TableFile.open(file, limits()).sheets(layout, sheet);
            return new Table(layout.columns().stream().map(Column::name).toList(), sheets);
        } catch (UnreadableTable e) {
            throw problem(e);
        }
    }

    Limits limits() {
        return Limits.standard().withMaxBytes(most.asLongValue());
    }

    private static ProblemException problem(UnreadableTable e) {
        if (e.reason() == UnreadableTable.Reason.TOO_LARGE) {
            return new ProblemException(CommonProblem.TOO_LARGE, e.text());
        }
        List<FieldError> errors = new ArrayList<>();
        errors.add(new FieldError("body", e.reason().name(), e.text()));
        e.missing().forEach(column -> errors.add(new FieldError(column, "COLUMN_NOT_FOUND", COLUMN_NOT_FOUND)));
        Text detail = e.reason() == UnreadableTable.Reason.SEVERAL_SHEETS
                ? Text.of(
                        e.text().zh() + "。可用 sheet= 指定一张，或用 sheet=* 全部读取。",
                        e.text().en() + ". Name one with sheet= or read all with sheet=*.")
                : e.text();
        return new ProblemException(RegistryProblem.FEED_UNREADABLE, detail, errors);
    }
}
