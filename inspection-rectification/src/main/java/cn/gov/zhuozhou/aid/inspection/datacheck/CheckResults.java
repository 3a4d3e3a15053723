package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.Verdict;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.Verdict.Clear;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.Verdict.Hit;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.Verdict.Undecided;
import cn.gov.zhuozhou.aid.inspection.finding.CheckedSubject;
import cn.gov.zhuozhou.aid.inspection.finding.OwnerUnit;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what a batch of checks found out, and who has to be looked at again. */
final class CheckResults {
    private final RuleBook rules;
    private final List<CheckedSubject> decided = new ArrayList<>();
    private final Set<Subject> lookAgain = new HashSet<>();

    CheckResults(RuleBook rules) {
        this.rules = rules;
    }

    void add(String code, PupilRecord pupil, Verdict verdict) {
        OwnerUnit school = OwnerUnit.school(pupil.schoolCode(), pupil.schoolTown());
        add(code, Subject.pupil(pupil.studentId()), school, verdict);
    }

    void add(String code, Subject subject, OwnerUnit owner, Verdict verdict) {
        switch (verdict) {
            case Hit hit -> decide(code, subject, owner, hit.reasons());
            case Clear clear -> decide(code, subject, owner, List.of());
            case Undecided undecided -> {
                if (undecided.lookAgain()) {
                    lookAgain.add(subject);
                }
            }
        }
    }

    List<CheckedSubject> decided() {
        return decided;
    }

    Set<Subject> lookAgain() {
        return lookAgain;
    }

    private void decide(String code, Subject subject, OwnerUnit owner, List<Reason> reasons) {
        var student = subject.kind() == Subject.Kind.PUPIL ? subject.id() : null;
        decided.add(new CheckedSubject(code, subject.id(), student, owner, reasons, rules.deadlineDays(code)));
    }
}
