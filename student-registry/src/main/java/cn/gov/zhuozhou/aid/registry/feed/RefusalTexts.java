package cn.gov.zhuozhou.aid.registry.feed;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.registry.feed.row.RowCode;
import cn.gov.zhuozhou.aid.registry.feed.row.RowNote;
import java.util.List;
import java.util.stream.Collectors;

/** Reasons of refusal as they stand in the database ({@code CODE column}) and as people read them. */
final class RefusalTexts {
    private static final char BETWEEN = ' ';

    private RefusalTexts() {}

    /** One reason a line. */
    static String stored(List<RowNote> reasons) {
        return reasons.stream()
                .map(note -> (note.code().name() + BETWEEN + note.column()).strip())
                .collect(Collectors.joining("\n"));
    }

    static String of(String stored) {
        int space = stored.indexOf(BETWEEN);
        RowCode code = RowCode.valueOf(space < 0 ? stored : stored.substring(0, space));
        Text text = new RowNote(code, space < 0 ? "" : stored.substring(space + 1)).text();
        return text.zh() + " / " + text.en();
    }
}
