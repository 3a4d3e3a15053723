package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.Provenance;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateScope;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.Verdict;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Area;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.CombinationRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.EligibilityRule;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Fee;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Form;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.FundSource;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Level;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Payer;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Period;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolKind;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.SchoolNature;
import cn.gov.zhuozhou.aid.disbursement.policy.rule.Stage;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** How codes are called in a workbook, in the order of the constants; a cell may hold the code as well. */
final class Words {
    static final Words NONE = new Words(Map.of());
    static final Words STAGES = of(Stage.values(), "学前教育", "小学", "初中", "普通高中", "中等职业教育", "特殊教育");
    static final Words LEVELS = of(Level.values(), "特别困难", "困难", "一般困难");
    static final Words FORMS = of(Form.values(), "现金到卡", "减免费用", "实物", "仅备案", "贷款");
    static final Words PAYERS = of(Payer.values(), "县级", "省级", "中央", "学校", "扶贫办", "高校", "捐赠人", "银行");
    static final Words FEES =
            of(Fee.values(), Stream.of(Fee.values()).map(Fee::zh).toArray(String[]::new));
    static final Words PERIODS = of(Period.values(), "每学期", "每学年", "一次性");
    static final Words RATE_SCOPES = of(RateScope.values(), "国家", "省", "市", "县");
    static final Words REACHES = of(EligibilityRule.Scope.values(), "全部认定学生", "四类学生", "指定类别");
    static final Words AREAS = of(Area.values(), "城区", "县镇", "农村");
    static final Words SCHOOL_KINDS = of(SchoolKind.values(), "公办", "民办", "普惠性民办", "其他部门办");
    static final Words SCHOOL_NATURES =
            of(SchoolNature.values(), "中心校", "完全小学", "教学点", "九年一贯制", "十二年一贯制", "完全中学", "幼儿园", "职业学校", "特殊教育学校", "普通学校");
    static final Words COMBINATION_KINDS = of(CombinationRule.Kind.values(), "两项目之间", "同一免费项目", "在籍在校", "特定类别");
    static final Words VERDICTS = of(Verdict.values(), "不得兼得", "可同时享受");
    static final Words FUND_SOURCES = of(FundSource.values(), "中央", "省级", "市级", "县级", "学校", "社会");
    static final Words PROVENANCES = of(Provenance.values(), "本市方案", "公开材料", "待本市确认");

    private final Map<String, String> words;
    private final Map<String, String> codes = new LinkedHashMap<>();

    private Words(Map<String, String> words) {
        this.words = words;
        words.forEach((code, word) -> codes.put(word, code));
    }

    private static Words of(Enum<?>[] constants, String... called) {
        if (constants.length != called.length) {
            throw new IllegalStateException("every constant has a word: " + constants[0].getDeclaringClass());
        }
        Map<String, String> words = new LinkedHashMap<>();
        for (int i = 0; i < called.length; i++) {
            words.put(constants[i].name(), called[i]);
        }
        return new Words(words);
    }

    String word(String code) {
        return words.getOrDefault(code, code);
    }

    String code(String word) {
        return codes.getOrDefault(word, word);
    }
}
