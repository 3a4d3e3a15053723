package cn.gov.zhuozhou.aid.chassis.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import cn.gov.zhuozhou.aid.chassis.http.Idempotent;
import cn.gov.zhuozhou.aid.chassis.problem.Answers;
import cn.gov.zhuozhou.aid.chassis.problem.ProblemKind;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** What holds in every service; each service's architecture test takes it in and adds its own. */
public final class HouseRules {
    @ArchTest
    static final ArchRule ONLY_THE_CHASSIS_PRODUCES_MESSAGES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Emitter");

    @ArchTest
    static final ArchRule NOW_COMES_FROM_THE_BUSINESS_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule SQL_GOES_THROUGH_THE_CHASSIS =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("javax.sql.DataSource");

    @ArchTest
    static final ArchRule EVERY_KIND_OF_PROBLEM_SAYS_WHAT_IT_ANSWERS = fields().that(
                    DescribedPredicate.describe("are kinds of problem", HouseRules::isKindOfProblem))
            .should()
            .beAnnotatedWith(Answers.class)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule WHAT_HAPPENS_ONCE_PER_KEY_IS_ONE_TRANSACTION = methods()
            .that()
            .areAnnotatedWith(Idempotent.class)
            .should()
            .beAnnotatedWith(Transactional.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Transactional.class)
            .allowEmptyShould(true);

    /** Their content cannot be read twice, once to tell two requests apart and once for the work. */
    @ArchTest
    static final ArchRule WHAT_HAPPENS_ONCE_PER_KEY_TAKES_NO_STREAM = methods()
            .that()
            .areAnnotatedWith(Idempotent.class)
            .should()
            .notHaveRawParameterTypes(
                    DescribedPredicate.anyElementThat(JavaClass.Predicates.assignableTo(InputStream.class)
                            .or(JavaClass.Predicates.assignableTo(FileUpload.class))))
            .allowEmptyShould(true);

    private HouseRules() {}

    private static boolean isKindOfProblem(JavaField field) {
        return field.getOwner().isAssignableTo(ProblemKind.class)
                && field.getModifiers().contains(JavaModifier.ENUM);
    }
}
