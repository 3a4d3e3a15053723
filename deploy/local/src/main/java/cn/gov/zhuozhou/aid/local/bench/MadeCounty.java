package cn.gov.zhuozhou.aid.local.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Made people in any number: pupils with one guardian each, and a register of two-person households. All invented, area code 999999. */
final class MadeCounty {
    static final String ENROLMENT_HEADER =
            "全国学籍号,姓名,性别,出生日期,身份证件号,学校标识码,学校名称,学段,年级,班级,就读方式,学籍状态,是否留守儿童,户口性质," + "户籍乡镇街道,户籍村,监护人姓名,监护人身份证件号,监护人关系";
    static final String REGISTER_HEADER = "低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额";
    private static final String SCHOOL = "9900000001";
    private static final String TOWN = "双塔街道";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int PER_DAY = 500;

    private MadeCounty() {}

    static void writeSchool(Path file) throws IOException {
        Files.writeString(file, "学校标识码,学校名称,学段,所属乡镇街道\n" + SCHOOL + ",双塔中心小学,小学," + TOWN + "\n", UTF_8);
    }

    static void writeEnrolment(Path file, int pupils) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write(ENROLMENT_HEADER + "\n");
            for (int n = 0; n < pupils; n++) {
                String child = child(n);
                out.write("G" + child + "," + name(n) + ",男," + child.substring(6, 14) + "," + child + "," + SCHOOL
                        + ",双塔中心小学,小学,3,1,走读,在校,否,农业," + TOWN + ",第" + (n % 20 + 1) + "村," + name(n + 7) + ","
                        + guardian(n) + ",父亲\n");
            }
        }
    }

    /**
     * A register of {@code rows / 2} households, head and child.
     *
     * @param changedPercent share of rows whose allowance differs from the unchanged register
     */
    static void writeRegister(Path file, int rows, int changedPercent) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write(REGISTER_HEADER + "\n");
            for (int n = 0; n < rows / 2; n++) {
                int amount = n % 100 < changedPercent ? 410 : 300;
                String household = "N%012d,农村,%s,第%d村,%s,%s".formatted(n, TOWN, n % 20 + 1, name(n + 7), guardian(n));
                out.write(household + "," + name(n + 7) + "," + guardian(n) + ",户主,201709," + amount + "\n");
                out.write(household + "," + name(n) + "," + child(n) + ",子女,201709," + amount + "\n");
            }
        }
    }

    /**
     * A list of pupils identified last semester beside {@link #writeRegister} for as many households: one in twelve was judged by
     * his school and is on the register now, one in twelve is on the register and was not identified, and as many are listed
     * here and on no register.
     */
    static void writeIdentified(Path file, int recipients) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
            out.write("全国学籍号,姓名,学校标识码,认定等级,认定依据\n");
            int shift = recipients / 12;
            for (int n = shift; n < recipients + shift; n++) {
                boolean judged = n % 12 == 0;
                out.write("G" + child(n) + "," + name(n) + "," + SCHOOL + "," + (judged ? "一般困难,学校认定" : "特别困难,农村低保")
                        + "\n");
            }
        }
    }

    private static String child(int n) {
        return number(LocalDate.of(2008, 1, 1).plusDays(n / PER_DAY), n % PER_DAY);
    }

    private static String guardian(int n) {
        return number(LocalDate.of(1978, 1, 1).plusDays(n / PER_DAY), n % PER_DAY);
    }

    private static String number(LocalDate born, int sequence) {
        String body = "999999%tY%<tm%<td%03d".formatted(born, sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (body.charAt(i) - '0');
        }
        return body + CHECKS.charAt(sum % CHECKS.length());
    }

    private static String name(int n) {
        String family = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
        String given = "怡轩然涵佳宇欣浩博雨晨思静超强艳";
        return "" + family.charAt(n % 16) + given.charAt(n / 16 % 16) + given.charAt(n / 256 % 16);
    }
}
