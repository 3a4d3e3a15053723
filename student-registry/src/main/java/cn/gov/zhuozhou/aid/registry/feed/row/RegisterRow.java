package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person on a hardship register.
 *
 * @param householdNo number of the household or certificate; never null, empty where the register has none
 * @param area {@code RURAL}, {@code URBAN} or null
 * @param headName null where the register knows no head or leaves him out
 * @param head null where missing or unusable, which does not cost the member's row
 * @param startMonth null where missing or unreadable
 * @param amountFen per month; null where missing or unreadable
 * @param details what only this register has, codes and plain values, in fixed order: {@code personNo}, {@code exitYear}, {@code
 *     schooling}, {@code disabilityType}, {@code disabilityGrade}
 */
public record RegisterRow(
        FeedSource source,
        Category category,
        Evidence.Standing standing,
        String householdNo,
        Area area,
        String town,
        String village,
        String headName,
        IdentityNumber head,
        String memberName,
        IdentityNumber member,
        Relation relation,
        YearMonth startMonth,
        Long amountFen,
        SortedMap<String, String> details)
        implements FeedRow {
    /** Rural or urban register. */
    public enum Area {
        RURAL,
        URBAN
    }

    public RegisterRow {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    static SortedMap<String, String> filled(Map<String, String> details) {
        SortedMap<String, String> filled = new TreeMap<>(details);
        filled.values().removeIf(String::isEmpty);
        return filled;
    }

    @Override
    public String key() {
        return member.value();
    }

    @Override
    public String toString() {
        return category + " of " + member;
    }
}
