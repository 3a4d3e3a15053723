package cn.gov.zhuozhou.aid.registry.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.RegistryTest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RegistryTest
class FeedIntakeTest {
    @Inject
    Database database;

    @Inject
    FeedJob job;

    @Inject
    FeedFacts facts;

    @Test
    void dirtIsCleanedOrRefusedRowByRow() {
        // Given
        var county = new County();
        var spaced = county.pupil();
        var wide = county.pupil();
        var misspelt = county.pupil();
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        String file = "﻿涿州市最低生活保障对象花名册,,,,,,,,,,\n"
                + "低保证号,城乡类别,乡镇街道,村居,户主姓名,户主身份证号,成员姓名,成员身份证号,与户主关系,起始保障年月,月保障金额\n"
                + "N1%s,农村,双塔街道,第1村,%s,%s, %s , %s ,子女,201801,300\n"
                        .formatted(
                                spaced.identity().substring(6),
                                spaced.guardianName(),
                                spaced.guardianIdentity(),
                                spaced.name().charAt(0) + " " + spaced.name().substring(1),
                                spaced.identity())
                + "N2%s,城市,双塔街道,第1村,%s,%s,%s,%s,子女,201801,300\n"
                        .formatted(
                                wide.identity().substring(6),
                                wide.guardianName(),
                                wide.guardianIdentity(),
                                wide.name(),
                                fullWidth(wide.identity()))
                + "N3%s,农村,双塔街道,第1村,%s,%s,%s,%s,户主,201801,300\n"
                        .formatted(
                                misspelt.identity().substring(6),
                                misspelt.guardianName(),
                                misspelt.guardianIdentity(),
                                misspelt.guardianName(),
                                misspelt.guardianIdentity())
                + "N3%s,农村,双塔街道,第1村,%s,%s,%s,%s,子女,201801,300\n"
                        .formatted(
                                misspelt.identity().substring(6),
                                misspelt.guardianName(),
                                misspelt.guardianIdentity(),
                                misspelt.name(),
                                People.misspelt(misspelt.identity()))
                + "N1%s,农村,双塔街道,第1村,%s,%s,%s,%s,子女,201801,300\n"
                        .formatted(
                                spaced.identity().substring(6),
                                spaced.guardianName(),
                                spaced.guardianIdentity(),
                                spaced.name(),
                                spaced.identity())
                + "合计,,,,,,5人,,,,\n";

        // When
        var batch = Feeds.take("civil-affairs-dibao", file, StandardCharsets.UTF_8);

        // Then
        assertThat(batch.getString("state")).isEqualTo("DONE");
        assertThat(List.of(
                        batch.getInt("rows"),
                        batch.getInt("accepted"),
                        batch.getInt("refused"),
                        batch.getInt("duplicates")))
                .containsExactly(5, 3, 1, 1);
        assertThat(batch.getMap("refusedByReason")).isEqualTo(Map.of("WRONG_CHECK_DIGIT", 1));
        assertThat(batch.getInt("matched")).isEqualTo(2);
        assertThat(facts.of(county))
                .containsExactly(
                        "evidence 0 DIBAO_R EXACT", "evidence 1 DIBAO_U EXACT", "case 2 CHILD_ROW_REFUSED OPEN");
    }

