package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.registry.feed.Feeds;
import cn.gov.zhuozhou.aid.registry.feed.People;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A town with one school, made for a test: its files as they come from outside. */
public final class Village {
    /** A child and the head of the household, as they really are. */
    public record Child(String name, String identity, String guardian, String guardianIdentity) {
        public static Child named(String name) {
            return new Child(name, People.child(), People.name(), People.adult());
        }

        public Child withName(String other) {
            return new Child(other, identity, guardian, guardianIdentity);
        }

        public Child withIdentity(String other) {
            return new Child(name, other, guardian, guardianIdentity);
        }

        public Child withGuardian(String other, String number) {
            return new Child(name, identity, other, number);
        }

        String studentNumber() {
            return "L" + identity.replace('X', '0');
        }
    }

    public final String town = "镇" + UUID.randomUUID().toString().substring(0, 8);
    public final String school = "88" + ThreadLocalRandom.current().nextLong(10_000_000L, 99_999_999L);
    private final List<String> pupils = new ArrayList<>();
    private final List<String> dibao = new ArrayList<>();
    private final List<String> tekun = new ArrayList<>();

    public Village pupil(Child child) {
        return pupil(child, child.identity());
    }

    /** A pupil with this number, or without one where it is empty. */
    public Village pupil(Child child, String identity) {
        String birth = child.identity().substring(6, 14);
        pupils.add(String.join(
                ",",
                child.studentNumber(),
                child.name(),
                "男",
                birth,
                identity,
                school,
                "某小学",
                "小学",
                "3",
                "2",
                "走读",
                "在校",
                "否",
                "农业",
                town,
                "第1村",
                child.guardian(),
                child.guardianIdentity(),
                "父亲"));
        return this;
    }

    /** A household of two: the head and the child. */
    public Village dibao(Child child) {
        dibaoHead(child);
        return dibaoRow(child, child.name(), child.identity(), "子女");
    }

    public Village dibaoHead(Child child) {
        return dibaoRow(child, child.guardian(), child.guardianIdentity(), "户主");
    }

    private Village dibaoRow(Child child, String name, String identity, String relation) {
        dibao.add(String.join(
                ",",
                household(child),
                "农村",
                town,
                "第1村",
                child.guardian(),
                child.guardianIdentity(),
                name,
                identity,
                relation,
                "201801",
                "300"));
        return this;
    }

    public Village tekun(String name, String identity) {
        tekun.add(String.join(",", "T" + identity, "农村", town, "第1村", name, identity, "201801"));
        return this;
    }

    /** Takes the files in, schools first. */
    public Village take() {
        Feeds.take("schools", "学校标识码,学校名称,学段,所属乡镇街道\n%s,某小学,小学,%s\n".formatted(school, town));
        takePupils();
        takeDibao();
        return this;
    }

    public void takePupils() {
        Feeds.take(
                "enrolment",
                "全国学籍号,姓名,性别,出生日期,身份证件号,学校标识码,学校名称,学段,年级,班级,就读方式,学籍状态,"
                        + "是否留守儿童,户口性质,户籍乡镇街道,户籍村,监护人姓名,监护人身份证件号,监护人关系\n" + String.join("\n", pupils) + "\n");
    }

    public void takeDibao() {
        Feeds.take(
                "civil-affairs-dibao",
                "低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额\n" + String.join("\n", dibao) + "\n");
    }

    public JsonPath takeTekun() {
        return Feeds.take(
                "civil-affairs-tekun", "特困证号,城乡类别,乡镇街道,村居,姓名,身份证号,起始供养年月\n" + String.join("\n", tekun) + "\n");
    }

    private static String household(Child child) {
        return "D" + child.guardianIdentity().substring(6);
    }
}
