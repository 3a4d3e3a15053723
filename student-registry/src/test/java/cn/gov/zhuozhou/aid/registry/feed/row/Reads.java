package cn.gov.zhuozhou.aid.registry.feed.row;

import java.util.Map;
import java.util.TreeMap;

/** Rows by column, as the tests write them: a good one with some cells changed. */
final class Reads {
    static final Map<String, String> DIBAO = Map.ofEntries(
            Map.entry("低保证号", "N999999000001"),
            Map.entry("城乡类别", "农村"),
            Map.entry("乡镇街道", "东城坊镇"),
            Map.entry("村居", "第1村"),
            Map.entry("户主姓名", "张大"),
            Map.entry("户主身份证号", Persons.withCheck("99999919800101001")),
            Map.entry("成员姓名", "张小"),
            Map.entry("成员身份证号", "999999201001010016"),
            Map.entry("与户主关系", "子女"),
            Map.entry("起始保障年月", "201709"),
            Map.entry("月保障金额", "358"));

    static final Map<String, String> ENROLMENT = Map.ofEntries(
            Map.entry("全国学籍号", "G999999201001010016"),
            Map.entry("姓名", "张小"),
            Map.entry("性别", "男"),
            Map.entry("出生日期", "20100101"),
            Map.entry("身份证件号", "999999201001010016"),
            Map.entry("学校标识码", "9900000001"),
            Map.entry("学校名称", "中心小学"),
            Map.entry("学段", "小学"),
            Map.entry("年级", "3"),
            Map.entry("班级", "2"),
            Map.entry("就读方式", "住校"),
            Map.entry("学籍状态", "在校"),
            Map.entry("是否留守儿童", "是"),
            Map.entry("户口性质", "农业"),
            Map.entry("户籍乡镇街道", "东城坊镇"),
            Map.entry("户籍村", "第1村"),
            Map.entry("监护人姓名", "张 大"),
            Map.entry("监护人身份证件号", Persons.withCheck("99999919800101001")),
            Map.entry("监护人关系", "父亲"));

    private Reads() {}

    static RowReading read(FeedSource source, Map<String, String> row, String... changes) {
        Map<String, String> cells = new TreeMap<>(row);
        for (int i = 0; i < changes.length; i += 2) {
            cells.put(changes[i], changes[i + 1]);
        }
        Wording wording = Wording.delivered(source);
        return wording.read(wording.row(0, cells)).row();
    }

    static RowReading.Accepted accepted(FeedSource source, Map<String, String> row, String... changes) {
        return (RowReading.Accepted) read(source, row, changes);
    }

    static RowReading.Refused refused(FeedSource source, Map<String, String> row, String... changes) {
        return (RowReading.Refused) read(source, row, changes);
    }
}