    @Test
    void theSameFileTwiceChangesNothingAndTellsNobody() {
        // Given
        var county = mixedCounty();
        Feeds.take("schools", County.schools());
        Feeds.take("enrolment", county.enrolment());
        Feeds.take("civil-affairs-dibao", county.dibao());
        Object before = state();

        // When
        Feeds.take("schools", County.schools());
        var enrolment = Feeds.take("enrolment", county.enrolment());
        var dibao = Feeds.take("civil-affairs-dibao", county.dibao());

        // Then
        assertThat(enrolment.getInt("same")).isEqualTo(enrolment.getInt("accepted"));
        assertThat(List.of(dibao.getInt("added"), dibao.getInt("changed"), dibao.getInt("gone")))
                .containsExactly(0, 0, 0);
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void theOrderOfTheFilesMakesNoDifference() {
        // Given
        var one = mixedCounty();
        var other = mixedCounty();
        Feeds.take("schools", County.schools());

        // When
        Feeds.take("enrolment", one.enrolment());
        Feeds.take("civil-affairs-dibao", one.dibao());
        Feeds.take("poverty-office-registered", one.povertyOffice());
        List<String> enrolmentFirst = facts.of(one);
        Feeds.take("poverty-office-registered", other.povertyOffice());
        Feeds.take("civil-affairs-dibao", other.dibao());
        Feeds.take("enrolment", other.enrolment());

        // Then
        assertThat(facts.of(other)).isEqualTo(enrolmentFirst);
        assertThat(enrolmentFirst)
                .containsExactly(
                        "evidence 0 DIBAO_R EXACT",
                        "evidence 0 REG_POOR EXACT",
                        "case 1 NAME_CONFLICT OPEN",
                        "case 2 HOUSEHOLD_HEAD_ONLY OPEN");
    }

    @Test
    void whoIsNoLongerOnTheFileLosesTheEvidence() {
        // Given
        var county = new County();
        var stays = county.pupil();
        var goes = county.pupil();
        county.family("N1" + stays.identity().substring(6), stays);
        Feeds.take("enrolment", county.enrolment());
        String without = county.dibao();
        county.family("N2" + goes.identity().substring(6), goes);
        Feeds.take("civil-affairs-dibao", county.dibao());

        // When
        var batch = Feeds.take("civil-affairs-dibao", without);

        // Then
        assertThat(batch.getInt("gone")).isEqualTo(2);
        assertThat(facts.of(county)).containsExactly("evidence 0 DIBAO_R EXACT");
    }

    @Test
    void oneBadRowInTwoThousandCostsOneRow() {
        // Given
        var file = new StringBuilder("特困证号,城乡类别,乡镇街道,村居,姓名,身份证号,起始供养年月\n");
        for (int i = 0; i < 2_000; i++) {
            String number = i == 1_234 ? People.misspelt(People.adult()) : People.adult();
            file.append("T%d,农村,双塔街道,第1村,试人,%s,201801\n".formatted(i, number));
        }

        // When
        var batch = Feeds.take("civil-affairs-tekun", file.toString());

        // Then
        assertThat(List.of(batch.getInt("rows"), batch.getInt("accepted"), batch.getInt("refused")))
                .containsExactly(2_000, 1_999, 1);
        assertThat(facts.count(
                        "select count(*) from register_entry where batch_id = :batch and valid_to is null", batch))
                .isEqualTo(1_999);
        assertThat(facts.refusedLines(batch)).containsExactly(1_236);
    }

    @Test
    void aRunKilledInTheMiddleLeavesNothingAndTheNextRunTakesTheWholeFile() throws Exception {
        // Given
        var county = new County();
        for (int i = 0; i < 1_500; i++) {
            county.pupil();
        }
        var batch = Batch.ofFile(
                UUID.randomUUID(), Feed.ENROLMENT, LocalDate.parse(Feeds.TODAY), null, Batch.Mode.SNAPSHOT);
        var file = Files.createTempFile("feed-test", ".csv");
        Files.write(file, Feeds.utf8(county.enrolment()));
        QuarkusTransaction.requiringNew().run(() -> facts.keep(batch, file));

        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> job.take(batch.id(), new Restored(() -> file), done -> {
                            throw new IllegalStateException("killed");
                        })))
                .hasMessageContaining("killed");
        List<String> afterKill = facts.of(county);
        long storedAfterKill = facts.pupils(county);
        for (int run = 0; run < 2; run++) {
            QuarkusTransaction.requiringNew().run(() -> job.take(batch.id(), new Restored(() -> file), done -> {}));
        }
        Files.delete(file);

        // Then
        assertThat(afterKill).isEmpty();
        assertThat(storedAfterKill).isZero();
        assertThat(facts.pupils(county)).isEqualTo(1_500);
        assertThat(facts.events(county)).isEqualTo(1_500);
    }

    static County mixedCounty() {
        var county = new County();
        var matched = county.pupil();
        county.family("N1" + matched.identity().substring(6), matched);
        county.registeredPoor(matched.identity().substring(6), matched);
        var renamed = county.pupil();
        county.dibao(
                "N2" + renamed.identity().substring(6),
                renamed.guardianName(),
                renamed.guardianIdentity(),
                "异名",
                renamed.identity(),
                "子女");
        var guarded = county.pupil();
        county.head("N3" + guarded.identity().substring(6), guarded);
        return county;
    }

    private Object state() {
        return database.list(
                """
                select (select count(*) from outbox), (select coalesce(sum(revision), 0) from student),
                  (select count(*) from register_entry), (select count(*) from evidence),
                  (select coalesce(sum(version), 0) from match_case)""",
                Map.of(),
                row -> List.of(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
    }

    private static String fullWidth(String number) {
        return number.chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + '\uFF10' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
