package cn.gov.zhuozhou.aid.registry.completeness;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.tabular.SheetWriter;
import cn.gov.zhuozhou.aid.registry.completeness.Proof.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A proof as a sheet for people: names are looked up when it is written, for the proof itself holds none. */
@ApplicationScoped
class ProofWorkbook {
    private record Named(String name, int grade, String className) {}

    private static final List<String> HEADER = List.of("学校标识码", "学校", "姓名", "年级", "班级", "所在名单", "结论", "原因");

    @Inject
    Database database;

    byte[] of(Proof proof, String sha256) throws IOException {
        Map<UUID, Named> names = names(proof.people());
        Map<String, String> schools = texts("select code, name from school");
        Map<String, String> reasons = texts("select code, name_zh from completeness_reason");
        var out = new ByteArrayOutputStream();
        try (var sheet = new SheetWriter(out, "真贫不落一人", HEADER)) {
            for (Person person : proof.people()) {
                Named named = names.getOrDefault(person.studentId(), new Named("", 0, ""));
                sheet.row(Arrays.asList(
                        person.school(),
                        schools.get(person.school()),
                        named.name(),
                        named.grade(),
                        named.className(),
                        String.join("、", person.sources()),
                        conclusion(person),
                        person.reason() == null ? null : reasons.get(person.reason())));
            }
            sheet.row(List.of());
            for (Proof.FeedDate feed : proof.feeds()) {
                sheet.row(List.of("数据来源", feed.source(), feed.asOf()));
            }
            sheet.row(List.of("出具时间", proof.madeAt()));
            sheet.row(List.of("SHA-256", sha256));
        }
        return out.toByteArray();
    }

    private static String conclusion(Person person) {
        return switch (person.outcome()) {
            case IDENTIFIED -> "已认定";
            case REASON -> "未认定，有据";
            case TASK -> "办理中";
            case MISSING -> "遗漏，无理由";
        };
    }

    private Map<UUID, Named> names(List<Person> people) {
        Map<UUID, Named> names = new HashMap<>();
        database.list(
                "select id, name, grade, class_name from student where id = any(:students)",
                Map.of("students", people.stream().map(Person::studentId).toList()),
                row -> names.put(
                        row.getObject(1, UUID.class), new Named(row.getString(2), row.getInt(3), row.getString(4))));
        return names;
    }

    private Map<String, String> texts(String sql) {
        Map<String, String> texts = new HashMap<>();
        database.list(sql, Map.of(), row -> texts.put(row.getString(1), row.getString(2)));
        return texts;
    }
}
