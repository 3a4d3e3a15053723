package cn.gov.zhuozhou.aid.inspection.datacheck;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.inspection.datacheck.ReverseCheckTasks.Task;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.Moment;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.NoticeEvidenceCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.PupilRecord;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.StaleFeedCheck;
import cn.gov.zhuozhou.aid.inspection.datacheck.rule.UnmatchedPersonCheck;
import cn.gov.zhuozhou.aid.inspection.finding.FindingLedger;
import cn.gov.zhuozhou.aid.inspection.finding.OwnerUnit;
import cn.gov.zhuozhou.aid.inspection.mirror.DataCheckConfig;
import cn.gov.zhuozhou.aid.inspection.mirror.DueSubjects;
import cn.gov.zhuozhou.aid.inspection.mirror.Subject;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Checks the subjects that are due, a batch in one transaction, and brings the ledger in line. */
@ApplicationScoped
class CheckSubjects {
    @Inject
    DueSubjects due;

    @Inject
    RuleBooks ruleBooks;

    @Inject
    PupilRecords pupilRecords;

    @Inject
    ReverseCheckTasks reverseCheckTasks;

    @Inject
    EndedNotices endedNotices;

    @Inject
    StaleFeeds staleFeeds;

    @Inject
    FindingLedger ledger;

    @Inject
    BusinessClock clock;

    @Inject
    DataCheckConfig config;

    /** Returns how many subjects were due. */
    int nextBatch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Subject> taken = due.claim(config.batch());
            if (!taken.isEmpty()) {
                check(taken);
            }
            return taken.size();
        });
    }

    private void check(List<Subject> taken) {
        RuleBook rules = ruleBooks.present();
        var results = new CheckResults(rules);
        Moment moment = new Moment(clock.today(), clock.semester(), config.openingDays());
        List<PupilCheck> checks = rules.pupilChecks();
        for (PupilRecord pupil : pupilRecords.of(ids(taken, Subject.Kind.PUPIL))) {
            for (PupilCheck check : checks) {
                results.add(check.code(), pupil, check.examine(pupil, moment));
            }
        }
        UnmatchedPersonCheck unmatched = rules.unmatchedPersonCheck();
        for (Task task : reverseCheckTasks.of(ids(taken, Subject.Kind.REVERSE_CHECK))) {
            results.add(
                    UnmatchedPersonCheck.CODE,
                    Subject.reverseCheck(task.id()),
                    owner(task),
                    unmatched.examine(task.state(), task.answer()));
        }
        NoticeEvidenceCheck evidence = rules.noticeEvidenceCheck();
        for (EndedNotices.Ended notice : endedNotices.of(ids(taken, Subject.Kind.NOTICE))) {
            results.add(
                    NoticeEvidenceCheck.CODE,
                    Subject.notice(notice.id()),
                    OwnerUnit.school(notice.schoolCode(), notice.town()),
                    evidence.examine(notice.complete(), notice.gaps()));
        }
        StaleFeedCheck staleFeed = rules.staleFeedCheck();
        for (StaleFeedCheck.Feed feed : staleFeeds.of(ids(taken, Subject.Kind.FEED))) {
            results.add(StaleFeedCheck.CODE, Subject.feed(feed.id()), OwnerUnit.bureau(), staleFeed.examine(feed));
        }
        ledger.apply(results.decided());
        due.again(results.lookAgain());
    }

    private static OwnerUnit owner(Task task) {
        return task.town() == null ? OwnerUnit.bureau() : OwnerUnit.town(task.town());
    }

    private static List<UUID> ids(List<Subject> subjects, Subject.Kind kind) {
        return subjects.stream().filter(s -> s.kind() == kind).map(Subject::id).toList();
    }
}
