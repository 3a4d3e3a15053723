package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.CombinationRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ProgrammeRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RuleRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ShareRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.Verdict;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.CombinationRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Period;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a set as a whole, so that it could not decide every pupil of every semester it holds in. */
final class PolicyCheck {
    /** One thing wrong, and the row where it is; the row's name is empty where the set lacks one. */
    record Problem(RowKind kind, List<String> row, Code code, Text text) {}

    /** Stable codes of what may be wrong. */
    enum Code {
        NOTHING_IN_IT("没有任何资助项目", "there is no programme"),
        UNKNOWN_PROGRAMME("没有该资助项目：%s", "there is no programme %s"),
        UNKNOWN_DOCUMENT("没有该文件：%s", "there is no document %s"),
        ENDS_BEFORE_IT_BEGINS("终止学期早于起始学期", "it ends before it begins"),
        RATES_OVERLAP("与自 %s 起的标准重叠", "it overlaps with the rate from %s"),
        NO_RATE("%s 学期没有标准 %s", "there is no rate in %s under %s"),
        RATE_NOT_PER_SEMESTER("条件所用的标准须按学期", "a rule needs a rate per semester"),
        GRADES_REVERSED("最低年级高于最高年级", "the lowest grade is above the highest"),
        CATEGORIES_MISMATCH("仅“指定类别”须列出类别", "categories are listed where the rule is about them, and only there"),
        CASH_WAIVES_NOTHING("发放现金的项目不得同时标为免费用", "what is paid in cash waives no fee"),
        PAIR_INCOMPLETE("须写明两个不同的项目", "a pair names two different programmes"),
        PAIRS_CONTRADICT("与规则 %s 相互矛盾", "it contradicts the rule %s"),
        PRESENCE_NOT_SAID(
                "须有“在籍在校”规则；不适用时停用而不删除", "the rule on presence is missing; switch it off rather than delete it"),
        SHARES_NOT_WHOLE("自 %s 起分担比例合计为 %s%%，应为100%%", "the shares from %s come to %s %% instead of 100"),
        NO_SHARES("自 %s 起没有分担比例", "there are no shares from %s on");

        private final Text text;

        Code(String zh, String en) {
            text = Text.of(zh, en);
        }
    }

    private final Semester begin;
    private final PolicyContent content;
    private final Map<String, ProgrammeRow> programmes;
    private final Set<String> documents;
    private final List<Problem> problems = new ArrayList<>();

    private PolicyCheck(Semester begin, PolicyContent content) {
        this.begin = begin;
        this.content = content;
        programmes = content.programmes().stream().collect(Collectors.toMap(ProgrammeRow::code, p -> p));
        documents = content.documents().stream().map(DocumentRow::code).collect(Collectors.toSet());
    }

    /** Everything wrong with a set that begins in a semester; empty where it is sound. */
    static List<Problem> of(Semester begin, PolicyContent content) {
        PolicyCheck check = new PolicyCheck(begin, content);
        check.programmes();
        check.rates();
        check.rules();
        check.combinations();
        check.shares();
        return List.copyOf(check.problems);
    }

    private void programmes() {
        require(!content.programmes().isEmpty(), RowKind.PROGRAMME, null, Code.NOTHING_IN_IT);
        for (ProgrammeRow row : content.programmes()) {
            document(RowKind.PROGRAMME, row, row.document());
            order(RowKind.PROGRAMME, row, row.effectiveFrom(), row.effectiveTo());
            require(
                    row.form() != Form.CASH_CARD || row.waives().isEmpty(),
                    RowKind.PROGRAMME,
                    row,
                    Code.CASH_WAIVES_NOTHING);
        }
    }

