package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import cn.gov.zhuozhou.aid.registry.hardship.Matching;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/**
 * What holds for whatever registers, enrolment and lists say, in whatever order. Files are random; a failure names its seed, and
 * {@code -Daid.seed=} plays it again. (A property-testing engine would not run inside the application's container.)
 */
@RegistryTest
class MergePropertiesTest {
    private static final int ROUNDS = 6;
    private static final int FAMILIES = 25;

    private final long seed = Long.getLong("aid.seed", new Random().nextLong(1_000_000_000_000L));

    @Inject
    Merges merges;

    @Inject
    Matching matching;

    @Inject
    Database database;

    @RepeatedTest(ROUNDS)
    @DisplayName("S69: the newest snapshot alone decides, whatever came before it")
    void oneSnapshotAfterAnotherIsTheLastAlone() {
        // Given
        var one = new RandomCounty(seed, FAMILIES);
        var other = new RandomCounty(seed, FAMILIES);

        // When
        merges.take(Feed.ENROLMENT, one.enrolment(seed));
        merges.take(Feed.DIBAO, one.dibao(seed + 1, false));
        merges.take(Feed.DIBAO, one.dibao(seed + 2, false));
        List<String> both = merges.about(one);
        merges.take(Feed.ENROLMENT, other.enrolment(seed));
        merges.take(Feed.DIBAO, other.dibao(seed + 2, false));

        // Then
        assertThat(both).as("seed %d", seed).isEqualTo(merges.about(other)).isNotEmpty();
    }

    @RepeatedTest(ROUNDS)
    @DisplayName("S69: the same file twice changes nothing and tells nobody")
    void aRepeatedFileChangesNothing() {
        // Given
        var county = new RandomCounty(seed, FAMILIES);
        merges.take(Feed.ENROLMENT, county.enrolment(seed));
        merges.take(Feed.IDENTIFIED, county.identified(seed));
        merges.take(Feed.DIBAO, county.dibao(seed, true));
        merges.take(Feed.DIBAO, county.dibao(seed + 1, true));
        List<String> before = merges.about(county);
        long told = merges.told();

        // When
        merges.take(Feed.ENROLMENT, county.enrolment(seed));
        merges.take(Feed.IDENTIFIED, county.identified(seed));
        merges.take(Feed.DIBAO, county.dibao(seed + 1, true));

        // Then
        assertThat(merges.about(county)).as("seed %d", seed).isEqualTo(before);
        assertThat(merges.told()).as("events, seed %d", seed).isEqualTo(told);
    }

    @RepeatedTest(ROUNDS)
    @DisplayName("S14: the order in which sources deliver makes no difference")
    void sourcesInAnyOrderGiveTheSame() {
        // Given
        var one = new RandomCounty(seed, FAMILIES);
        var other = new RandomCounty(seed, FAMILIES);
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
        Collections.shuffle(order, new Random(seed));

        // When
        for (int source = 0; source < 4; source++) {
            deliver(one, source);
        }
        List<String> inOrder = merges.about(one);
        order.forEach(source -> deliver(other, source));

        // Then
        assertThat(merges.about(other)).as("seed %d, order %s", seed, order).isEqualTo(inOrder);
    }

    private void deliver(RandomCounty county, int source) {
        switch (source) {
            case 0 -> merges.take(Feed.ENROLMENT, county.enrolment(seed));
            case 1 -> merges.take(Feed.DIBAO, county.dibao(seed, true));
            case 2 -> merges.take(Feed.POVERTY_OFFICE, county.povertyOffice(seed));
            default -> merges.take(Feed.IDENTIFIED, county.identified(seed));
        }
    }

    @RepeatedTest(ROUNDS)
    @DisplayName("S14: a batch withdrawn leaves every table as if it had never come, and may come again")
    void aWithdrawnBatchNeverWas() {
        // Given
        var county = new RandomCounty(seed, FAMILIES);
        merges.take(Feed.SCHOOLS, county.schools(seed));
        merges.take(Feed.ENROLMENT, county.enrolment(seed));
        merges.take(Feed.IDENTIFIED, county.identified(seed));
        merges.take(Feed.DIBAO, county.dibao(seed, true));
        merges.take(Feed.POVERTY_OFFICE, county.povertyOffice(seed));
        decideSome();
        var random = new Random(seed);
        List<Integer> batches = random.ints(4, 0, 5).boxed().toList();
        List<Long> fileSeeds = random.longs(4, 0, 1_000_000).boxed().toList();

        // When
        List<Map<String, List<String>>> states = new ArrayList<>();
        List<Batch> taken = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            states.add(merges.state());
            taken.add(another(county, batches.get(i), fileSeeds.get(i)));
        }
        List<String> afterAll = merges.about(county);

