package cn.gov.zhuozhou.aid.accountability.assignment;

import cn.gov.zhuozhou.aid.accountability.assignment.choice.Candidate;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.HeldPost;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.ResponsiblePersonChoice;
import cn.gov.zhuozhou.aid.accountability.organisation.Staff;
import cn.gov.zhuozhou.aid.accountability.organisation.StaffMember;
import cn.gov.zhuozhou.aid.accountability.pupil.Pupil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Lays the staff of a pupil's school, with their present loads, before the rule that chooses. */
@ApplicationScoped
class FindPerson {
    @Inject
    Staff staff;

    @Inject
    Assignments assignments;

    Choice answeringFor(Pupil pupil) {
        List<StaffMember> atSchool = staff.atSchool(pupil.schoolCode());
        Set<UUID> people = atSchool.stream().map(StaffMember::personId).collect(Collectors.toSet());
        Map<UUID, Long> loads = people.isEmpty() ? Map.of() : assignments.loads(people);
        List<Candidate> candidates = atSchool.stream()
                .map(m -> new Candidate(m.personId(), m.staffNumber(), m.name(), loads.getOrDefault(m.personId(), 0L)))
                .distinct()
                .toList();
        List<HeldPost> posts = atSchool.stream()
                .map(m -> new HeldPost(
                        m.personId(), m.schoolCode(), m.post(), m.answersForPupils(), m.grade(), m.className()))
                .toList();
        var asked = new cn.gov.zhuozhou.aid.accountability.assignment.choice.Pupil(
                pupil.schoolCode(), pupil.grade(), pupil.className());
        return ResponsiblePersonChoice.of(asked, candidates, posts);
    }

    static Responsible responsible(Choice.Chosen chosen) {
        return new Responsible(
                chosen.person().personId(),
                chosen.person().name(),
                chosen.post(),
                chosen.ground().name());
    }
}
