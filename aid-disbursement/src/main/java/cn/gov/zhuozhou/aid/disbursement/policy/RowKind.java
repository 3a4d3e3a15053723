package cn.gov.zhuozhou.aid.disbursement.policy;

import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.CombinationRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.DocumentRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ProgrammeRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RateRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.RuleRow;
import cn.gov.zhuozhou.aid.disbursement.policy.PolicyContent.ShareRow;
import java.util.List;

/** The kinds of rows a policy set has, each with its table and the columns that name a row within its set. */
enum RowKind {
    PROGRAMME(ProgrammeRow.class, "policy_programme", "code", "code"),
    RATE(
            RateRow.class,
            "rate",
            "programme, rate_key, semester_first_day(effective_from)",
            "programme",
            "rate_key",
            "effective_from"),
    RULE(RuleRow.class, "eligibility_rule", "programme, rank", "programme", "rank"),
    COMBINATION(CombinationRow.class, "combination_rule", "code", "code"),
    SHARE(
            ShareRow.class,
            "payer_share",
            "programme, semester_first_day(effective_from), fund_source",
            "programme",
            "effective_from",
            "fund_source"),
    DOCUMENT(DocumentRow.class, "document", "code", "code");

    private final Class<?> type;
    private final String table;
    private final String order;
    private final List<String> key;

    RowKind(Class<?> type, String table, String order, String... key) {
        this.type = type;
        this.table = table;
        this.order = order;
        this.key = List.of(key);
    }

    Class<?> type() {
        return type;
    }

    String table() {
        return table;
    }

    String order() {
        return order;
    }

    List<String> key() {
        return key;
    }

    List<?> of(PolicyContent content) {
        return switch (this) {
            case PROGRAMME -> content.programmes();
            case RATE -> content.rates();
            case RULE -> content.rules();
            case COMBINATION -> content.combinations();
            case SHARE -> content.shares();
            case DOCUMENT -> content.documents();
        };
    }
}