    private void rates() {
        for (RateRow row : content.rates()) {
            programme(RowKind.RATE, row, row.programme());
            document(RowKind.RATE, row, row.document());
            order(RowKind.RATE, row, row.effectiveFrom(), row.effectiveTo());
            content.rates().stream()
                    .filter(other -> isOfTheSame(row, other))
                    .filter(other -> row.effectiveTo() != null
                            && other.effectiveFrom().compareTo(row.effectiveFrom()) > 0
                            && other.effectiveFrom().compareTo(row.effectiveTo()) <= 0)
                    .forEach(other -> problem(RowKind.RATE, row, Code.RATES_OVERLAP, other.effectiveFrom()));
        }
    }

    private void rules() {
        for (RuleRow row : content.rules()) {
            programme(RowKind.RULE, row, row.programme());
            document(RowKind.RULE, row, row.document());
            order(RowKind.RULE, row, row.effectiveFrom(), row.effectiveTo());
            require(
                    row.minGrade() == null || row.maxGrade() == null || row.minGrade() <= row.maxGrade(),
                    RowKind.RULE,
                    row,
                    Code.GRADES_REVERSED);
            require(
                    (row.scope() == EligibilityRule.Scope.LISTED_CATEGORIES)
                            == !row.categories().isEmpty(),
                    RowKind.RULE,
                    row,
                    Code.CATEGORIES_MISMATCH);
            ratesOf(row);
        }
    }

    /** A rule may hold in each semester in which both it and its programme are in effect. */
    private void ratesOf(RuleRow row) {
        ProgrammeRow programme = programmes.get(row.programme());
        if (programme == null) {
            return;
        }
        for (Semester semester : semesters()) {
            if (row.isInEffect(semester) && programme.isInEffect(semester)) {
                Optional<RateRow> rate = rateIn(semester, row.programme(), row.rateKey());
                if (rate.isEmpty()) {
                    problem(RowKind.RULE, row, Code.NO_RATE, semester, row.rateKey());
                    return;
                }
                if (rate.get().period() != Period.SEMESTER) {
                    problem(RowKind.RULE, row, Code.RATE_NOT_PER_SEMESTER);
                    return;
                }
            }
        }
    }

    private void combinations() {
        require(
                content.combinations().stream().anyMatch(c -> c.kind() == CombinationRule.Kind.PRESENCE),
                RowKind.COMBINATION,
                null,
                Code.PRESENCE_NOT_SAID);
        for (CombinationRow row : content.combinations()) {
            document(RowKind.COMBINATION, row, row.document());
            Stream.of(row.kept(), row.dropped())
                    .filter(Objects::nonNull)
                    .forEach(code -> programme(RowKind.COMBINATION, row, code));
            boolean isPair = row.kind() == CombinationRule.Kind.PAIR;
            require(
                    isPair
                            ? row.kept() != null
                                    && row.dropped() != null
                                    && !row.kept().equals(row.dropped())
                            : row.kept() == null,
                    RowKind.COMBINATION,
                    row,
                    Code.PAIR_INCOMPLETE);
            require(
                    (row.kind() == CombinationRule.Kind.CATEGORY)
                            == !row.categories().isEmpty(),
                    RowKind.COMBINATION,
                    row,
                    Code.CATEGORIES_MISMATCH);
            content.combinations().stream()
                    .filter(other -> row.code().compareTo(other.code()) < 0 && contradict(row, other))
                    .forEach(other -> problem(RowKind.COMBINATION, row, Code.PAIRS_CONTRADICT, other.code()));
        }
    }

    /** Both exclude, each the other one; or one allows what the other excludes. */
    private static boolean contradict(CombinationRow one, CombinationRow other) {
        if (!one.enabled()
                || !other.enabled()
                || one.kind() != CombinationRule.Kind.PAIR
                || other.kind() != CombinationRule.Kind.PAIR) {
            return false;
        }
        boolean same = Objects.equals(one.kept(), other.kept()) && Objects.equals(one.dropped(), other.dropped());
        boolean crossed = Objects.equals(one.kept(), other.dropped()) && Objects.equals(one.dropped(), other.kept());
        return one.verdict() == other.verdict() ? crossed && one.verdict() == Verdict.EXCLUDE : same || crossed;
    }

