package cn.gov.zhuozhou.aid.registry.identification.rule;

/** The sources the checks stand on; S-numbers are the statements of the county's plan for spring 2019. */
final class Law {
    static final String CARRY_OVER = "涿州市2019年春季教育扶贫工作方案 S67、S68";
    static final String REVIEW_AND_NOTICE = "涿州市2019年春季教育扶贫工作方案 S70";
    static final String NEWEST_REGISTER = "涿州市2019年春季教育扶贫工作方案 S69";
    static final String NOBODY_MISSED = "涿州市2019年春季教育扶贫工作方案 S72";
    static final String SPECIAL_GROUPS = "教财〔2018〕16号;冀财教〔2018〕50号";
    static final String KEPT_TO_END_OF_STAGE = "脱贫不脱政策:建档立卡学生享受资助至本学段结束;冀财教〔2018〕50号";
    static final String IN_SCHOOL = "教财〔2018〕16号;受助学生应在籍在校";
    static final String FOUR_CATEGORIES = "教财〔2018〕16号:家庭经济困难残疾学生";

    static final String FALSE_STATEMENT = "教财〔2018〕16号:弄虚作假的,取消资助资格,追回资助资金";
    static final String VOLUNTARY = "教财〔2018〕16号:自愿申请;放弃受助须有书面放弃说明";
    static final String SCHOOL_PROCEDURE = "教财〔2018〕16号:学校认定,认定工作组评议、学校审定";

    private Law() {}
}
