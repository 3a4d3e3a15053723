package cn.gov.zhuozhou.aid.registry.retention;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Kinds of record with a time of their own, and what that time is counted from. In the order they are erased. */
enum RecordKind {
    FEED_FILE(Event.DATA_DATE, "原始数据文件", "Original files of feeds"),
    REFUSED_ROW(Event.DATA_DATE, "被退回的数据行", "Cells of refused rows"),
    REGISTER_ENTRY(Event.ENTRY_END, "已终止的登记信息", "Register entries that have ended"),
    LISTED_BEFORE(Event.SEMESTER_END, "外来的以往认定名单", "Lists of earlier identifications as handed in"),
    APPLICATION(Event.STAGE_END, "认定申请", "Applications"),
    PUBLIC_NOTICE(Event.NOTICE_END, "公示名单、异议和照片", "Names, objections and photos of notices"),
    REVIEW_GROUP(Event.SEMESTER_END, "认定工作组成员姓名", "Names of review-group members"),
    EXPORT(Event.EXPORT_MADE, "导出记录的用途说明", "Words of export records"),
    COMPARISON(Event.COMPARISON_MADE, "比对结果中的人员", "Persons of comparisons"),
    DEAD_LETTER(Event.RECEIPT, "无法读取的消息", "Messages nobody could read"),
    OUT_OF_AREA(Event.AWAY_END, "县外就读学生及其函件、答复、附件", "People out of area, their letters, answers and papers"),
    PUPIL(Event.ROLL_END, "学生本人及有关他的文字", "The pupil and every word about him"),
    TRAIL(Event.ACT, "操作留痕", "The trail of acts");

    /** What the years are counted from. */
    enum Event {
        DATA_DATE("数据日期", "the day the data tells of"),
        ENTRY_END("登记终止", "the end of the entry"),
        SEMESTER_END("学期结束", "the end of the semester"),
        STAGE_END("学段结束", "the end of the stage the pupil was in"),
        NOTICE_END("公示结束", "the last day of the notice"),
        EXPORT_MADE("导出之日", "the day it was asked for"),
        COMPARISON_MADE("比对之日", "the day it was made"),
        RECEIPT("收到之日", "the day it came"),
        AWAY_END("在外就读终止", "the day he was no longer out of area"),
        ACT("操作之日", "the day of the act"),
        ROLL_END("末一学段结束", "the end of the last stage");

        private final Text text;

        Event(String zh, String en) {
            text = Text.of(zh, en);
        }

        Text text() {
            return text;
        }
    }

    private final Event event;
    private final Text text;

    RecordKind(Event event, String zh, String en) {
        this.event = event;
        this.text = Text.of(zh, en);
    }

    Event event() {
        return event;
    }

    Text text() {
        return text;
    }
}
