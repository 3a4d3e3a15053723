package cn.gov.zhuozhou.aid.registry.feed;

import java.util.ArrayList;
import java.util.List;

/** The files of a small made county, as they come from outside. */
public final class County {
    public static final String SCHOOL = "9900000001";
    static final String TOWN = "双塔街道";

    public record Pupil(String number, String identity, String name, String guardianName, String guardianIdentity) {}

    private final List<Pupil> pupils = new ArrayList<>();
    private final List<String> dibao = new ArrayList<>();
    private final List<String> regpoor = new ArrayList<>();

    public Pupil pupil() {
        String identity = People.child();
        var pupil = new Pupil("G" + identity, identity, People.name(), People.name(), People.adult());
        pupils.add(pupil);
        return pupil;
    }

    public List<Pupil> pupils() {
        return List.copyOf(pupils);
    }

    public void dibao(
            String household, String headName, String head, String memberName, String member, String relation) {
        dibao.add(String.join(
                ",", household, "农村", TOWN, "第1村", headName, head, memberName, member, relation, "201801", "300"));
    }

    /** A head with a row of his own and a member's row. */
    public void family(String household, Pupil pupil) {
        head(household, pupil);
        dibao(household, pupil.guardianName(), pupil.guardianIdentity(), pupil.name(), pupil.identity(), "子女");
    }

    public void head(String household, Pupil pupil) {
        dibao(
                household,
                pupil.guardianName(),
                pupil.guardianIdentity(),
                pupil.guardianName(),
                pupil.guardianIdentity(),
                "户主");
    }

    public void registeredPoor(String household, Pupil pupil) {
        regpoor.add(String.join(
                ",",
                household,
                household + "02",
                pupil.name(),
                pupil.identity(),
                "之子",
                pupil.guardianName(),
                pupil.guardianIdentity(),
                TOWN,
                "第1村",
                "未脱贫",
                "",
                "小学"));
    }

    public static String schools() {
        return "学校标识码,学校名称,学段,所属乡镇街道\n9900000001,双塔中心小学,小学,双塔街道\n9900000002,桃园中心小学,小学,桃园街道\n";
    }

    public String enrolment() {
        return enrolment(SCHOOL);
    }

    public String enrolment(String school) {
        StringBuilder file = new StringBuilder("全国学籍号,姓名,性别,出生日期,身份证件号,学校标识码,学校名称,学段,年级,班级,就读方式,学籍状态,"
                + "是否留守儿童,户口性质,户籍乡镇街道,户籍村,监护人姓名,监护人身份证件号,监护人关系\n");
        for (Pupil p : pupils) {
            boolean male = (p.identity().charAt(16) - '0') % 2 == 1;
            file.append(String.join(
                            ",",
                            p.number(),
                            p.name(),
                            male ? "男" : "女",
                            p.identity().substring(6, 14),
                            p.identity(),
                            school,
                            "双塔中心小学",
                            "小学",
                            "3",
                            "2",
                            "走读",
                            "在校",
                            "否",
                            "农业",
                            TOWN,
                            "第1村",
                            p.guardianName(),
                            p.guardianIdentity(),
                            "父亲"))
                    .append('\n');
        }
        return file.toString();
    }

    public String dibao() {
        return "低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额\n" + String.join("\n", dibao)
                + "\n合计,,,,,," + dibao.size() + "人\n";
    }

    public List<String> dibaoRows() {
        return List.copyOf(dibao);
    }

    public String povertyOffice() {
        return "户编号,人编号,姓名,证件号码,与户主关系,户主姓名,户主证件号码,乡镇街道,行政村,脱贫属性,脱贫年度,在校生状况\n" + String.join("\n", regpoor) + "\n";
    }
}
