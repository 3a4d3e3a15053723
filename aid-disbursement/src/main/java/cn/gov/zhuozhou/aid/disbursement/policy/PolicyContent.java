package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Area;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.CombinationRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Narrowing;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Period;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.PolicySet;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Programme;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Rate;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Reason;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Shares;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All rows of a policy set, as they are stored, edited and exchanged; {@link #at} makes of them what decides. */
record PolicyContent(
        List<@Valid DocumentRow> documents,
        List<@Valid ProgrammeRow> programmes,
        List<@Valid RateRow> rates,
        List<@Valid RuleRow> rules,
        List<@Valid CombinationRow> combinations,
        List<@Valid ShareRow> shares) {
    static final int LONGEST_TEXT = 500;
    static final String CODE = "[A-Z0-9][A-Z0-9_-]{0,39}";
    static final String PROGRAMME_CODE = "[A-Z0-9]{2,8}-[A-Z0-9]{1,8}";

    PolicyContent {
        documents = listOf(documents);
        programmes = listOf(programmes);
        rates = listOf(rates);
        rules = listOf(rules);
        combinations = listOf(combinations);
        shares = listOf(shares);
    }

    /** Where a document is known from: the county's plan, public material, or to be confirmed and kept by the bureau. */
    enum Provenance {
        PLAN,
        PUBLIC,
        LOCAL
    }

    /** Who set a rate. */
    enum RateScope {
        NATION,
        PROVINCE,
        CITY,
        COUNTY
    }

    /** What a combination rule says. */
    enum Verdict {
        EXCLUDE,
        ALLOW
    }

    record DocumentRow(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = LONGEST_TEXT) String titleZh,
            @NotBlank @Size(max = LONGEST_TEXT) String titleEn,
            LocalDate issuedOn,
            @NotNull Provenance provenance) {}

    record ProgrammeRow(
            @NotNull @Pattern(regexp = PROGRAMME_CODE) String code,
            @NotBlank @Size(max = LONGEST_TEXT) String nameZh,
            @NotBlank @Size(max = LONGEST_TEXT) String nameEn,
            @NotNull Form form,
            @NotNull Payer payer,
            Set<@NotNull Fee> waives,
            @NotNull Semester effectiveFrom,
            Semester effectiveTo,
            @NotNull @Pattern(regexp = CODE) String document,
            @Size(max = LONGEST_TEXT) String note) {
        ProgrammeRow {
            waives = setOf(waives);
        }

        boolean isInEffect(Semester semester) {
            return within(effectiveFrom, effectiveTo, semester);
        }
    }

    /** {@code amountFen} null = a waiver at the school's own charge; {@code effectiveTo} null = until a later rate begins. */
    record RateRow(
            @NotNull @Pattern(regexp = PROGRAMME_CODE) String programme,
            @NotNull @Pattern(regexp = CODE) String rateKey,
            @Positive Long amountFen,
            @NotNull Period period,
            @NotNull Semester effectiveFrom,
            Semester effectiveTo,
            @NotNull RateScope scope,
            @NotNull @Pattern(regexp = CODE) String document) {}

    /** Who is entitled; of the rules of a programme the first by rank that holds names rate and reason. */
    record RuleRow(
            @NotNull @Pattern(regexp = PROGRAMME_CODE) String programme,
            @NotNull @Positive Integer rank,
            @NotNull Semester effectiveFrom,
            Semester effectiveTo,
            @NotEmpty Set<@NotNull Stage> stages,
            Boolean boarding,
            @PositiveOrZero Integer minGrade,
            @PositiveOrZero Integer maxGrade,
            Set<@NotNull Level> levels,
            @NotNull EligibilityRule.Scope scope,
            Set<@NotNull @Pattern(regexp = CODE) String> categories,
            Set<@NotBlank String> schoolTowns,
            Set<@NotNull Area> schoolAreas,
            Set<@NotNull SchoolKind> schoolKinds,
            Set<@NotNull SchoolNature> schoolNatures,
            Set<@NotNull Area> householdAreas,
            Set<@NotBlank String> majors,
            @NotNull @Pattern(regexp = CODE) String rateKey,
            @NotNull @Pattern(regexp = CODE) String reasonCode,
            @NotBlank @Size(max = LONGEST_TEXT) String reasonZh,
            @NotBlank @Size(max = LONGEST_TEXT) String reasonEn,
            @NotNull @Pattern(regexp = CODE) String document) {
        RuleRow {
            stages = setOf(stages);
            levels = setOf(levels);
            categories = setOf(categories);
            schoolTowns = setOf(schoolTowns);
            schoolAreas = setOf(schoolAreas);
            schoolKinds = setOf(schoolKinds);
            schoolNatures = setOf(schoolNatures);
            householdAreas = setOf(householdAreas);
            majors = setOf(majors);
        }

        boolean isInEffect(Semester semester) {
            return within(effectiveFrom, effectiveTo, semester);
        }
    }

    record CombinationRow(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull CombinationRule.Kind kind,
            @Pattern(regexp = PROGRAMME_CODE) String kept,
            @Pattern(regexp = PROGRAMME_CODE) String dropped,
            Set<@NotNull @Pattern(regexp = CODE) String> categories,
            @NotNull Verdict verdict,
            @NotNull Boolean enabled,
            @NotBlank @Size(max = LONGEST_TEXT) String textZh,
            @NotBlank @Size(max = LONGEST_TEXT) String textEn,
            @NotNull @Pattern(regexp = CODE) String document) {
        CombinationRow {
            categories = setOf(categories);
        }
    }

    /** What one source bears of a programme, in hundredths of a per cent, until later rows of the programme begin. */
    record ShareRow(
            @NotNull @Pattern(regexp = PROGRAMME_CODE) String programme,
            @NotNull Semester effectiveFrom,
            @NotNull FundSource fundSource,
            @NotNull @Min(1) @Max(Shares.WHOLE) Integer basisPoints,
            @NotNull @Pattern(regexp = CODE) String document) {}

    /** What of the set is in effect in a semester. */
    PolicySet at(Semester semester, String version, Set<String> fourCategories) {
        Map<String, String> titles =
                documents.stream().collect(Collectors.toMap(DocumentRow::code, DocumentRow::titleZh));
        Map<String, Programme> inEffect = programmes.stream()
                .filter(p -> p.isInEffect(semester))
                .collect(Collectors.toMap(ProgrammeRow::code, PolicyContent::programme));
        return new PolicySet(
                version,
                semester,
                inEffect,
                rules.stream()
                        .filter(r -> r.isInEffect(semester) && inEffect.containsKey(r.programme()))
                        .sorted(Comparator.comparing(RuleRow::programme).thenComparing(RuleRow::rank))
                        .map(r -> rule(r, titles))
                        .toList(),
                rates.stream().map(r -> rate(r, titles)).toList(),
                combinations.stream().map(c -> combination(c, titles)).toList(),
                sharesAt(semester),
                fourCategories);
    }

    /** The rows of each programme that began last. */
    private Map<String, Shares> sharesAt(Semester semester) {
        Map<String, List<ShareRow>> begun = shares.stream()
                .filter(s -> s.effectiveFrom().compareTo(semester) <= 0)
                .collect(Collectors.groupingBy(ShareRow::programme));
        return begun.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> newest(e.getValue())));
    }

    private static Shares newest(List<ShareRow> begun) {
        Semester last = begun.stream()
                .map(ShareRow::effectiveFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<FundSource, Integer> points = new EnumMap<>(FundSource.class);
        begun.stream()
                .filter(s -> s.effectiveFrom().equals(last))
                .forEach(s -> points.put(s.fundSource(), s.basisPoints()));
        return new Shares(points);
    }

    private static Programme programme(ProgrammeRow p) {
        return new Programme(
                p.code(),
                Text.of(p.nameZh(), p.nameEn()),
                p.form(),
                p.payer(),
                p.waives().stream().map(Fee::name).collect(Collectors.toSet()));
    }

    private static EligibilityRule rule(RuleRow r, Map<String, String> titles) {
        return new EligibilityRule(
                r.programme(),
                r.rank(),
                r.stages(),
                r.boarding(),
                r.minGrade(),
                r.maxGrade(),
                r.levels(),
                r.scope(),
                r.categories(),
                new Narrowing(
                        r.schoolTowns(),
                        r.schoolAreas(),
                        r.schoolKinds(),
                        r.schoolNatures(),
                        r.householdAreas(),
                        r.majors()),
                r.rateKey(),
                new Reason(r.reasonCode(), r.reasonZh(), r.reasonEn(), titles.get(r.document())));
    }

    private static Rate rate(RateRow r, Map<String, String> titles) {
        return new Rate(
                r.programme(),
                r.rateKey(),
                r.amountFen(),
                r.period(),
                r.effectiveFrom(),
                r.effectiveTo(),
                titles.get(r.document()));
    }

    private static CombinationRule combination(CombinationRow c, Map<String, String> titles) {
        return new CombinationRule(
                c.code(),
                c.kind(),
                c.kept(),
                c.dropped(),
                c.categories(),
                c.verdict() == Verdict.EXCLUDE,
                c.enabled(),
                Text.of(c.textZh(), c.textEn()),
                titles.get(c.document()));
    }

    private static boolean within(Semester from, Semester to, Semester semester) {
        return from.compareTo(semester) <= 0 && (to == null || to.compareTo(semester) >= 0);
    }

    private static <T> List<T> listOf(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }

    /** In one order, so that the same set is always written the same way. */
    private static <T extends Comparable<T>> Set<T> setOf(Set<T> given) {
        return given == null ? Set.of() : Collections.unmodifiableSortedSet(new TreeSet<>(given));
    }
}
