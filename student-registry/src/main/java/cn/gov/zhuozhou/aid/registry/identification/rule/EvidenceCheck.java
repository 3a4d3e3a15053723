package cn.gov.zhuozhou.aid.registry.identification.rule;

import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.NO;
import static cn.gov.zhuozhou.aid.registry.identification.rule.CheckOutcome.Outcome.YES;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Do the newest registers, or a person's confirmation, prove hardship? */
final class EvidenceCheck implements Check {
    private static final String CODE = "EVIDENCE";

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Text question() {
        return Text.of("民政、扶贫、残联等部门的最新名单中有没有依据?", "Do the newest registers show hardship?");
    }

    @Override
    public Optional<Finding> examine(Case c) {
        List<Category> proven = Stream.concat(
                        c.holdings().on(Ground.LISTED).stream(), c.holdings().on(Ground.CONFIRMED).stream())
                .sorted()
                .toList();
        if (proven.isEmpty()) {
            Text none = Text.of("最新名单中没有能直接认定的依据", "no newest register proves hardship");
            return Finding.noted(CODE, NO, "NO_EVIDENCE", none, c.law(Law.NEWEST_REGISTER))
                    .asAnswer();
        }
        Text found = Text.of("有效依据:" + Case.zh(proven), "valid evidence: " + Case.en(proven));
        return Finding.noted(CODE, YES, "EVIDENCE_VALID", found, c.law(Law.SPECIAL_GROUPS))
                .asAnswer();
    }
}
