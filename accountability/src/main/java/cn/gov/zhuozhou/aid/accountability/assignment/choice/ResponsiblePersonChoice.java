package cn.gov.zhuozhou.aid.accountability.assignment.choice;

import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Chosen;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Gap;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Ground;
import cn.gov.zhuozhou.aid.accountability.assignment.choice.Choice.Lack;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who shall answer for a pupil (一生一责任人, S43; 班主任包班、教师包学生, S54): the teacher of his class where that is
 * known, else the teacher of his school with the fewest pupils; of equals the one with the lowest staff number.
 */
public final class ResponsiblePersonChoice {
    private static final Comparator<Chosen> FEWEST_FIRST = Comparator.comparingLong(
                    (Chosen c) -> c.person().load())
            .thenComparing(c -> c.person().staffNumber())
            .thenComparing(Chosen::post);

    private ResponsiblePersonChoice() {}

    public static Choice of(Pupil pupil, List<Candidate> candidates, List<HeldPost> posts) {
        Optional<Chosen> found = best(candidates, posts, p -> p.leadsClassOf(pupil), Ground.CLASS_TEACHER_OF_CLASS)
                .or(() -> best(candidates, posts, p -> p.isOf(pupil), Ground.FEWEST_PUPILS));
        if (found.isPresent()) {
            return found.get();
        }
        boolean staffKnown = posts.stream().anyMatch(p -> p.schoolCode().equals(pupil.schoolCode()));
        return new Gap(staffKnown ? Lack.NO_TEACHER : Lack.NO_STAFF_KNOWN);
    }

    private static Optional<Chosen> best(
            List<Candidate> candidates, List<HeldPost> posts, Predicate<HeldPost> fits, Ground ground) {
        return candidates.stream()
                .flatMap(candidate -> posts.stream()
                        .filter(post -> post.personId().equals(candidate.personId()))
                        .filter(fits)
                        .map(post -> new Chosen(candidate, post.kind(), ground)))
                .min(FEWEST_FIRST);
    }
}
