package cn.gov.zhuozhou.aid.chassis.http;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.ChassisTest;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ChassisTest
class ListingTest {
    private static final Values ALL = Values.of("t.day", null);

    /** Three things of two schools in one town, and one elsewhere. */
    private static final Listing<UUID> THINGS =
            new Listing<>("""
            select t.id from (values
              ('00000000-0000-7000-8000-000000000003'::uuid, 'S1', '东镇', 'MONDAY'),
              ('00000000-0000-7000-8000-000000000001'::uuid, 'S1', '东镇', 'MONDAY'),
              ('00000000-0000-7000-8000-000000000002'::uuid, 'S2', '东镇', 'FRIDAY'),
              ('00000000-0000-7000-8000-000000000004'::uuid, 'S3', '西镇', 'MONDAY')) t (id, school, town, day)
            where (:ownSchool::text is null or t.school = :ownSchool) and (:ownTown::text is null or t.town = :ownTown)
            """, "t.id", row -> row.getObject(1, UUID.class), id -> id);

    @Inject
    Database database;

    @Test
    void aPageEndsWhereTheNextBegins() {
        // When
        Page<UUID> first = THINGS.page(database, ALL, Jurisdiction.BUREAU, paging(3, null));
        Page<UUID> second = THINGS.page(database, ALL, Jurisdiction.BUREAU, paging(3, first.next()));

        // Then
        assertThat(first.items()).containsExactly(thing(1), thing(2), thing(3));
        assertThat(second.items()).containsExactly(thing(4));
        assertThat(second.next()).isNull();
    }

    @Test
    void columnsNarrowAListAndWhatIsNullDoesNot() {
        // Given
        Values mondays = Values.of("t.day", DayOfWeek.MONDAY).and("t.school", null);

        // When
        List<UUID> found = THINGS.page(database, mondays, Jurisdiction.parse("town:东镇"), paging(10, null))
                .items();

        // Then
        assertThat(found).containsExactly(thing(1), thing(3));
    }

    @Test
    void whatLiesOutsideTheJurisdictionIsNotFound() {
        // When
        boolean own =
                THINGS.find(database, thing(2), Jurisdiction.parse("school:S2")).isPresent();
        boolean others =
                THINGS.find(database, thing(1), Jurisdiction.parse("school:S2")).isPresent();
        boolean nobodys = THINGS.find(database, thing(1), Jurisdiction.NONE).isPresent();

        // Then
        assertThat(own).isTrue();
        assertThat(others).isFalse();
        assertThat(nobodys).isFalse();
    }

    private static UUID thing(int number) {
        return UUID.fromString("00000000-0000-7000-8000-00000000000" + number);
    }

    private static Paging paging(int limit, String after) {
        var paging = new Paging();
        paging.limit = limit;
        paging.after = after;
        return paging;
    }
}
