package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;

/**
 * A pupil beside the register row, numbers masked.
 *
 * @param fields both sides field by field
 * @param ifConfirmed what money follows
 * @param ifRejected what money follows
 */
public record CandidateView(PupilSide pupil, List<FieldView> fields, Outlook ifConfirmed, Outlook ifRejected) {
    /** A value as both sides have it, whether they agree, and what may explain a difference. */
    public record FieldView(String field, String kind, String register, String enrolment, List<Named> likenesses) {}

    /** A code with its words. */
    public record Named(String code, Text text) {}

    /** What a decision would lead to. */
    public record Outlook(String code, Text text, boolean secondPerson) {
        static Outlook of(MoneyFollows money) {
            return new Outlook(money.name(), money.text(), money.secondPerson());
        }
    }

    static CandidateView of(PupilSide pupil, Comparison comparison, MoneyFollows ifConfirmed, MoneyFollows ifRejected) {
        return new CandidateView(
                pupil.masked(),
                comparison.differences().stream()
                        .map(difference -> new FieldView(
                                difference.field().name(),
                                difference.kind().name(),
                                comparison.register().shown(difference.field()),
                                comparison.enrolment().shown(difference.field()),
                                difference.likenesses().stream()
                                        .map(likeness -> new Named(likeness.name(), likeness.label()))
                                        .toList()))
                        .toList(),
                Outlook.of(ifConfirmed),
                Outlook.of(ifRejected));
    }
}
