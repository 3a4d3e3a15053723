package cn.gov.zhuozhou.aid.disbursement.university.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Why an application cannot be taken. */
public enum Refusal {
    NO_GRADUATE("不是本年度应届毕业生", "He does not graduate this year"),
    NOT_IDENTIFIED("本学年未认定为家庭经济困难学生", "He is not identified as in hardship this school year"),
    NO_RATE("现行政策没有该项标准", "The policy in force has no such rate"),
    GRANTED_BEFORE("入学资助每人只能享受一次", "Freshman aid is given once to a person, ever"),
    LOAN_OF_THE_YEAR("该学年已有助学贷款，生源地与校园地贷款不得兼得", "He has a loan of that year, at home or at the university"),
    ABOVE_CAP("超过该学年贷款额度上限", "The amount is above the cap of that level and year"),
    NO_CO_BORROWER("缺少共同借款人", "A co-borrower is needed");

    private final Text text;

    Refusal(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }
}
