package cn.gov.zhuozhou.aid.disbursement.policy.rule;

import cn.gov.zhuozhou.aid.chassis.Text;
import java.util.Set;

/**
 * An aid programme.
 *
 * @param waives fee items it waives, empty for money
 */
public record Programme(String code, Text name, Form form, Payer payer, Set<String> waives) {
    public Programme {
        waives = Set.copyOf(waives);
    }
}
