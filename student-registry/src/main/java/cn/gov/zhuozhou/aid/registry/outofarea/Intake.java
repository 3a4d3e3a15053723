package cn.gov.zhuozhou.aid.registry.outofarea;

import cn.gov.zhuozhou.aid.chassis.Ids;
import cn.gov.zhuozhou.aid.chassis.actor.Actor;
import cn.gov.zhuozhou.aid.chassis.actor.Jurisdiction;
import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.crypto.FieldCrypto;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemException;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Turns;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import cn.gov.zhuozhou.aid.chassis.trail.Trail;
import cn.gov.zhuozhou.aid.registry.Masked;
import cn.gov.zhuozhou.aid.registry.identity.IdentityNumber;
import cn.gov.zhuozhou.aid.registry.identity.PersonName;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Said;
import cn.gov.zhuozhou.aid.registry.outofarea.Answer.Source;
import cn.gov.zhuozhou.aid.registry.reversecheck.OutOfAreaPersons;
import cn.gov.zhuozhou.aid.registry.reversecheck.OutOfAreaPersons.OutOfAreaPerson;
import cn.gov.zhuozhou.aid.registry.reversecheck.ReverseCheckAnswered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who comes to be known as a pupil out of area: found by the reverse check, or entered by the town. In the caller's transaction. */
@ApplicationScoped
class Intake {
    /** A person the town knows of. Both numbers in clear until they are kept. */
    record Person(
            String name,
            String identityNumber,
            String town,
            String village,
            String guardianName,
            String guardianRelation,
            String guardianIdentityNumber,
            OutOfAreaStudent.SchoolAttended attends,
            Stage stage) {
        @Override
        public String toString() {
            return "person";
        }
    }

    private static final String REVERSE_CHECK = "out-of-area";
    private static final String PERSON = "out-of-area-person";

    private static final String INSERT = """
            insert into out_of_area_student (id, version, origin, task_id, task_revision, state, identity_index, identity_sealed,
              name, birth_date, town, village, guardian_name, guardian_relation, guardian_index, province, city, school_name,
              created_on, created_by)
            values (:id, 1, :origin, :task, :taskRevision, 'ACTIVE', :index, :sealed, :name, :birthDate, :town, :village,
              :guardian, :relation, :guardianIndex, :province, :city, :school, :today, :by)""";

    /** Also one the town entered before, or one whose answer was taken back and given again: the time to write begins anew. */
    private static final String ATTACH = """
            update out_of_area_student set task_id = :task, task_revision = :taskRevision, state = 'ACTIVE', end_reason = null,
              ended_on = null, in_hardship = in_hardship and state = 'ACTIVE', province = :province, city = :city, school_name = :school, town = coalesce(:town, town),
              village = coalesce(:village, village), guardian_index = coalesce(guardian_index, :guardianIndex)
            where id = :id""";

    @Inject
    Database database;

    @Inject
    OutOfAreaPersons persons;

    @Inject
    OutOfAreaStudents students;

    @Inject
    AnswerStore answers;

    @Inject
    Evidence evidence;

    @Inject
    Turns turns;

    @Inject
    FieldCrypto crypto;

    @Inject
    BusinessClock clock;

    @Inject
    Trail trail;

    /** S73: what a second person has agreed to is taken over at once; what is taken back ends. */
    void follow(@Observes ReverseCheckAnswered answered) {
        takeOver(answered.taskId());
    }

    void takeOver(UUID task) {
        Optional<OutOfAreaPerson> person = persons.find(task, Jurisdiction.BUREAU);
        if (person.isPresent()) {
            takeOver(person.get());
        } else {
            active(task).ifPresent(id -> end(id, "反向核查答复已变更", Actor.system(REVERSE_CHECK)));
        }
    }

    OutOfAreaStudent enter(Person person, Actor actor) {
        if (!actor.jurisdiction().coversTown(person.town())) {
            throw ProblemException.notFound();
        }
        IdentityNumber number = number(person.identityNumber());
        UUID index = index(number);
        turns.alone(PERSON, index);
        if (known(index, null, 0).isPresent()) {
            throw new ProblemException(OutOfAreaProblem.KNOWN_ALREADY);
        }
        UUID id = Ids.next();
        database.update(
                INSERT,
                values(id, OutOfAreaStudent.Origin.TOWN, person.attends(), actor)
                        .and("task", null)
                        .and("taskRevision", null)
                        .and("index", index)
                        .and("sealed", crypto.encrypt(number.value()))
                        .and("name", PersonName.normalised(person.name()))
                        .and(
                                "birthDate",
                                IdentityNumber.writtenBirthDate(number.value()).orElseThrow())
                        .and("town", person.town())
                        .and("village", person.village())
                        .and("guardian", person.guardianName())
                        .and("relation", person.guardianRelation())
                        .and(
                                "guardianIndex",
                                person.guardianIdentityNumber() == null
                                        ? null
                                        : index(number(person.guardianIdentityNumber()))));
        if (person.stage() != null) {
            answers.add(
                    id,
                    Question.STAGE,
                    Answer.State.ANSWERED,
                    Said.code(person.stage().name()),
                    Source.FAMILY,
                    actor);
        }
        trail.record(actor, "out-of-area.entered", OutOfAreaStudentResource.SUBJECT, id.toString(), null);
        evidence.follow(id);
        return students.settle(id);
    }

