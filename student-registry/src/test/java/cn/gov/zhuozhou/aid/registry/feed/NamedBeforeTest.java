package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamedBeforeTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int PERSONS = 200_000;
    private static final int A_DAY = 100;

    private final NamedBefore named = new NamedBefore();

    @Test
    void ofAPersonNamedBeforeItAlwaysSaysSo() {
        List<IdentityNumber> persons = persons();
        persons.forEach(named::maybe);

        assertThat(persons).allMatch(named::maybe);
    }

    @Test
    void ofAlmostNobodyNewItSaysSo() {
        long mistaken = persons().stream().filter(named::maybe).count();

        assertThat(mistaken).isLessThan(PERSONS / 20_000);
    }

    /** Numbers as near to each other as they come in a county. */
    private static List<IdentityNumber> persons() {
        return IntStream.range(0, PERSONS)
                .mapToObj(i -> IdentityNumber.of(People.numbered(FIRST_DAY.plusDays(i / A_DAY), i % A_DAY)))
                .toList();
    }
}
