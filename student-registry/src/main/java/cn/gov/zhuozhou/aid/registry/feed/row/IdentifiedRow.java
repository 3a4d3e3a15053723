package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.Category;
import cn.gov.zhuozhou.aid.registry.identification.rule.Level;
import cn.gov.zhuozhou.aid.registry.identity.StudentNumber;
import java.util.List;

/**
 * A pupil of last semester's list.
 *
 * @param schoolCode null where not given
 * @param categories in the order of {@link Category}
 */
public record IdentifiedRow(
        StudentNumber studentNumber, String name, String schoolCode, Level level, List<Category> categories)
        implements FeedRow {
    public IdentifiedRow {
        categories = categories.stream().distinct().sorted().toList();
    }

    @Override
    public FeedSource source() {
        return FeedSource.IDENTIFIED;
    }

    @Override
    public String key() {
        return studentNumber.value();
    }

    @Override
    public String toString() {
        return "identification of " + studentNumber;
    }
}
