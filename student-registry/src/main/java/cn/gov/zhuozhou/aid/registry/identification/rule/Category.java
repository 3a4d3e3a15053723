package cn.gov.zhuozhou.aid.registry.identification.rule;

import cn.gov.zhuozhou.aid.chassis.Text;

/** Why a pupil may count as in hardship; the order is the one lists are shown in. */
public enum Category {
    REG_POOR("建档立卡", "registered poor household"),
    DIBAO_R("农村低保", "rural subsistence allowance"),
    DIBAO_U("城市低保", "urban subsistence allowance"),
    TEKUN_R("农村特困", "rural extreme-poverty support"),
    TEKUN_U("城市特困", "urban extreme-poverty support"),
    DISABLED_STU("残疾学生", "disabled pupil"),
    DISABLED_CHILD("残疾人子女", "child of a disabled person"),
    ORPHAN("孤儿", "orphan"),
    DEFACTO("事实无人抚养儿童", "de facto unattended child"),
    MARTYR("烈士子女", "martyr's child"),
    PREFER("优抚对象子女", "child of a preferential-treatment family"),
    LOWINC("低收入家庭", "low-income household"),
    NP_LOWINC("非贫困低收入户", "non-poor low-income household"),
    UNSTABLE_EXIT("非持续稳定脱贫户", "household with unstable exit from poverty"),
    SCHOOL_JUDGED("学校认定", "judged by the school");

    private final Text label;

    Category(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
