package cn.gov.zhuozhou.aid.registry.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a family writes on the application form (家庭经济困难学生认定申请表). Which answers must be there, and what may be chosen, is
 * the {@link Template}'s matter. Money is fen a year.
 *
 * @param mainIncomeSource a code of the template
 * @param extras answers to the template's own questions, by key
 */
record Form(
        @NotNull @Size(max = 20) List<@Valid @NotNull Member> members,
        @Min(0) Long perCapitaIncomeFen,
        @NotNull Set<SpecialGroup> specialGroups,
        @NotNull Map<Influence, @NotBlank @Size(max = 500) String> influences,
        HouseholdKind householdKind,
        @Min(1) @Max(50) Integer householdSize,
        @Min(0) @Max(50) Integer membersInSchool,
        @Min(0) @Max(50) Integer dependants,
        @Min(0) @Max(50) Integer unemployed,
        @NotNull @Valid Health health,
        @Size(max = 40) String mainIncomeSource,
        @Size(max = 200) String registerAddress,
        @Size(max = 200) String homeAddress,
        @Size(max = 30) String guardianPhone,
        @Size(max = 20) String ethnicity,
        @Size(max = 20) String politicalStatus,
        @NotNull @Size(max = 50) Map<String, @NotBlank @Size(max = 500) String> extras) {
    /** A member of the household. */
    record Member(
            @NotBlank @Size(max = 50) String name,
            @Min(0) @Max(130) Integer age,
            @NotBlank @Size(max = 30) String relation,
            @Size(max = 100) String workplace,
            @Size(max = 50) String occupation,
            @Min(0) Long annualIncomeFen,
            @Size(max = 100) String health) {}

    /** Whose health weighs on the family. */
    record Health(boolean pupilDisabled, boolean pupilIll, boolean memberIll) {}

    /** The special groups of the form; the rules know finer ones. */
    enum SpecialGroup {
        /** 建档立卡 */
        REGISTERED_POOR,
        /** 最低生活保障 */
        SUBSISTENCE_ALLOWANCE,
        /** 特困供养 */
        EXTREME_POVERTY,
        /** 孤残 */
        ORPHANED_OR_DISABLED,
        /** 烈士子女 */
        MARTYRS_CHILD,
        /** 家庭经济困难残疾学生及残疾人子女 */
        DISABILITY
    }

    /** What weighs on the family's economy. */
    enum Influence {
        NATURAL_DISASTER,
        SUDDEN_ACCIDENT,
        /** Members weak by disability or age. */
        WEAK_MEMBERS,
        UNEMPLOYMENT,
        DEBT,
        OTHER
    }

    /** 农村 / 城镇 */
    enum HouseholdKind {
        RURAL,
        URBAN
    }

    Form {
        members = members == null ? null : List.copyOf(members);
        specialGroups = specialGroups == null ? null : Set.copyOf(specialGroups);
        influences = influences == null ? null : Map.copyOf(influences);
        extras = extras == null ? Map.of() : Map.copyOf(extras);
    }
}