    /** He came home, graduated, or moved away. */
    OutOfAreaStudent end(UUID id, String reason, Actor actor) {
        database.update(
                """
                update out_of_area_student set state = 'ENDED', end_reason = :reason, ended_on = :today
                where id = :id and state = 'ACTIVE'""", Values.of("id", id).and("reason", Masked.anywhere(reason)).and("today", clock.today()));
        trail.record(
                actor, "out-of-area.ended", OutOfAreaStudentResource.SUBJECT, id.toString(), Masked.anywhere(reason));
        return students.settle(id);
    }

    private void takeOver(OutOfAreaPerson person) {
        turns.alone(PERSON, person.personIndex());
        Optional<UUID> before = known(person.personIndex(), person.taskId(), person.revision());
        if (before.isPresent() && taken(before.get(), person)) {
            return;
        }
        var actor = Actor.system(REVERSE_CHECK);
        UUID id = before.orElseGet(Ids::next);
        Values values = values(
                        id,
                        OutOfAreaStudent.Origin.REVERSE_CHECK,
                        new OutOfAreaStudent.SchoolAttended(person.province(), person.city(), person.schoolName()),
                        actor)
                .and("task", person.taskId())
                .and("taskRevision", person.revision())
                .and("index", person.personIndex())
                .and("sealed", persons.sealedIdentity(person.taskId()).orElse(null))
                .and("name", person.name())
                .and("birthDate", person.birthDate())
                .and("town", person.town())
                .and("village", person.village())
                .and("guardian", person.headName())
                .and("relation", null)
                .and("guardianIndex", person.headIndex());
        if (before.isPresent()) {
            students.await(id);
            database.update(ATTACH, values);
        } else {
            database.update(INSERT, values);
        }
        Stage.found(person.stage())
                .filter(stage -> !answers.present(id).containsKey(Question.STAGE))
                .ifPresent(stage -> answers.add(
                        id,
                        Question.STAGE,
                        Answer.State.PROPOSED,
                        Said.code(stage.name()),
                        Source.REVERSE_CHECK,
                        actor));
        trail.record(actor, "out-of-area.taken-over", OutOfAreaStudentResource.SUBJECT, id.toString(), null);
        evidence.follow(id);
        students.settle(id);
    }

    private Values values(
            UUID id, OutOfAreaStudent.Origin origin, OutOfAreaStudent.SchoolAttended attends, Actor actor) {
        return Values.of("id", id)
                .and("origin", origin)
                .and("province", attends.province())
                .and("city", attends.city())
                .and("school", attends.name())
                .and("today", clock.today())
                .and("by", actor.id());
    }

    private Optional<UUID> active(UUID task) {
        return database.first(
                "select id from out_of_area_student where task_id = :task and state = 'ACTIVE'",
                Map.of("task", task),
                row -> row.getObject(1, UUID.class));
    }

    /** Whoever was forgotten after his time stays so, unless something new is found out about him. */
    private Optional<UUID> known(UUID index, UUID task, long revision) {
        return database.first(
                """
                select id from out_of_area_student
                where identity_index = :index and state = 'ACTIVE'
                  or task_id = :task::uuid and (anonymised_on is null or task_revision = :revision)
                order by state = 'ACTIVE' desc, id desc limit 1""",
                Values.of("index", index).and("task", task).and("revision", revision),
                row -> row.getObject(1, UUID.class));
    }

    /** Also where somebody has ended it since. */
    private boolean taken(UUID id, OutOfAreaPerson person) {
        return database.number("""
                        select count(*) from out_of_area_student
                        where id = :id and task_id = :task and task_revision = :revision""", Map.of("id", id, "task", person.taskId(), "revision", person.revision())) == 1;
    }

    private static IdentityNumber number(String given) {
        return IdentityNumber.read(given)
                .ifValid()
                .orElseThrow(() -> new ProblemException(OutOfAreaProblem.IDENTITY_NOT_VALID));
    }

    private UUID index(IdentityNumber number) {
        return crypto.index("identity-number", number.value());
    }
}
