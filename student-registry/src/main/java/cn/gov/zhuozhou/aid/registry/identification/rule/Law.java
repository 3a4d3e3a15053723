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

    private Law() {}
}
