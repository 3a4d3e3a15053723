package cn.gov.zhuozhou.aid.disbursement.payee;

import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Which aided pupils can be paid, and whose account is missing. */
@ApplicationScoped
class PayeeStatuses {
    /**
     * Where a pupil's account stands.
     *
     * @param status 1 in order, 0 not collected, 2 to be renewed
     * @param waiting an account of his waits for confirmation
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PupilStatus(
            UUID studentId,
            String name,
            String schoolCode,
            int status,
            boolean waiting,
            boolean payable,
            UUID accountId) {}

    private static final String SELECT = """
            select * from (
              select p.student_id, p.name, p.school_code,
                case when a.id is null then 0 when a.needs_update is null and a.ask_again is null then 1 else 2 end as status,
                exists (select 1 from payee_account w where w.student_id = p.student_id and w.state = 'PROPOSED') as waiting,
                exists (select 1 from payee_payable y where y.account_id = a.id) as payable, a.id as account_id
              from pupil p
              left join payee_account a on a.student_id = p.student_id and a.state = 'CONFIRMED'
              where p.merged_into is null and exists (select 1 from eligibility e where e.student_id = p.student_id and e.identified)
                and (cast(:ownSchool as text) is null or p.school_code = :ownSchool)
                and (cast(:ownTown as text) is null or p.school_town = :ownTown)
                and (cast(:school as text) is null or p.school_code = :school)
                and (cast(:after as uuid) is null or p.student_id > :after)) s
            where (cast(:status as integer) is null or s.status = :status)
            order by s.student_id limit :most
            """;

    @Inject
    Database database;

    Page<PupilStatus> list(String school, Integer status, Jurisdiction own, Paging paging) {
        Map<String, Object> values = own.parameters();
        values.put("school", school);
        values.put("status", status);
        values.put("after", paging.afterId());
        values.put("most", paging.limit() + 1);
        return Page.of(
                database.list(
                        SELECT,
                        values,
                        row -> new PupilStatus(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getInt(4),
                                row.getBoolean(5),
                                row.getBoolean(6),
                                row.getObject(7, UUID.class))),
                paging.limit(),
                PupilStatus::studentId);
    }
}
