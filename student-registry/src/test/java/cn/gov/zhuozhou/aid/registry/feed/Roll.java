package cn.gov.zhuozhou.aid.registry.feed;

import static io.restassured.RestAssured.given;

import cn.gov.zhuozhou.aid.chassis.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Enrolment files with every column, row by row, and what the registry then says of a pupil. */
public final class Roll {
    /** A row of the file; changes make a new one. */
    public record Row(Map<String, String> cells) {
        public Row with(String column, String value) {
            Map<String, String> changed = new LinkedHashMap<>(cells);
            if (!changed.containsKey(column)) {
                throw new IllegalArgumentException(column);
            }
            changed.put(column, value);
            return new Row(changed);
        }

        public String number() {
            return cells.get("全国学籍号");
        }

        public String identity() {
            return cells.get("身份证件号");
        }

        public String name() {
            return cells.get("姓名");
        }

        public String guardian() {
            return cells.get("监护人身份证件号");
        }
    }

    public static final String SCHOOL = County.SCHOOL;
    public static final String OTHER_SCHOOL = "9900000002";
    public static final String TOWN = County.TOWN;

    private Roll() {}

    /** A pupil of made-up numbers in school in the third class of primary school. */
    public static Row pupil() {
        String identity = People.child();
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("全国学籍号", "G" + identity);
        cells.put("姓名", People.name());
        cells.put("性别", "");
        cells.put("出生日期", identity.substring(6, 14));
        cells.put("身份证件号", identity);
        cells.put("学校标识码", SCHOOL);
        cells.put("学段", "小学");
        cells.put("年级", "3");
        cells.put("班级", "2");
        cells.put("就读方式", "走读");
        cells.put("学籍状态", "在校");
        cells.put("是否留守儿童", "否");
        cells.put("户口性质", "农业");
        cells.put("户籍乡镇街道", TOWN);
        cells.put("户籍村", "第1村");
        cells.put("入学方式", "");
        cells.put("残疾类型", "");
        cells.put("监护人姓名", People.name());
        cells.put("监护人身份证件号", People.adult());
        cells.put("监护人关系", "父亲");
        cells.put("监护人2姓名", "");
        cells.put("监护人2身份证件号", "");
        cells.put("监护人2关系", "");
        return new Row(cells);
    }

    public static String adult() {
        return People.adult();
    }

    public static String child() {
        return People.child();
    }

    public static String name() {
        return People.name();
    }

    public static String temporaryNumber() {
        return "L" + People.child();
    }

    public static JsonPath take(Row... rows) {
        String header = String.join(",", rows[0].cells().keySet());
        return Feeds.take(
                "enrolment",
                Stream.of(rows)
                        .map(row -> String.join(",", row.cells().values()))
                        .collect(Collectors.joining("\n", header + "\n", "\n")));
    }

    public static JsonPath schools() {
        return Feeds.take("schools", County.schools());
    }

    /** A household on the subsistence allowance: lines of name, number and relation to the head, who comes first. */
    public static String dibao(String household, String... members) {
        StringBuilder file = new StringBuilder("低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额\n");
        for (int i = 0; i < members.length; i += 3) {
            file.append(String.join(
                            ",",
                            household,
                            "农村",
                            TOWN,
                            "第1村",
                            members[0],
                            members[1],
                            members[i],
                            members[i + 1],
                            members[i + 2],
                            "201801",
                            "300"))
                    .append('\n');
        }
        return file.toString();
    }

    /** The pupil a student or identity number leads to; null where there is none. */
    public static UUID find(String number) {
        String found = given().auth()
                .oauth2(Tokens.viewer())
                .contentType(ContentType.JSON)
                .body(Map.of("numbers", List.of(number), "reason", "测试"))
                .post("/api/v1/students/lookups")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("studentIds[0]");
        return found == null ? null : UUID.fromString(found);
    }

    /** What a viewer of the bureau gets for a pupil. */
    public static JsonPath get(UUID pupil, String path) {
        return given().auth()
                .oauth2(Tokens.viewer())
                .get("/api/v1/students/" + pupil + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
