package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.event.UnreadableMessage;
import cn.gov.zhuozhou.aid.registry.feed.row.RowChange;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The types of message others send, one row each, and the columns their fields stand for. A message says the same as a line of
 * the file, so it becomes that line and takes the same way.
 */
enum MessageForm {
    CIVIL_AFFAIRS(
            "civilaffairs.RegisterEntryChanged.v1",
            null,
            Map.ofEntries(
                    Map.entry("certificateNo", List.of("低保证号", "特困证号", "儿童福利证号")),
                    Map.entry("childKind", List.of("儿童类别")),
                    Map.entry("area", List.of("城乡类别")),
                    Map.entry("town", List.of("乡镇街道")),
                    Map.entry("village", List.of("村居")),
                    Map.entry("headName", List.of("户主姓名")),
                    Map.entry("headIdNumber", List.of("户主身份证号")),
                    Map.entry("memberName", List.of("成员姓名", "姓名")),
                    Map.entry("memberIdNumber", List.of("成员身份证号", "身份证号")),
                    Map.entry("relation", List.of("与户主关系")),
                    Map.entry("startMonth", List.of("起始保障年月", "起始供养年月")),
                    Map.entry("monthlyAmountYuan", List.of("月保障金额", "月供养金额", "月基本生活费")))),
    POVERTY_OFFICE(
            "povertyoffice.PovertyEntryChanged.v1",
            Feed.POVERTY_OFFICE,
            Map.ofEntries(
                    Map.entry("householdNo", List.of("户编号")),
                    Map.entry("personNo", List.of("人编号")),
                    Map.entry("name", List.of("姓名")),
                    Map.entry("idNumber", List.of("证件号码")),
                    Map.entry("relation", List.of("与户主关系")),
                    Map.entry("headName", List.of("户主姓名")),
                    Map.entry("headIdNumber", List.of("户主证件号码")),
                    Map.entry("town", List.of("乡镇街道")),
                    Map.entry("village", List.of("行政村")),
                    Map.entry("standing", List.of("脱贫属性")),
                    Map.entry("exitYear", List.of("脱贫年度")),
                    Map.entry("schooling", List.of("在校生状况")))),
    DISABLED_FEDERATION(
            "disabledfederation.DisabilityCertificateChanged.v1",
            Feed.DISABLED_FEDERATION,
            Map.ofEntries(
                    Map.entry("certificateNo", List.of("残疾人证号")),
                    Map.entry("name", List.of("姓名")),
                    Map.entry("disabilityType", List.of("残疾类别")),
                    Map.entry("disabilityGrade", List.of("残疾等级")),
                    Map.entry("town", List.of("乡镇街道")),
                    Map.entry("village", List.of("村居")),
                    Map.entry("state", List.of("证件状态")))),
    ENROLMENT(
            "education.EnrolmentEntryChanged.v1",
            Feed.ENROLMENT,
            Map.ofEntries(
                    Map.entry("studentNo", List.of("全国学籍号")),
                    Map.entry("name", List.of("姓名")),
                    Map.entry("sex", List.of("性别")),
                    Map.entry("birthDate", List.of("出生日期")),
                    Map.entry("idNumber", List.of("身份证件号")),
                    Map.entry("schoolCode", List.of("学校标识码")),
                    Map.entry("schoolName", List.of("学校名称")),
                    Map.entry("stage", List.of("学段")),
                    Map.entry("grade", List.of("年级")),
                    Map.entry("className", List.of("班级")),
                    Map.entry("boarding", List.of("就读方式")),
                    Map.entry("state", List.of("学籍状态")),
                    Map.entry("leftBehind", List.of("是否留守儿童")),
                    Map.entry("householdKind", List.of("户口性质")),
                    Map.entry("householdTown", List.of("户籍乡镇街道")),
                    Map.entry("householdVillage", List.of("户籍村")),
                    Map.entry("entryMode", List.of("入学方式")),
                    Map.entry("disabilityType", List.of("残疾类型")),
                    Map.entry("guardianName", List.of("监护人姓名")),
                    Map.entry("guardianIdNumber", List.of("监护人身份证件号")),
                    Map.entry("guardianRelation", List.of("监护人关系")),
                    Map.entry("guardianLegal", List.of("是否监护人")),
                    Map.entry("secondGuardianName", List.of("监护人2姓名")),
                    Map.entry("secondGuardianIdNumber", List.of("监护人2身份证件号")),
                    Map.entry("secondGuardianRelation", List.of("监护人2关系")),
                    Map.entry("secondGuardianLegal", List.of("监护人2是否监护人")))),
    SCHOOLS(
            "education.SchoolEntryChanged.v1",
            Feed.SCHOOLS,
            Map.ofEntries(
                    Map.entry("schoolCode", List.of("学校标识码")),
                    Map.entry("name", List.of("学校名称")),
                    Map.entry("stage", List.of("学段")),
                    Map.entry("town", List.of("所属乡镇街道")),
                    Map.entry("kind", List.of("办学性质")),
                    Map.entry("nature", List.of("学校办学类型")),
                    Map.entry("central", List.of("是否中心校")),
                    Map.entry("centralSchool", List.of("所属中心校标识码"))));

    private static final String PREFIX = "cn.gov.zhuozhou.aid.";
    private static final Map<String, Feed> REGISTERS =
            Map.of("dibao", Feed.DIBAO, "tekun", Feed.TEKUN, "orphan", Feed.ORPHAN);

    private final String type;
    private final Feed source;
    private final Map<String, List<String>> columns;
    private final MessageContract contract;

    MessageForm(String type, Feed source, Map<String, List<String>> columns) {
        this.type = type;
        this.source = source;
        this.columns = columns;
        this.contract = MessageContract.of(contractName());
    }

    String type() {
        return PREFIX + type;
    }

    /** Such as {@code RegisterEntryChanged.v1}. */
    final String contractName() {
        return type.substring(type.indexOf('.') + 1);
    }

    Map<String, List<String>> columns() {
        return columns;
    }

    RowMessage read(JsonNode message) {
        contract.require(message);
        Feed feed = source == null ? REGISTERS.get(message.get("register").asText()) : source;
        boolean ends = RowChange.valueOf(message.get("change").asText()) == RowChange.ENDED;
        return new RowMessage(feed, day(message.get("asOf").asText()), ends, cells(feed, message));
    }

    private Map<String, String> cells(Feed feed, JsonNode message) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach((field, names) -> {
            JsonNode value = message.path(field);
            if (!value.isMissingNode() && !value.isNull()) {
                String text = value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
                names.forEach(name -> cells.put(name, text));
            }
        });
        if (feed == Feed.ORPHAN) {
            cells.putIfAbsent("儿童类别", "孤儿");
        }
        return cells;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableMessage("asOf must be a date like 2019-03-01");
        }
    }
}
