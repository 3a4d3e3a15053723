package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.registry.application.Form.Health;
import cn.gov.zhuozhou.aid.registry.application.Form.HouseholdKind;
import cn.gov.zhuozhou.aid.registry.application.Form.Influence;
import cn.gov.zhuozhou.aid.registry.application.Form.Member;
import cn.gov.zhuozhou.aid.registry.application.Form.SpecialGroup;
import cn.gov.zhuozhou.aid.registry.application.Template.Answer;
import cn.gov.zhuozhou.aid.registry.application.Template.Choice;
import cn.gov.zhuozhou.aid.registry.application.Template.MemberKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A form filled in well, and the template it is measured by; the tests say what is different. */
final class Forms {
    static final Template TEMPLATE = new Template(
            true,
            16,
            EnumSet.allOf(MemberKind.class),
            EnumSet.of(Answer.MEMBERS, Answer.PER_CAPITA_INCOME, Answer.MAIN_INCOME_SOURCE),
            List.of(new Choice("FARMING", "务农", "farming")),
            List.of(new Choice("MEDICAL", "医疗证明", "medical record")),
            List.of(new Template.Extra("hukou", "户口性质", "kind of register", true)),
            List.of(
                    new Template.Weight(HardshipIndex.Indicator.LOW_INCOME, 30, 500_000L),
                    new Template.Weight(HardshipIndex.Indicator.MEMBER_ILL, 20, null),
                    new Template.Weight(HardshipIndex.Indicator.DEBT, 10, null)));

    private Forms() {}

    static Form form() {
        return form(480_000L, "FARMING", Map.of("hukou", "农业"), 4);
    }

    static Form form(Long income, String source, Map<String, String> extras, int size) {
        return new Form(
                List.of(new Member("某家长", 41, "父亲", null, "务农", 1_200_000L, "患病")),
                income,
                Set.<SpecialGroup>of(),
                Map.of(Influence.SUDDEN_ACCIDENT, "车祸"),
                HouseholdKind.RURAL,
                size,
                2,
                1,
                0,
                new Health(false, false, true),
                source,
                null,
                null,
                null,
                null,
                null,
                extras);
    }

    static Answers answers(Form form) {
        return answers(form, true, true, "MEDICAL");
    }

    static Answers answers(Form form, boolean pledged, boolean authorised, String evidence) {
        return new Answers(
                form,
                new Signature(Signature.By.GUARDIAN, "某家长", "父亲", LocalDate.of(2019, 3, 4)),
                pledged,
                authorised,
                List.of(new Answers.Evidence(evidence, "第 1 份")),
                null);
    }
}
