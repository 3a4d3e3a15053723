package cn.gov.zhuozhou.aid.inspection.datacheck.rule;

import cn.gov.zhuozhou.aid.inspection.finding.Reason;
import java.util.List;
import java.util.Map;

/** A11: a notice has ended without proof that it hung with header and summary, long enough, photographed first and last day. */
public record NoticeEvidenceCheck(String legalBasis) {
    public static final String CODE = "A11";

    private record Said(String zh, String en) {}

    private static final Map<String, Said> GAPS = Map.of(
            "HEADER_MISSING", new Said("公示缺少标题", "The header of the notice is missing"),
            "SUMMARY_MISSING", new Said("公示缺少说明", "The summary of the notice is missing"),
            "DAYS_TOO_FEW", new Said("公示天数不足", "It was posted for too few working days"),
            "FIRST_DAY_PHOTO_MISSING", new Said("缺少公示首日照片", "The photo of the first day is missing"),
            "LAST_DAY_PHOTO_MISSING", new Said("缺少公示末日照片", "The photo of the last day is missing"));

    /** @param complete null where the registry did not say */
    public Verdict examine(Boolean complete, List<String> gaps) {
        if (complete == null) {
            return Verdict.unknown();
        }
        return complete
                ? Verdict.clear()
                : Verdict.hit(gaps.stream().map(this::reason).toList());
    }

    /** A gap the registry learned to tell of later is named by its code. */
    private Reason reason(String gap) {
        Said said = GAPS.getOrDefault(gap, new Said("公示佐证不完整：" + gap, "The proof is incomplete: " + gap));
        return new Reason(CODE + "." + gap, said.zh(), said.en(), legalBasis);
    }
}
