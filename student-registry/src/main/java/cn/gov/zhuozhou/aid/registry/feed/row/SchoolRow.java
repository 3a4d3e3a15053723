package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;

/** A school of the county. */
public record SchoolRow(String code, String name, Stage stage, String town) implements FeedRow {
    @Override
    public FeedSource source() {
        return FeedSource.SCHOOLS;
    }

    @Override
    public String key() {
        return code;
    }
}
