package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What differs from county to county and from year to year in the application procedure.
 *
 * @param advanceNoticeRequired whether families must have been told before applications are taken
 * @param selfSignsFromAge from this age on the pupil signs, before it the guardian
 * @param requiredMembers kinds of members a review group needs, and a meeting needs present
 * @param weights what the decision aid counts; it informs the class and the group and decides nothing
 */
record Template(
        boolean advanceNoticeRequired,
        @Min(0) @Max(30) int selfSignsFromAge,
        @NotNull Set<@NotNull MemberKind> requiredMembers,
        @NotNull Set<@NotNull Answer> requiredAnswers,
        @NotNull @Size(max = 50) List<@Valid @NotNull Choice> incomeSources,
        @NotNull @Size(max = 50) List<@Valid @NotNull Choice> evidenceKinds,
        @NotNull @Size(max = 50) List<@Valid @NotNull Extra> extras,
        @NotNull @Size(max = 50) List<@Valid @NotNull Weight> weights) {
    /** Who sits in the review group (认定工作组). */
    enum MemberKind {
        LEADER("学校领导", "school leader"),
        AID_STAFF("资助工作人员", "aid staff"),
        TEACHER("教师代表", "teacher"),
        PUPIL("学生代表", "pupil"),
        PARENT("家长代表", "parent");

        private final Text label;

        MemberKind(String zh, String en) {
            label = Text.of(zh, en);
        }

        Text label() {
            return label;
        }
    }

    /** Answers a template may insist on. */
    enum Answer {
        MEMBERS("members", form -> !form.members().isEmpty()),
        PER_CAPITA_INCOME("perCapitaIncomeFen", form -> form.perCapitaIncomeFen() != null),
        HOUSEHOLD_KIND("householdKind", form -> form.householdKind() != null),
        HOUSEHOLD_SIZE("householdSize", form -> form.householdSize() != null),
        MEMBERS_IN_SCHOOL("membersInSchool", form -> form.membersInSchool() != null),
        DEPENDANTS("dependants", form -> form.dependants() != null),
        UNEMPLOYED("unemployed", form -> form.unemployed() != null),
        MAIN_INCOME_SOURCE("mainIncomeSource", form -> written(form.mainIncomeSource())),
        REGISTER_ADDRESS("registerAddress", form -> written(form.registerAddress())),
        HOME_ADDRESS("homeAddress", form -> written(form.homeAddress())),
        GUARDIAN_PHONE("guardianPhone", form -> written(form.guardianPhone())),
        ETHNICITY("ethnicity", form -> written(form.ethnicity())),
        POLITICAL_STATUS("politicalStatus", form -> written(form.politicalStatus()));

        private final String field;
        private final Predicate<Form> given;

        Answer(String field, Predicate<Form> given) {
            this.field = field;
            this.given = given;
        }

        String field() {
            return field;
        }

        boolean givenIn(Form form) {
            return given.test(form);
        }

        private static boolean written(String text) {
            return text != null && !text.isBlank();
        }
    }

    /** One of several. */
    record Choice(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
            String code,

            @NotBlank @Size(max = 50) String zh,
            @NotBlank @Size(max = 50) String en) {}

    /** A question of this county's own. */
    record Extra(
            @NotBlank @Pattern(regexp = "[a-zA-Z][a-zA-Z0-9]{0,39}")
            String key,

            @NotBlank @Size(max = 100) String zh,
            @NotBlank @Size(max = 100) String en,
            boolean required) {}

    /** Points where the indicator holds. */
    record Weight(
            @NotNull HardshipIndex.Indicator indicator,
            @Min(1) @Max(100) int points,
            @Min(0) Long thresholdFen) {}

    boolean knowsIncomeSource(String code) {
        return incomeSources.stream().anyMatch(choice -> choice.code().equals(code));
    }

    boolean knowsEvidence(String code) {
        return evidenceKinds.stream().anyMatch(choice -> choice.code().equals(code));
    }
}
