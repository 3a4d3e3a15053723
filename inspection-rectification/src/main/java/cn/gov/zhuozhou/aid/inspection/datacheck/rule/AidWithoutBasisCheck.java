package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Award;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord.Eligibility;
import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import cn.gov.zhuozhou.aid.inspection.mirror.AwardState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A06 错助: an award of this semester stands although no evidence is valid today, or although the pupil is neither identified
 * nor about to be. When an identification ends, the award has a while to be stopped.
 */
public record AidWithoutBasisCheck(String legalBasis) implements PupilCheck {
    public static final String CODE = "A06";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Verdict examine(PupilRecord pupil, Moment moment) {
        List<Award> standing = pupil.awards().stream()
                .filter(award -> award.aidsIn(moment.semester()))
                .sorted(Comparator.comparing(Award::programme))
                .toList();
        if (standing.isEmpty()) {
            return Verdict.clear();
        }
        Eligibility known = pupil.eligibility();
        if (known == null) {
            return Verdict.unknown();
        }
        boolean ended = !known.identified() && !known.state().pending();
        if (known.validBasis() && !ended) {
            return Verdict.clear();
        }
        if (ended && known.fresh()) {
            return Verdict.waiting();
        }
        return Verdict.hit(List.of(known.validBasis() ? notIdentified(standing) : noEvidence(standing)));
    }

    private Reason noEvidence(List<Award> standing) {
        return new Reason(
                CODE + ".NO_VALID_BASIS",
                "困难依据今日已无效，资助未停：" + named(standing, "（已暂停）"),
                "No evidence is valid today, but aid was not stopped: " + named(standing, " (on hold)"),
                legalBasis);
    }

    private Reason notIdentified(List<Award> standing) {
        return new Reason(
                CODE + ".NOT_IDENTIFIED",
                "未被认定为家庭经济困难学生，资助未停：" + named(standing, "（已暂停）"),
                "The pupil is not identified, but aid was not stopped: " + named(standing, " (on hold)"),
                legalBasis);
    }

    private static String named(List<Award> awards, String onHold) {
        return awards.stream()
                .map(award -> award.programme() + (award.state() == AwardState.SUSPENDED ? onHold : ""))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
