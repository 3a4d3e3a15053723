package cn.gov.zhuozhou.aid.disbursement.university.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A pupil on his way to university.
 *
 * @param graduated he left school with its certificate
 * @param identified in hardship in the spring of the year
 */
public record Applicant(String stage, int grade, boolean inSchool, boolean graduated, boolean identified) {
    /**
     * Who graduates: pupils of these stages in their last grade, and those who have just graduated.
     *
     * @param stages of schools with graduates
     */
    public record GraduateRule(Set<String> stages, int finalGrade) {
        boolean covers(Applicant pupil) {
            boolean lastGrade = pupil.inSchool && pupil.grade == finalGrade;
            return stages.contains(pupil.stage) && (pupil.graduated || lastGrade);
        }
    }

    /** Freshman aid: a graduate of this year, in hardship, once ever (HE-04). */
    public List<Refusal> freshmanRefusals(GraduateRule rule, boolean grantedBefore, Long rateFen) {
        List<Refusal> found = new ArrayList<>();
        addIf(!rule.covers(this), Refusal.NO_GRADUATE, found);
        addIf(!identified, Refusal.NOT_IDENTIFIED, found);
        addIf(grantedBefore, Refusal.GRANTED_BEFORE, found);
        addIf(rateFen == null, Refusal.NO_RATE, found);
        return found;
    }

    /** A loan: up to the year's cap of the level, one a year wherever it is taken (LN-01, LN-02). */
    public static List<Refusal> loanRefusals(long amountFen, Long capFen, boolean loanOfYear, boolean coBorrower) {
        List<Refusal> found = new ArrayList<>();
        addIf(capFen == null, Refusal.NO_RATE, found);
        addIf(capFen != null && amountFen > capFen, Refusal.ABOVE_CAP, found);
        addIf(loanOfYear, Refusal.LOAN_OF_THE_YEAR, found);
        addIf(!coBorrower, Refusal.NO_CO_BORROWER, found);
        return found;
    }

    private static void addIf(boolean holds, Refusal refusal, List<Refusal> found) {
        if (holds) {
            found.add(refusal);
        }
    }
}
