package cn.gov.zhuozhou.aid.registry.publicnotice;

import cn.gov.zhuozhou.aid.chassis.clock.BusinessClock;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import cn.gov.zhuozhou.aid.chassis.sql.Values;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Where and how people object: the school's own way, and the aid centre's. */
@ApplicationScoped
class NoticeContacts {
    static final String BUREAU = "bureau";
    static final String SOME_CENTRE = "县级学生资助管理中心";

    record Contact(String code, String contact, long version) {}

    @Inject
    Database database;

    @Inject
    BusinessClock clock;

    Optional<Contact> find(String code) {
        return database.first(
                "select code, contact, version from notice_contact where code = :code",
                Map.of("code", code),
                row -> new Contact(row.getString(1), row.getString(2), row.getLong(3)));
    }

    Contact keep(String code, String contact, String by) {
        database.update(
                """
                insert into notice_contact (code, contact, entered_by, entered_at) values (:code, :contact, :by, :now)
                on conflict (code) do update set contact = excluded.contact, entered_by = excluded.entered_by,
                    entered_at = excluded.entered_at, version = notice_contact.version + 1
                """,
                Values.of("code", code).and("contact", contact).and("by", by).and("now", clock.now()));
        return find(code).orElseThrow();
    }

    /** What a notice of the school says about objecting. */
    String objectionsTo(String schoolCode) {
        String school = find(schoolCode).map(Contact::contact).orElse("本校学生资助工作组（来人、来信均可）");
        String centre = find(BUREAU).map(Contact::contact).orElse(SOME_CENTRE);
        return "学校：%s；对学校答复不服的，可向上级申诉：%s".formatted(school, centre);
    }
}
