package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.leak.Leak;
import cn.gov.zhuozhou.aid.chassis.leak.LeakCheck;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;

/** A16: nothing with an identity, certificate, telephone or card number in it is posted; told is where and what kind. */
final class NoticeLeaks {
    private static final String LEGAL = "教财厅函〔2017〕28号";

    private NoticeLeaks() {}

    static List<Leak> in(String field, String name, String text) {
        return LeakCheck.text(Text.of(name, field), text);
    }

    /** The lines as they would be posted. */
    static List<Leak> in(List<NoticeLine> lines) {
        List<Leak> leaks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            NoticeLine line = lines.get(i);
            String shown = String.join("\n", line.name(), line.school(), String.valueOf(line.className()));
            leaks.addAll(
                    LeakCheck.text(Text.of("名单第 %d 行", "line %d of the list").formatted(i + 1), shown));
        }
        return leaks;
    }

    static void refuse(List<Leak> leaks) {
        if (!leaks.isEmpty()) {
            throw new ProblemException(
                    NoticeProblem.PRIVATE_DATA_IN_NOTICE,
                    Text.of("依据：%s。", "Basis: %s.").formatted(LEGAL),
                    leaks.stream()
                            .map(leak -> new ProblemException.FieldError(
                                    leak.place().en(), leak.kind().name(), leak.message()))
                            .toList());
        }
    }
}
