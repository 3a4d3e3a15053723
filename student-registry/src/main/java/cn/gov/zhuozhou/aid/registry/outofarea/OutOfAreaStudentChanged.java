package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.registry.outofarea.Standing.Overdue;
import cn.gov.zhuozhou.aid.registry.outofarea.Standing.ReplyState;
import java.util.List;
import java.util.UUID;

/**
 * What others need to know of a pupil out of area; no name and no number.
 *
 * @param studentId the county's own record of the same person, so that aid in two areas can be seen (A12); null where there is none
 * @param fourCategory S74 as confirmed; null before
 * @param responsibleSchool the code of a school of the county; null where a school elsewhere is responsible, or none
 * @param aidedSemesters for which the school attended said it aids him
 * @param aids what it said it grants, so that the same aid here can be seen (A12)
 */
record OutOfAreaStudentChanged(
        UUID outOfAreaStudentId,
        long revision,
        OutOfAreaStudent.State state,
        UUID studentId,
        String town,
        String village,
        Stage stage,
        Boolean fourCategory,
        boolean inHardship,
        boolean answersComplete,
        String letterState,
        ReplyState replyState,
        Overdue overdue,
        boolean escalated,
        String responsibleSchool,
        boolean aidedElsewhere,
        List<String> aidedSemesters,
        List<Aid> aids) {
    /** @param programme a code or a name, as the school elsewhere writes it */
    record Aid(String semester, String programme, long amountFen) {}

    static final String TOPIC = "student-registry.out-of-area";
    static final String TYPE = "cn.gov.zhuozhou.aid.registry.OutOfAreaStudentChanged.v1";
    private static final String NO_LETTER = "NONE";

    static OutOfAreaStudentChanged of(
            OutOfAreaStudent student, Boolean fourCategory, Standing standing, List<Aid> aids, UUID studentId) {
        List<String> semesters =
                aids.stream().map(Aid::semester).distinct().sorted().toList();
        return new OutOfAreaStudentChanged(
                student.id(),
                student.version(),
                student.state(),
                studentId,
                student.town(),
                student.village(),
                student.stage(),
                fourCategory,
                student.inHardship(),
                student.completeSince() != null,
                student.letter() == null ? NO_LETTER : student.letter().state().name(),
                standing.reply(),
                standing.overdue(),
                standing.escalated(),
                student.responsible() == null ? null : student.responsible().code(),
                !aids.isEmpty(),
                semesters,
                aids);
    }
}
