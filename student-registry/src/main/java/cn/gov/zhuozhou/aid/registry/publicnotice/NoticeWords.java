package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import java.time.LocalDate;
import java.util.Locale;

/** What a notice says where nobody worded it otherwise, and how it writes days and semesters. */
final class NoticeWords {
    private NoticeWords() {}

    static String title(Notice notice) {
        return semester(notice.semester())
                + switch (notice.kind()) {
                    case GENERAL -> "家庭经济困难学生认定结果公示";
                    case REG_POOR -> "建档立卡家庭学生名单公示";
                };
    }

    static String summary(Notice notice) {
        return ("按照《关于做好家庭经济困难学生认定工作的指导意见》（教财〔2018〕16号），经学校认定、审核，现将%s%s共 %d 人予以公示。" + "公示期为 %d 个工作日，自%s至%s。")
                .formatted(
                        notice.schoolName(),
                        switch (notice.kind()) {
                            case GENERAL -> "本学期认定结果有变动的学生";
                            case REG_POOR -> "本学期建档立卡家庭学生";
                        },
                        notice.lines(),
                        notice.requiredDays(),
                        day(notice.firstDay()),
                        day(notice.lastDay()));
    }

    static String day(LocalDate day) {
        return String.format(Locale.ROOT, "%d年%d月%d日", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    static String semester(String code) {
        Semester semester = Semester.parse(code);
        return semester.year() + "年" + (semester.half() == Semester.Half.SPRING ? "春季" : "秋季") + "学期";
    }
}
