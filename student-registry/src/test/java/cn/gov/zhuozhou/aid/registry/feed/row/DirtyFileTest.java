package cn.gov.zhuozhou.aid.registry.feed.row;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.tabular.Limits;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.chassis.tabular.TableFile;
import cn.gov.zhuozhou.aid.chassis.tabular.TableSummary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole file with known dirt in it: every row is counted once, bad rows cost nothing but themselves. */
class DirtyFileTest {
    private static final List<String> HEADER =
            List.of("低保证号", "城乡类别", "乡镇街道", "村居", "户主姓名", "户主身份证号", "成员姓名", "成员身份证号", "与户主关系", "起始保障年月", "月保障金额");
    private static final int GOOD = 2_000;

    @TempDir
    Path folder;

    private final Persons persons = new Persons(42);
    private final Set<String> seen = new HashSet<>();
    private final Map<RowCode, Integer> reasons = new HashMap<>();
    private int accepted;
    private int duplicates;
    private int refused;

    @Test
    void everyRowOfADirtyCsvFileIsCountedOnce() throws IOException {
        // Given
        Path file = folder.resolve("list.csv");
        StringBuilder text = new StringBuilder("低保对象花名册(2019年3月),,,,,,,,,,\r\n");
        text.append(String.join(",", HEADER)).append("\r\n");
        dirtyRows().forEach(row -> text.append(String.join(",", row)).append("\r\n"));
        text.append("合 计,,,,,,2000人\r\n");
        Files.writeString(file, text, Charset.forName("GB18030"));
        // When
        TableSummary summary = read(file);
        // Then
        assertCounted(summary);
    }

    @Test
    void everyRowOfADirtyWorkbookIsCountedOnce() throws IOException {
        // Given
        Path file = folder.resolve("list.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                SheetWriter sheet = new SheetWriter(out, "名册", List.of("低保对象花名册"))) {
            sheet.row(HEADER);
            for (List<String> row : dirtyRows()) {
                sheet.row(row);
            }
            sheet.row(List.of("合计", "2000人"));
        }
        // When
        TableSummary summary = read(file);
        // Then
        assertCounted(summary);
    }

    private void assertCounted(TableSummary summary) {
        assertThat(summary.rows()).isEqualTo(GOOD + 30 + 10 + 12);
        assertThat(summary.passedOver()).isEqualTo(1);
        assertThat(accepted).isEqualTo(GOOD);
        assertThat(duplicates).isEqualTo(30);
        assertThat(refused).isEqualTo(10 + 12);
        assertThat(reasons)
                .containsOnly(
                        Map.entry(RowCode.WRONG_CHECK_DIGIT, 10),
                        Map.entry(RowCode.NUMBER_MISSING, 4),
                        Map.entry(RowCode.NAME_MISSING, 4),
                        Map.entry(RowCode.SPREADSHEET_NUMBER, 4));
    }

    private TableSummary read(Path file) {
        Wording wording = Wording.delivered(FeedSource.CIVIL_AFFAIRS_DIBAO);
        return TableFile.open(file, Limits.standard()).read(wording.layout(), row -> {
            switch (wording.read(row).row()) {
                case RowReading.Accepted taken -> {
                    if (seen.add(taken.row().key())) {
                        accepted++;
                    } else {
                        duplicates++;
                    }
                }
                case RowReading.Refused not -> {
                    refused++;
                    not.reasons().forEach(reason -> reasons.merge(reason.code(), 1, Integer::sum));
                }
            }
        });
    }

    private List<List<String>> dirtyRows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < GOOD; i++) {
            rows.add(row(persons.name(), persons.number()));
        }
        for (int i = 0; i < 30; i++) {
            List<String> again = rows.get(i * 7);
            rows.add(row(again.get(6), disguised(again.get(7), i)));
        }
        for (int i = 0; i < 10; i++) {
            rows.add(row(persons.name(), Persons.withWrongCheck(persons.number())));
        }
        for (int i = 0; i < 4; i++) {
            rows.add(row(persons.name(), " "));
            rows.add(row("\u3000", persons.number()));
            rows.add(row(persons.name(), "1.30681E+17"));
        }
        Collections.shuffle(rows, new Random(7));
        return rows;
    }

    private List<String> row(String name, String number) {
        String headNumber = persons.below(20) == 0 ? "无" : persons.number();
        return List.of(
                "N" + persons.below(1000),
                "农村",
                "东城坊镇",
                "第1村",
                persons.name(),
                headNumber,
                name,
                number,
                "子女",
                "201709",
                "300");
    }

    private static String disguised(String number, int way) {
        return switch (way % 4) {
            case 0 -> Persons.fullWidth(number);
            case 1 -> "  " + number + "\u3000";
            case 2 -> number.toLowerCase(Locale.ROOT);
            default -> number;
        };
    }
}
