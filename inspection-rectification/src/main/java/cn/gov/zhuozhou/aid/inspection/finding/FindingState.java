package cn.gov.zhuozhou.aid.inspection.finding;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Where a line of the ledger stands. */
public enum FindingState {
    REGISTERED("已登记", "Registered"),
    ASSIGNED("已交办", "Assigned"),
    IN_PROGRESS("整改中", "In progress"),
    SUBMITTED_FOR_CLOSE("申请销号", "Submitted for closing"),
    CLOSED("已销号", "Closed"),
    REOPENED("重新打开", "Reopened");

    private final Text title;

    FindingState(String zh, String en) {
        title = Text.of(zh, en);
    }

    public boolean isOpen() {
        return this != CLOSED;
    }

    public Text title() {
        return title;
    }
}
