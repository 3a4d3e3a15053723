package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A11: is it proven that a notice hung with header and summary, for the days it must, and was photographed on its first and last
 * day?
 */
final class EvidenceCheck {
    private EvidenceCheck() {}

    static List<EvidenceGap> gaps(Notice notice, List<Evidence> handedIn, WorkingDays calendar) {
        List<EvidenceGap> gaps = new ArrayList<>();
        if (isBlank(notice.words().title())) {
            gaps.add(EvidenceGap.HEADER_MISSING);
        }
        if (isBlank(notice.words().summary())) {
            gaps.add(EvidenceGap.SUMMARY_MISSING);
        }
        if (notice.lastDay().isBefore(calendar.lastOf(notice.firstDay(), notice.requiredDays()))) {
            gaps.add(EvidenceGap.DAYS_TOO_FEW);
        }
        if (!photographed(handedIn, Evidence.Shows.FIRST_DAY, notice.firstDay())) {
            gaps.add(EvidenceGap.FIRST_DAY_PHOTO_MISSING);
        }
        if (!photographed(handedIn, Evidence.Shows.LAST_DAY, notice.lastDay())) {
            gaps.add(EvidenceGap.LAST_DAY_PHOTO_MISSING);
        }
        return gaps;
    }

    private static boolean photographed(List<Evidence> handedIn, Evidence.Shows shows, LocalDate day) {
        return handedIn.stream().anyMatch(e -> e.shows() == shows && e.takenOn().equals(day));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
