package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What happened in a meeting of the review group.
 *
 * @param present members of the group
 * @param hardshipToldInPublic whether pupils had to tell of their hardship before others, which is forbidden
 * @param reference where the signed minutes are kept
 */
record Minutes(
        @NotNull LocalDate heldOn,
        @NotEmpty List<@NotNull UUID> present,
        boolean hardshipToldInPublic,
        @NotBlank @Size(max = 200) String reference,
        @NotEmpty @Size(max = 500) List<@Valid @NotNull Item> cases) {
    /**
     * The group's opinion on one application.
     *
     * @param version of the application the group saw
     */
    record Item(
            @NotNull UUID applicationId,
            @Min(1) long version,
            @NotNull Assessment assessment,
            @Min(0) int votesFor,
            @Min(0) int votesAgainst,
            @NotBlank @Size(max = 500) String opinion) {}

    /** What makes them void; empty where they may be recorded. */
    List<FieldError> faults(Map<UUID, Template.MemberKind> group, Set<Template.MemberKind> required, LocalDate today) {
        List<FieldError> faults = new ArrayList<>();
        if (heldOn.isAfter(today)) {
            faults.add(new FieldError("heldOn", "IN_THE_FUTURE", Text.of("会议日期不能晚于今天", "not after today")));
        }
        if (hardshipToldInPublic) {
            faults.add(new FieldError(
                    "hardshipToldInPublic",
                    "FORBIDDEN",
                    Text.of("严禁让学生当众诉苦、互相比困（教财〔2018〕16号）", "pupils must not have to tell of hardship in public")));
        }
        if (!group.keySet().containsAll(present)) {
            faults.add(new FieldError("present", "NOT_A_MEMBER", Text.of("有人不是认定工作组成员", "not all are members")));
        }
        Set<Template.MemberKind> absent = EnumSet.noneOf(Template.MemberKind.class);
        absent.addAll(required);
        present.forEach(member -> absent.remove(group.get(member)));
        absent.forEach(kind -> faults.add(new FieldError(
                "present",
                "KIND_ABSENT",
                Text.of("缺少" + kind.label().zh(), kind.label().en() + " absent"))));
        votes(faults);
        return faults;
    }

    private void votes(List<FieldError> faults) {
        int voters = new HashSet<>(present).size();
        Set<UUID> seen = new HashSet<>();
        for (Item item : cases) {
            if (item.votesFor() + item.votesAgainst() > voters) {
                faults.add(new FieldError("cases", "TOO_MANY_VOTES", Text.of("票数多于到会人数", "more votes than present")));
            }
            if (item.votesFor() <= item.votesAgainst()) {
                faults.add(new FieldError("cases", "NO_MAJORITY", Text.of("意见未获多数同意", "no majority for the opinion")));
            }
            if (!seen.add(item.applicationId())) {
                faults.add(new FieldError("cases", "TWICE", Text.of("同一申请出现两次", "an application stands twice")));
            }
        }
    }
}
