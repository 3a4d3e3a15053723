package cn.gov.zhuozhou.aid.disbursement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.gov.zhuozhou.aid.chassis.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.gov.zhuozhou.aid.disbursement", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("cn.gov.zhuozhou.aid.disbursement.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RULES_OF_ACCOUNTS_AND_OF_UNIVERSITY_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAnyPackage("..payee.rule..", "..university.rule..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.lang..",
                    "java.util..",
                    "cn.gov.zhuozhou.aid.disbursement.payee.rule..",
                    "cn.gov.zhuozhou.aid.disbursement.university.rule..",
                    "cn.gov.zhuozhou.aid.chassis");

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
}
