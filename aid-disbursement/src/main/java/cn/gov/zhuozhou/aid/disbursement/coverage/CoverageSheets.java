package cn.gov.zhuozhou.aid.disbursement.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.tabular.CsvWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.TableWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.Watermark;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Lines of coverage as a sheet to work on, marked with who took it out and when. No number of a person stands in it. */
@ApplicationScoped
class CoverageSheets {
    @FunctionalInterface
    private interface Opening {
        TableWriter on(OutputStream out, Watermark mark) throws IOException;
    }

    private static final List<String> HEADER =
            List.of("学校标识码", "学校", "姓名", "学段", "年级", "班级", "困难等级", "建档立卡", "项目", "应享金额（元）", "结果", "原因", "上学期已享受");

    @Inject
    Coverage coverage;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    byte[] xlsx(Semester semester, Coverage.Filter filter, Actor by) {
        return written(semester, filter, by, (out, mark) -> new SheetWriter(out, "应助尽助", mark, HEADER));
    }

    byte[] csv(Semester semester, Coverage.Filter filter, Actor by) {
        return written(semester, filter, by, (out, mark) -> new CsvWriter(out, UTF_8, mark, HEADER));
    }

    private byte[] written(Semester semester, Coverage.Filter filter, Actor by, Opening opening) {
        var out = new ByteArrayOutputStream();
        long rows = 0;
        var mark = new Watermark(by.name() + " " + clock.today() + " 应助尽助核查 " + semester, true);
        try (TableWriter table = opening.on(out, mark)) {
            for (CoverageLine line : coverage.lines(semester, filter, by.jurisdiction(), null, Integer.MAX_VALUE)) {
                table.row(cells(line));
                rows++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        trail.record(by, "coverage.exported", "semester", semester.code(), null, Map.of("rows", rows));
        return out.toByteArray();
    }

    private static List<?> cells(CoverageLine line) {
        return Arrays.asList(
                line.schoolCode(),
                line.schoolName(),
                line.name(),
                stage(line),
                line.grade(),
                line.className(),
                level(line),
                line.registeredPoor() ? "是" : "否",
                line.programme(),
                line.entitledFen() == null ? null : BigDecimal.valueOf(line.entitledFen(), 2),
                outcome(line.outcome()),
                line.reason() == null ? null : line.reason().zh(),
                line.aidedBefore() ? "是" : "否");
    }

    private static String stage(CoverageLine line) {
        return switch (line.stage()) {
            case PRESCHOOL -> "学前";
            case PRIMARY -> "小学";
            case JUNIOR -> "初中";
            case SENIOR_HIGH -> "普通高中";
            case SECONDARY_VOCATIONAL -> "中职";
            case SPECIAL -> "特殊教育";
        };
    }

    private static String level(CoverageLine line) {
        return switch (line.level()) {
            case SEVERE -> "特别困难";
            case DIFFICULT -> "困难";
            case ORDINARY -> "一般困难";
        };
    }

    private static String outcome(Outcome outcome) {
        return switch (outcome) {
            case PAID -> "已发放";
            case APPROVED -> "已批准";
            case PROPOSED -> "待审批";
            case WAITING -> "等待名额";
            case HELD -> "暂停";
            case UNDECIDED -> "情况未掌握，待核实";
            case MISSING -> "漏助";
            case NOTHING_GRANTED -> "无可享受项目";
        };
    }
}
