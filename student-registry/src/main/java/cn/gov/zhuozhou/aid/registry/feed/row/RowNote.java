package cn.gov.zhuozhou.aid.registry.feed.row;

import cn.gov.zhuozhou.aid.chassis.Text;

/**
 * One thing said about a row: why it is refused, or what was put up with. Holds no content of the cell.
 *
 * @param column its header as we call it; empty for the whole row
 */
public record RowNote(RowCode code, String column) {
    public Text text() {
        Text said = code.text();
        return column.isEmpty() ? said : Text.of(column + ":" + said.zh(), column + ": " + said.en());
    }
}