    private void shares() {
        Map<String, Map<Semester, List<ShareRow>>> begun = content.shares().stream()
                .collect(Collectors.groupingBy(ShareRow::programme, Collectors.groupingBy(ShareRow::effectiveFrom)));
        for (ShareRow row : content.shares()) {
            programme(RowKind.SHARE, row, row.programme());
            document(RowKind.SHARE, row, row.document());
        }
        begun.forEach((programme, bySemester) -> bySemester.forEach((from, rows) -> {
            int sum = rows.stream().mapToInt(ShareRow::basisPoints).sum();
            require(sum == Shares.WHOLE, RowKind.SHARE, rows.getFirst(), Code.SHARES_NOT_WHOLE, from, sum / 100.0);
        }));
        content.rules().stream()
                .map(RuleRow::programme)
                .distinct()
                .map(programmes::get)
                .filter(Objects::nonNull)
                .forEach(
                        programme -> sharesFromTheBeginning(programme, begun.getOrDefault(programme.code(), Map.of())));
    }

    /** What others pay, and we only record, is shared among funds that are none of ours. */
    private void sharesFromTheBeginning(ProgrammeRow programme, Map<Semester, List<ShareRow>> begun) {
        if (programme.form() == Form.RECORD_ONLY) {
            return;
        }
        Semester first = later(begin, programme.effectiveFrom());
        boolean known = begun.keySet().stream().anyMatch(from -> from.compareTo(first) <= 0);
        require(known || isOver(programme), RowKind.PROGRAMME, programme, Code.NO_SHARES, first);
    }

    private boolean isOver(ProgrammeRow programme) {
        return programme.effectiveTo() != null && programme.effectiveTo().compareTo(begin) < 0;
    }

    private static Semester later(Semester one, Semester other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** The first semester of the set, and each in which something begins or has just ended: in between nothing changes. */
    private List<Semester> semesters() {
        Set<Semester> found = new HashSet<>(Set.of(begin));
        content.programmes().forEach(p -> add(found, p.effectiveFrom(), p.effectiveTo()));
        content.rules().forEach(r -> add(found, r.effectiveFrom(), r.effectiveTo()));
        content.rates().forEach(r -> add(found, r.effectiveFrom(), r.effectiveTo()));
        return found.stream().filter(s -> s.compareTo(begin) >= 0).sorted().toList();
    }

    private static void add(Set<Semester> found, Semester from, Semester to) {
        found.add(from);
        if (to != null) {
            found.add(to.next());
        }
    }

    private Optional<RateRow> rateIn(Semester semester, String programme, String key) {
        return content.rates().stream()
                .filter(r -> r.programme().equals(programme) && r.rateKey().equals(key))
                .filter(r -> r.effectiveFrom().compareTo(semester) <= 0)
                .max(Comparator.comparing(RateRow::effectiveFrom))
                .filter(r -> r.effectiveTo() == null || r.effectiveTo().compareTo(semester) >= 0);
    }

    private static boolean isOfTheSame(RateRow one, RateRow other) {
        return one.programme().equals(other.programme()) && one.rateKey().equals(other.rateKey());
    }

    private void programme(RowKind kind, Object row, String code) {
        require(programmes.containsKey(code), kind, row, Code.UNKNOWN_PROGRAMME, code);
    }

    private void document(RowKind kind, Object row, String code) {
        require(documents.contains(code), kind, row, Code.UNKNOWN_DOCUMENT, code);
    }

    private void order(RowKind kind, Object row, Semester from, Semester to) {
        require(to == null || to.compareTo(from) >= 0, kind, row, Code.ENDS_BEFORE_IT_BEGINS);
    }

    private void require(boolean sound, RowKind kind, Object row, Code code, Object... words) {
        if (!sound) {
            problem(kind, row, code, words);
        }
    }

    private void problem(RowKind kind, Object row, Code code, Object... words) {
        List<String> name = row == null ? List.of() : PolicyStore.nameOf(kind, row);
        problems.add(new Problem(kind, name, code, code.text.formatted(words)));
    }
}