        // Then
        for (int i = taken.size() - 1; i >= 0; i--) {
            merges.withdraw(taken.get(i));
            assertThat(differences(merges.state(), states.get(i)))
                    .as("after withdrawing %s (%d), seed %d", taken.get(i), i, seed)
                    .isEmpty();
        }
        for (int i = 0; i < batches.size(); i++) {
            another(county, batches.get(i), fileSeeds.get(i));
        }
        assertThat(merges.about(county)).as("come again, seed %d", seed).isEqualTo(afterAll);
    }

    private static List<String> differences(Map<String, List<String>> now, Map<String, List<String>> was) {
        List<String> differences = new ArrayList<>();
        was.forEach((table, rows) -> {
            Set<String> present = new HashSet<>(now.get(table));
            Set<String> former = new HashSet<>(rows);
            rows.stream()
                    .filter(row -> !present.contains(row))
                    .forEach(row -> differences.add("lost from " + table + row));
            present.stream()
                    .filter(row -> !former.contains(row))
                    .forEach(row -> differences.add("left in " + table + row));
        });
        return differences;
    }

    private Batch another(RandomCounty county, int which, long fileSeed) {
        return switch (which) {
            case 0 -> merges.take(Feed.ENROLMENT, county.enrolment(fileSeed));
            case 1 -> merges.take(Feed.DIBAO, county.dibao(fileSeed, true));
            case 2 -> merges.take(Feed.POVERTY_OFFICE, county.povertyOffice(fileSeed));
            case 3 -> merges.take(Feed.IDENTIFIED, county.identified(fileSeed));
            default -> merges.take(Feed.SCHOOLS, county.schools(fileSeed));
        };
    }

    private void decideSome() {
        List<UUID> open = database.list(
                "select id from match_case where state = 'OPEN' and student_id is not null order by id desc limit 6",
                Map.of(),
                row -> row.getObject(1, UUID.class));
        for (int i = 0; i < open.size(); i++) {
            merges.decide(open.get(i), i % 3 > 0);
        }
    }

    @RepeatedTest(ROUNDS)
    @DisplayName("S13, S15, S16: evidence needs number and name or a decision; no school-age person is overlooked")
    void nobodyIsMatchedByGuessAndNobodyIsOverlooked() {
        // Given
        var county = new RandomCounty(seed, FAMILIES);
        var random = new Random(seed);

        // When
        for (int file = 0; file < 6; file++) {
            another(county, random.nextInt(4), random.nextLong(1_000_000));
            decideSome();
        }

        // Then
        assertThat(merges.count("""
                select count(*) from register_entry e
                join student s on s.identity_index = e.person_index and s.name = e.name
                where e.valid_to is null and not exists (
                  select 1 from evidence ev where ev.student_id = s.id and ev.category = e.category
                    and ev.source = e.source and ev.valid_to is null)"""))
                .as("number and name equal without evidence, seed %d", seed)
                .isZero();
        assertThat(merges.count("""
                select count(*) from evidence ev
                join student s on s.id = ev.student_id
                join register_entry e on e.id = ev.entry_id
                left join match_case mc on mc.id = ev.case_id
                where ev.valid_to is null and s.identity_index is not null and not (
                  ev.match_kind = 'EXACT' and e.valid_to is null and e.person_index = s.identity_index and e.name = s.name
                  or ev.match_kind = 'DECIDED' and e.valid_to is null and mc.state = 'CONFIRMED')"""))
                .as("evidence without a sound match, seed %d", seed)
                .isZero();
        assertThat(database.first("""
                        select count(*) from register_entry e
                        join school_age_on(:day) a
                          on a.task and a.source = e.source and e.birth_date between a.born_from and a.born_to
                        where e.valid_to is null
                          and not exists (select 1 from student s where s.identity_index = e.person_index)
                          and not exists (select 1 from match_case mc where mc.person_index = e.person_index
                                          and mc.kind = 'NO_PUPIL' and mc.state <> 'CLOSED')
                          and e.batch_id in (select id from feed_batch)""", Map.of("day", matching.schoolDay()), row -> row.getLong(1)))
                .as("school-age persons nobody looks for, seed %d", seed)
                .hasValue(0L);
    }
}
