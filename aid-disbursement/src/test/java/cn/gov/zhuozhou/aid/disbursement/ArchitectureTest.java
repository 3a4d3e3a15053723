package cn.gov.zhuozhou.aid.disbursement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.gov.zhuozhou.aid.disbursement", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("cn.gov.zhuozhou.aid.disbursement.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RULES_OF_POLICY_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..policy.rule..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.lang..",
                    "java.util..",
                    "java.time..",
                    "cn.gov.zhuozhou.aid.disbursement.policy.rule..",
                    "cn.gov.zhuozhou.aid.chassis",
                    "cn.gov.zhuozhou.aid.chassis.clock");

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
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.OffsetDateTime.class, "now");

    @ArchTest
    static final ArchRule RESOURCES_TOUCH_NO_DATA_SOURCE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javax.sql.DataSource");
}
