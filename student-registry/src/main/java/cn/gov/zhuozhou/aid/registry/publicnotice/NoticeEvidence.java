package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachment;
import cn.gov.zhuozhou.aid.chassis.attachment.Attachments;
import cn.gov.zhuozhou.aid.chassis.attachment.FileKind;
import cn.gov.zhuozhou.aid.chassis.attachment.HandedIn;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessCalendar;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.event.Outbox;
import cn.gov.zhuozhou.aid.chassis.leak.LeakCheck;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Photos and scans that prove a notice hung, and what is still missing. */
@ApplicationScoped
class NoticeEvidence {
    private static final String SUBJECT = "public-notice";

    /** A file with what its sender says of it. */
    record Shown(Evidence.Shows shows, LocalDate takenOn, String place, String fileName, byte[] content) {}

    private record Said(UUID attachment, Evidence.Shows shows, LocalDate takenOn, String place) {}

    @Inject
    Attachments attachments;

    @Inject
    NoticeStore notices;

    @Inject
    BusinessCalendar calendar;

    @Inject
    BusinessClock clock;

    @Inject
    Database database;

    @Inject
    Outbox outbox;

    /** Keeps a photo; a notice that has ended is told of again with what is missing now. */
    Evidence keep(Notice notice, Shown shown, Actor actor) {
        requireTakenDuring(notice, shown.takenOn());
        NoticeLeaks.refuse(NoticeLeaks.in("place", "地点", shown.place()));
        refuseLeaks(shown.content());
        Attachment kept = attachments.keep(
                new HandedIn(
                        SUBJECT,
                        notice.id().toString(),
                        shown.shows().name(),
                        shown.fileName(),
                        shown.content(),
                        FileKind.PHOTOS_AND_SCANS),
                actor);
        database.update(
                """
                insert into notice_evidence (attachment_id, notice_id, shows, taken_on, place)
                values (:id, :notice, :shows, :day, :place)
                """,
                Values.of("id", kept.id())
                        .and("notice", notice.id())
                        .and("shows", shown.shows())
                        .and("day", shown.takenOn())
                        .and("place", shown.place()));
        if (notice.state() == Notice.State.CLOSED) {
            Notice touched = notice.touched();
            notices.touch(touched);
            outbox.append(touched.closedEvent(gaps(touched)));
        }
        return of(notice.id()).stream()
                .filter(e -> e.id().equals(kept.id()))
                .findFirst()
                .orElseThrow();
    }

    List<Evidence> of(UUID noticeId) {
        Map<UUID, Attachment> files = attachments.of(SUBJECT, noticeId.toString()).stream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
        return said(noticeId).stream()
                .map(said -> evidence(said, files.get(said.attachment())))
                .toList();
    }

    List<EvidenceGap> gaps(Notice notice) {
        return EvidenceCheck.gaps(notice, of(notice.id()), calendar.workingDays());
    }

    Optional<Attachment> file(UUID noticeId, UUID id) {
        return attachments.find(SUBJECT, noticeId.toString(), id);
    }

    byte[] content(Attachment file) {
        return attachments.content(file);
    }

    private void requireTakenDuring(Notice notice, LocalDate day) {
        boolean during =
                !day.isBefore(notice.firstDay()) && !day.isAfter(notice.lastDay()) && !day.isAfter(clock.today());
        if (!during) {
            throw new ProblemException(
                    NoticeProblem.EVIDENCE_DATE,
                    Text.of("公示期：%s 至 %s。", "The notice stands from %s to %s.")
                            .formatted(notice.firstDay(), notice.lastDay()));
        }
    }

    private static void refuseLeaks(byte[] content) {
        if (!FileKind.of(content).equals(Optional.of(FileKind.PDF))) {
            return;
        }
        try {
            NoticeLeaks.refuse(LeakCheck.pdf(content));
        } catch (LeakCheck.Unreadable e) {
            throw new ProblemException(NoticeProblem.UNREADABLE_FOR_CHECK);
        }
    }

    private List<Said> said(UUID noticeId) {
        return database.list(
                """
                select attachment_id, shows, taken_on, place from notice_evidence where notice_id = :notice
                order by taken_on, attachment_id
                """,
                Map.of("notice", noticeId),
                row -> new Said(
                        row.getObject(1, UUID.class),
                        Evidence.Shows.valueOf(row.getString(2)),
                        row.getObject(3, LocalDate.class),
                        row.getString(4)));
    }

    private static Evidence evidence(Said said, Attachment file) {
        return new Evidence(
                file.id(),
                said.shows(),
                said.takenOn(),
                said.place(),
                file.name(),
                file.kind().mediaType(),
                file.size(),
                file.sha256(),
                file.byName(),
                file.at());
    }
}
