package cn.gov.zhuozhou.aid.registry.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.clock.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A11: proof that a notice hung (S70)")
class EvidenceCheckTest {
    private static final LocalDate MONDAY = LocalDate.of(2019, 3, 18);
    private static final LocalDate FRIDAY = LocalDate.of(2019, 3, 22);
    private static final WorkingDays PLAIN_WEEKS = new WorkingDays(Map.of());
    private static final List<Evidence> BOTH =
            List.of(photo(Evidence.Shows.FIRST_DAY, MONDAY), photo(Evidence.Shows.LAST_DAY, FRIDAY));

    @Test
    void isCompleteWithHeaderSummaryDaysAndBothPhotos() {
        assertThat(EvidenceCheck.gaps(notice("标题", "说明", FRIDAY), BOTH, PLAIN_WEEKS))
                .isEmpty();
    }

    @Test
    void lacksWhatWasNeverSaidOrPhotographed() {
        assertThat(EvidenceCheck.gaps(notice(" ", null, FRIDAY), List.of(), PLAIN_WEEKS))
                .containsExactly(
                        EvidenceGap.HEADER_MISSING,
                        EvidenceGap.SUMMARY_MISSING,
                        EvidenceGap.FIRST_DAY_PHOTO_MISSING,
                        EvidenceGap.LAST_DAY_PHOTO_MISSING);
    }

    @Test
    void doesNotTakeAPhotoOfAnotherDayForTheLast() {
        List<Evidence> early =
                List.of(photo(Evidence.Shows.FIRST_DAY, MONDAY), photo(Evidence.Shows.LAST_DAY, FRIDAY.minusDays(1)));

        assertThat(EvidenceCheck.gaps(notice("标题", "说明", FRIDAY), early, PLAIN_WEEKS))
                .containsExactly(EvidenceGap.LAST_DAY_PHOTO_MISSING);
    }

    @Test
    void seesThatFourWorkingDaysAreNotFive() {
        var holiday = new WorkingDays(Map.of(LocalDate.of(2019, 3, 20), false));

        assertThat(EvidenceCheck.gaps(notice("标题", "说明", FRIDAY), BOTH, holiday))
                .containsExactly(EvidenceGap.DAYS_TOO_FEW);
    }

    private static Notice notice(String title, String summary, LocalDate lastDay) {
        return new Notice(
                UUID.randomUUID(),
                "2019-spring",
                "1",
                "某小学",
                Notice.Kind.GENERAL,
                MONDAY,
                lastDay,
                Notice.State.CLOSED,
                1,
                new Notice.Words(title, summary, "学校"),
                5,
                Instant.EPOCH,
                2);
    }

    private static Evidence photo(Evidence.Shows shows, LocalDate day) {
        return new Evidence(UUID.randomUUID(), shows, day, "公示栏", "a.jpg", "image/jpeg", 1, "", "某人", Instant.EPOCH);
    }
}
