package cn.gov.zhuozhou.aid.registry.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A county of made families and the files it may send. All that is random comes from a {@link Random}: two counties asked with
 * equal seeds send the same files about different people.
 */
final class RandomCounty {
    private static final List<String> SCHOOLS = List.of("9900000001", "9900000002");

    record Child(String identity, String name, boolean pupil) {}

    record Family(String certificate, String head, String headName, List<Child> children) {}

    private final List<Family> families = new ArrayList<>();

    RandomCounty(long seed, int size) {
        var random = new Random(seed);
        for (int f = 0; f < size; f++) {
            List<Child> children = new ArrayList<>();
            int many = 1 + random.nextInt(3);
            for (int c = 0; c < many; c++) {
                children.add(new Child(People.child(), People.name(), random.nextInt(5) > 0));
            }
            String head = People.adult();
            families.add(new Family("N" + head.substring(6), head, People.name(), List.copyOf(children)));
        }
    }

    /** Everybody's numbers, in the same order in counties of equal seeds. */
    List<String> identities() {
        return families.stream()
                .flatMap(f ->
                        Stream.concat(Stream.of(f.head()), f.children().stream().map(Child::identity)))
                .toList();
    }

    /** A snapshot of the register; dirt are rows refused for their check digit. */
    String dibao(long seed, boolean dirt) {
        var random = new Random(seed);
        StringBuilder file = new StringBuilder("低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额\n");
        for (Family f : families) {
            boolean listed = random.nextInt(4) > 0;
            boolean headRow = random.nextBoolean();
            String area = random.nextInt(4) > 0 ? "农村" : "城市";
            if (listed && headRow) {
                row(file, f, area, f.headName(), f.head(), "户主");
            }
            for (Child c : f.children()) {
                int fate = random.nextInt(8);
                if (!listed || fate == 0) {
                    continue;
                }
                String name = fate == 1 ? c.name() + "某" : c.name();
                String number = dirt && fate == 2 ? People.misspelt(c.identity()) : c.identity();
                row(file, f, area, name, number, "子女");
            }
        }
        return file.toString();
    }

    private static void row(StringBuilder file, Family f, String area, String member, String number, String relation) {
        file.append(String.join(
                        ",",
                        f.certificate(),
                        area,
                        County.TOWN,
                        "第1村",
                        f.headName(),
                        f.head(),
                        member,
                        number,
                        relation,
                        "201801",
                        "300"))
                .append('\n');
    }

    String povertyOffice(long seed) {
        var random = new Random(seed);
        StringBuilder file = new StringBuilder("户编号,人编号,姓名,证件号码,与户主关系,户主姓名,户主证件号码,乡镇街道,行政村,脱贫属性,脱贫年度,在校生状况\n");
        for (Family f : families) {
            boolean listed = random.nextInt(3) == 0;
            boolean headOnly = random.nextInt(3) == 0;
            if (listed && headOnly) {
                poor(file, f, f.headName(), f.head(), "户主", "01");
            }
            for (int c = 0; c < f.children().size(); c++) {
                if (listed && !headOnly) {
                    Child child = f.children().get(c);
                    poor(file, f, child.name(), child.identity(), "之子", "0" + (c + 2));
                }
            }
        }
        return file.toString();
    }

    private static void poor(StringBuilder file, Family f, String name, String number, String relation, String no) {
        String household = "H" + f.certificate();
        file.append(String.join(
                        ",",
                        household,
                        household + no,
                        name,
                        number,
                        relation,
                        f.headName(),
                        f.head(),
                        County.TOWN,
                        "第1村",
                        "未脱贫",
                        "",
                        "小学"))
                .append('\n');
    }

    /** Most pupils; some in another school, some with another guardian or name than registers know. */
    String enrolment(long seed) {
        var random = new Random(seed);
        StringBuilder file = new StringBuilder("全国学籍号,姓名,性别,出生日期,身份证件号,学校标识码,学校名称,学段,年级,班级,就读方式,学籍状态,"
                + "是否留守儿童,户口性质,户籍乡镇街道,户籍村,监护人姓名,监护人身份证件号,监护人关系\n");
        for (Family f : families) {
            for (Child c : f.children()) {
                int fate = random.nextInt(12);
                String school = SCHOOLS.get(random.nextInt(3) / 2);
                String other = families.get(random.nextInt(families.size())).head();
                if (c.pupil() && fate > 0) {
                    file.append(String.join(
                                    ",",
                                    "G" + c.identity(),
                                    fate == 1 ? c.name() + "又" : c.name(),
                                    (c.identity().charAt(16) - '0') % 2 == 1 ? "男" : "女",
                                    c.identity().substring(6, 14),
                                    c.identity(),
                                    school,
                                    "某小学",
                                    "小学",
                                    "3",
                                    "2",
                                    "走读",
                                    "在校",
                                    "否",
                                    "农业",
                                    County.TOWN,
                                    "第1村",
                                    f.headName(),
                                    fate == 2 ? other : f.head(),
                                    "父亲"))
                            .append('\n');
                }
            }
        }
        return file.toString();
    }

    String identified(long seed) {
        var random = new Random(seed);
        StringBuilder file = new StringBuilder("全国学籍号,姓名,学校标识码,认定等级,认定依据\n");
        for (Family f : families) {
            for (Child c : f.children()) {
                int fate = random.nextInt(4);
                if (fate > 1) {
                    String level = fate == 2 ? "特别困难" : "困难";
                    file.append(String.join(",", "G" + c.identity(), c.name(), SCHOOLS.getFirst(), level, "农村低保"))
                            .append('\n');
                }
            }
        }
        return file.toString();
    }

    /** Schools whose names and towns differ from file to file; one of them is not always named. */
    String schools(long seed) {
        var random = new Random(seed);
        StringBuilder file = new StringBuilder("学校标识码,学校名称,学段,所属乡镇街道\n");
        for (String code : SCHOOLS) {
            file.append(
                    code + ",第" + random.nextInt(3) + "小学,小学," + (random.nextBoolean() ? County.TOWN : "桃园街道") + "\n");
        }
        if (random.nextBoolean()) {
            file.append("98%08d,新设小学,小学,桃园街道\n".formatted(Math.abs(seed) % 100_000_000));
        }
        return file.toString();
    }
}
