package cn.gov.zhuozhou.aid.disbursement.coverage;

import cn.gov.zhuozhou.aid.chassis.clock.Semester;
import cn.gov.zhuozhou.aid.chassis.clock.Semester.Half;
import cn.gov.zhuozhou.aid.chassis.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** By which day aid of a semester should have reached its pupils, as the terms of payment say. */
@ApplicationScoped
class Deadlines {
    @Inject
    Database database;

    Optional<LocalDate> of(Semester semester) {
        return database.first(
                """
                select day_in_year_of(:semester, case when :spring then spring_until else autumn_until end) from payment_term
                where first_day <= :first order by first_day desc limit 1
                """,
                Map.of(
                        "semester", semester.code(),
                        "spring", semester.half() == Half.SPRING,
                        "first", semester.firstDay()),
                row -> row.getObject(1, LocalDate.class));
    }
}
