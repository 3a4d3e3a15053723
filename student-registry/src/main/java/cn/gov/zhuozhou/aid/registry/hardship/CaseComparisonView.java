package cn.gov.zhuozhou.aid.registry.hardship;

import java.util.List;
import java.util.UUID;

/**
 * All a person needs to decide a case.
 *
 * @param register the row the case leans on, numbers masked
 * @param refused refused rows of the household, where the case is about one
 * @param candidates the case's pupil first, then other pupils the row may mean
 * @param pattern null where the case has no pupil
 */
record CaseComparisonView(
        MatchCaseView decision,
        RegisterRow register,
        List<RefusedRow> refused,
        List<CandidateView> candidates,
        String pattern,
        List<CaseFiles.Step> history) {
    UUID caseId() {
        return decision.caseId();
    }
}
