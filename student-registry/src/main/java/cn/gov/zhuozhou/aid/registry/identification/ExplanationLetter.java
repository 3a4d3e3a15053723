package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.Text.Language;
import java.util.ArrayList;
import java.util.List;

/** An {@link Explanation} as a letter, Chinese first, English second; as plain text or as a page to print. */
record ExplanationLetter(Explanation explanation) {
    /** A part of the letter under its heading. */
    private record Part(Text heading, List<Text> lines) {}

    private static final Text TITLE = Text.of("家庭经济困难学生认定情况说明", "How the identification of the child came about");

    String plain() {
        StringBuilder letter = new StringBuilder();
        for (Language language : Language.values()) {
            letter.append(TITLE.in(language)).append("\n\n");
            letter.append(greeting().in(language)).append("\n");
            for (Part part : parts()) {
                letter.append("\n").append(part.heading().in(language)).append("\n");
                part.lines()
                        .forEach(line ->
                                letter.append("  ").append(line.in(language)).append("\n"));
            }
            letter.append("\n").append(closing().in(language)).append("\n\n");
        }
        return letter.toString();
    }

    String html() {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(TITLE.zh()))
                .append("</title><style>body{font:16px/1.7 serif;max-width:42em;margin:2em auto;padding:0 1em}"
                        + "h1{font-size:1.4em}h2{font-size:1.1em}section+section{border-top:1px solid;margin-top:2em}"
                        + "@media print{section+section{break-before:page;border:0}}</style></head><body>");
        for (Language language : Language.values()) {
            page.append(language == Language.EN ? "<section lang=\"en\">" : "<section>");
            page.append("<h1>").append(escaped(TITLE.in(language))).append("</h1>");
            page.append("<p>").append(escaped(greeting().in(language))).append("</p>");
            for (Part part : parts()) {
                page.append("<h2>").append(escaped(part.heading().in(language))).append("</h2><ul>");
                part.lines()
                        .forEach(line -> page.append("<li>")
                                .append(escaped(line.in(language)))
                                .append("</li>"));
                page.append("</ul>");
            }
            page.append("<p>").append(escaped(closing().in(language))).append("</p></section>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private Text greeting() {
        String school = explanation.schoolName() == null ? "" : explanation.schoolName();
        return Text.of(
                        "%s同学的家长:您好!这封信说明%s学期孩子的认定是怎么得出的。(%s)",
                        "To the family of %s: this letter tells how the finding for the semester %s came about. (%s)")
                .formatted(explanation.name(), explanation.semester(), school);
    }

    private List<Part> parts() {
        List<Text> looked = new ArrayList<>();
        explanation
                .lookedAt()
                .forEach(look -> looked.add(Text.of(
                        look.question().zh() + look.answer().zh() + "。(依据:" + look.legalBasis() + ")",
                        look.question().en() + " " + look.answer().en() + ". (Source: " + look.legalBasis() + ")")));
        return List.of(
                new Part(Text.of("我们看了什么", "What was looked at"), looked),
                new Part(Text.of("结果是什么", "What was found"), List.of(explanation.found())),
                new Part(Text.of("接下来怎么办", "What follows"), explanation.follows()),
                new Part(Text.of("您可以做什么", "What you can do"), explanation.canDo()));
    }

    private Text closing() {
        String documents = String.join(
                "、",
                explanation.ruleSet().documents().stream()
                        .map(document -> document.number() == null ? "《" + document.title() + "》" : document.number())
                        .toList());
        return Text.of("评定日期:%s。所依据的文件:%s。", "Decided on %s, on the documents %s.")
                .formatted(explanation.decidedOn(), documents);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
