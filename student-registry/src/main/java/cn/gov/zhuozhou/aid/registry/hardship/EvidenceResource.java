package cn.gov.zhuozhou.aid.registry.hardship;

import cn.gov.zhuozhou.aid.chassis.actor.CurrentActor;
import cn.gov.zhuozhou.aid.chassis.actor.Roles;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.registry.student.Students;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What proves a pupil's hardship, down to the file and line it came from; ended evidence included. */
@Path("/api/v1/students/{id}/evidence")
@RunOnVirtualThread
@RolesAllowed({Roles.VIEWER, Roles.CLERK, Roles.REVIEWER, Roles.INSPECTOR, Roles.AUDITOR})
class EvidenceResource {
    record EvidenceView(
            UUID evidenceId,
            String category,
            String source,
            String matchKind,
            LocalDate validFrom,
            LocalDate validTo,
            UUID batchId,
            int line,
            LocalDate asOf,
            String receivedAs,
            String registerName,
            String town,
            String village,
            UUID caseId,
            String decidedBy,
            String decisionReason) {}

    record EvidenceList(UUID studentId, List<EvidenceView> items) {}

    @Inject
    Database database;

    @Inject
    Students students;

    @Inject
    CurrentActor actor;

    @GET
    public EvidenceList list(@PathParam("id") UUID id) {
        if (!students.exists(id, actor.jurisdiction())) {
            throw ProblemException.notFound();
        }
        return new EvidenceList(
                id,
                database.list(
                        """
                        select ev.id, ev.category, ev.source, ev.match_kind, ev.valid_from, ev.valid_to, ev.batch_id, ev.line_no,
                          b.as_of, b.kind, e.name, e.town, e.village, ev.case_id, mc.decided_by, mc.reason
                        from evidence ev
                        join feed_batch b on b.id = ev.batch_id
                        join register_entry e on e.id = ev.entry_id
                        left join match_case mc on mc.id = ev.case_id
                        where ev.student_id = :id
                        order by ev.valid_to desc nulls first, ev.valid_from, ev.id""",
                        Map.of("id", id),
                        row -> new EvidenceView(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getObject(6, LocalDate.class),
                                row.getObject(7, UUID.class),
                                row.getInt(8),
                                row.getObject(9, LocalDate.class),
                                row.getString(10),
                                row.getString(11),
                                row.getString(12),
                                row.getString(13),
                                row.getObject(14, UUID.class),
                                row.getString(15),
                                row.getString(16))));
    }
}
