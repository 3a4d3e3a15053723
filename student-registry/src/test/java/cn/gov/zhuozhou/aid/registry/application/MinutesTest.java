package cn.gov.zhuozhou.aid.registry.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.registry.application.Template.MemberKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinutesTest {
    private static final LocalDate TODAY = LocalDate.of(2019, 3, 18);

    private final Map<MemberKind, UUID> members = new EnumMap<>(MemberKind.class);

    MinutesTest() {
        for (MemberKind kind : MemberKind.values()) {
            members.put(kind, UUID.randomUUID());
        }
    }

    @Test
    void aMeetingOfAllKindsWithAMajorityIsRecorded() {
        assertThat(faults(TODAY, List.copyOf(members.values()), false, 4, 1)).isEmpty();
    }

    @Test
    void pupilsAndParentsMustBePresent() {
        var present = List.of(
                members.get(MemberKind.LEADER), members.get(MemberKind.AID_STAFF), members.get(MemberKind.TEACHER));

        assertThat(faults(TODAY, present, false, 3, 0)).containsExactly("KIND_ABSENT", "KIND_ABSENT");
    }

    @Test
    void nobodyTellsOfHisHardshipInPublic() {
        assertThat(faults(TODAY, List.copyOf(members.values()), true, 5, 0)).containsExactly("FORBIDDEN");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, NO_MAJORITY", "4, 2, TOO_MANY_VOTES"})
    void votesAddUpAndCarryTheOpinion(int inFavour, int against, String fault) {
        assertThat(faults(TODAY, List.copyOf(members.values()), false, inFavour, against))
                .containsExactly(fault);
    }

    @Test
    void strangersAndTheFutureMakeThemVoid() {
        var present = new ArrayList<>(members.values());
        present.add(UUID.randomUUID());

        assertThat(faults(TODAY.plusDays(1), present, false, 5, 0)).containsExactly("IN_THE_FUTURE", "NOT_A_MEMBER");
    }

    private List<String> faults(LocalDate on, List<UUID> present, boolean inPublic, int inFavour, int against) {
        var item = new Minutes.Item(UUID.randomUUID(), 2, Assessment.DIFFICULT, inFavour, against, "情况属实");
        Map<UUID, MemberKind> group =
                members.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return new Minutes(on, present, inPublic, "卷 2", List.of(item))
                .faults(group, Forms.TEMPLATE.requiredMembers(), TODAY).stream()
                        .map(FieldError::code)
                        .toList();
    }
}
