package cn.gov.zhuozhou.aid.registry.application;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.Text;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.http.Listing;
import cn.gov.zhuozhou.aid.chassis.http.Page;
import cn.gov.zhuozhou.aid.chassis.http.Paging;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException.FieldError;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.application.Template.MemberKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Review groups of schools (认定工作组) and their meetings. Neither is changed once recorded: another group, another meeting. */
@ApplicationScoped
class ReviewGroups {
    record Member(UUID id, MemberKind kind, String name) {}

    record Group(UUID id, String schoolCode, String schoolName, String semester, String formedBy) {}

    /** A meeting as it was recorded; opinions stand with the applications. */
    record Meeting(UUID id, LocalDate heldOn, List<UUID> present, String reference, int cases, String recordedBy) {}

    private static final String SELECT = """
            select g.id, g.school_code, c.name, g.semester, g.formed_by_name
            from review_group g join school c on c.code = g.school_code
            where (cast(:ownSchool as text) is null or c.code = :ownSchool)
              and (cast(:ownTown as text) is null or c.town = :ownTown)
            """;

    private static final Listing<Group> LISTING = new Listing<>(SELECT, "g.id", ReviewGroups::read, Group::id);

    @Inject
    Database database;

    @Inject
    Applicants applicants;

    @Inject
    Applications applications;

    @Inject
    Templates templates;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    Optional<Group> find(UUID id, Jurisdiction own) {
        return LISTING.find(database, id, own);
    }

    Page<Group> list(String semester, String school, Jurisdiction own, Paging paging) {
        return LISTING.page(database, Values.of("g.semester", semester).and("g.school_code", school), own, paging);
    }

    List<Member> members(UUID groupId) {
        return database.list(
                "select id, kind, name from review_group_member where group_id = :group order by id",
                Map.of("group", groupId),
                row -> new Member(
                        row.getObject(1, UUID.class), MemberKind.valueOf(row.getString(2)), row.getString(3)));
    }

    List<Meeting> meetings(UUID groupId) {
        return database.list(
                """
                select m.id, m.held_on, m.present, m.minutes,
                    (select count(*) from review_case k where k.meeting_id = m.id), m.recorded_by_name
                from review_meeting m where m.group_id = :group order by m.id
                """,
                Map.of("group", groupId),
                row -> new Meeting(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        List.of((UUID[]) row.getArray(3).getArray()),
                        row.getString(4),
                        row.getInt(5),
                        row.getString(6)));
    }

    /** Ends the request where a kind of member is missing that the template asks for. */
    Group form(String schoolCode, String semester, List<Member> members, Actor actor) {
        applicants.requireSchool(schoolCode, actor.jurisdiction());
        requireKinds(members);
        UUID id = Ids.next();
        database.update(
                """
                insert into review_group (id, school_code, semester, formed_by, formed_by_name, formed_at)
                values (:id, :school, :semester, :by, :name, :now)
                """,
                Map.of(
                        "id",
                        id,
                        "school",
                        schoolCode,
                        "semester",
                        semester,
                        "by",
                        actor.id(),
                        "name",
                        actor.name(),
                        "now",
                        clock.now()));
        for (Member member : members) {
            database.update(
                    "insert into review_group_member (id, group_id, kind, name) values (:id, :group, :kind, :name)",
                    Map.of("id", member.id(), "group", id, "kind", member.kind(), "name", member.name()));
        }
        trail.record(
                actor, "review-group.formed", "review-group", id.toString(), null, Map.of("members", members.size()));
        return find(id, actor.jurisdiction()).orElseThrow();
    }

    /** Records a meeting and moves the applications it was about. */
    UUID record(UUID groupId, Minutes minutes, Actor actor) {
        Group group = find(groupId, actor.jurisdiction()).orElseThrow(ProblemException::notFound);
        Map<UUID, MemberKind> kinds = members(groupId).stream().collect(Collectors.toMap(Member::id, Member::kind));
        List<FieldError> faults =
                minutes.faults(kinds, templates.inForce().definition().requiredMembers(), clock.today());
        if (!faults.isEmpty()) {
            throw new ProblemException(ApplicationProblem.MINUTES_NOT_VALID, Text.of("", ""), faults);
        }
        UUID id = Ids.next();
        Map<String, Object> values = new HashMap<>();
        values.put("id", id);
        values.put("group", groupId);
        values.put("on", minutes.heldOn());
        values.put("present", minutes.present());
        values.put("minutes", Masked.anywhere(minutes.reference()));
        values.put("by", actor.id());
        values.put("name", actor.name());
        values.put("now", clock.now());
        database.update("""
                insert into review_meeting (id, group_id, held_on, present, minutes, recorded_by, recorded_by_name,
                    recorded_at)
                values (:id, :group, :on, :present, :minutes, :by, :name, :now)
                """, values);
        applications.reviewed(id, group.schoolCode(), group.semester(), minutes.cases(), actor);
        minutes.cases().forEach(item -> insertCase(id, item));
        trail.record(
                actor,
                "review-group.met",
                "review-group",
                groupId.toString(),
                null,
                Map.of("meeting", id, "cases", minutes.cases().size()));
        return id;
    }

    private void insertCase(UUID meetingId, Minutes.Item item) {
        database.update(
                """
                insert into review_case (meeting_id, application_id, assessment, votes_for, votes_against)
                values (:meeting, :application, :assessment, :for, :against)
                """,
                Map.of(
                        "meeting", meetingId,
                        "application", item.applicationId(),
                        "assessment", item.assessment(),
                        "for", item.votesFor(),
                        "against", item.votesAgainst()));
    }

    private void requireKinds(List<Member> members) {
        Set<MemberKind> missing = new TreeSet<>(templates.inForce().definition().requiredMembers());
        members.forEach(member -> missing.remove(member.kind()));
        if (!missing.isEmpty()) {
            throw new ProblemException(
                    ApplicationProblem.GROUP_INCOMPLETE,
                    Text.of("", ""),
                    missing.stream()
                            .map(kind -> new FieldError("members", "KIND_MISSING", kind.label()))
                            .toList());
        }
    }

    private static Group read(ResultSet row) throws SQLException {
        return new Group(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}
