package cn.gov.zhuozhou.aid.inspection.mirror;

import cn.gov.zhuozhou.aid.chassis.sql.Values;
import java.util.List;
import java.util.UUID;

/** What we read of {@code registry.NoticeClosed.v1}; the newer fields are null in events told before they existed. */
record NoticeChange(UUID noticeId, String schoolCode, Boolean evidenceComplete, List<String> evidenceGaps)
        implements Fact {
    @Override
    public UUID id() {
        return noticeId;
    }

    @Override
    public Subject subject() {
        return Subject.notice(noticeId);
    }

    @Override
    public Object[] needed() {
        return new Object[] {noticeId, schoolCode};
    }

    @Override
    public String upsert() {
        return """
                insert into notice (notice_id, revision, school_code, evidence_complete, evidence_gaps)
                values (:id, :revision, :school, :complete, :gaps)
                on conflict (notice_id) do update set revision = excluded.revision, school_code = excluded.school_code,
                  evidence_complete = excluded.evidence_complete, evidence_gaps = excluded.evidence_gaps
                where notice.revision < excluded.revision""";
    }

    @Override
    public Values values(long revision) {
        return Values.of("id", noticeId)
                .and("revision", revision)
                .and("school", schoolCode)
                .and("complete", evidenceComplete)
                .and("gaps", evidenceGaps == null ? List.of() : evidenceGaps);
    }
}
