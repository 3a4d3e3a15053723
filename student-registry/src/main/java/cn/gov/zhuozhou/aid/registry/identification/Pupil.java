package cn.gov.zhuozhou.aid.registry.identification;

import cn.gov.zhuozhou.aid.registry.identification.rule.EnrolmentState;
import cn.gov.zhuozhou.aid.registry.identification.rule.Evidence;
import cn.gov.zhuozhou.aid.registry.identification.rule.HardshipJudgement;
import cn.gov.zhuozhou.aid.registry.identification.rule.Match;
import cn.gov.zhuozhou.aid.registry.identification.rule.Procedure;
import cn.gov.zhuozhou.aid.registry.identification.rule.Stage;
import java.util.List;
import java.util.UUID;

/**
 * The facts about a pupil that rulings rest on, as they are now.
 *
 * @param lastSemester what was in force at the end of last semester
 * @param lastStage the stage it was held in; null counts as the present one
 */
record Pupil(
        UUID id,
        EnrolmentState enrolment,
        Stage stage,
        Standing lastSemester,
        Stage lastStage,
        List<Evidence> evidence,
        List<Match> matches,
        HardshipJudgement hardship,
        Procedure procedure) {}
