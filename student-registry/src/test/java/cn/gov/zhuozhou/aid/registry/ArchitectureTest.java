package cn.gov.zhuozhou.aid.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.gov.zhuozhou.aid.chassis.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.gov.zhuozhou.aid.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PLAIN = {
        "java.lang..",
        "java.util..",
        "java.time..",
        "java.text..",
        "cn.gov.zhuozhou.aid.chassis",
        "cn.gov.zhuozhou.aid.chassis.clock"
    };

    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_DEPEND_ON_EACH_OTHER_IN_CIRCLES =
            slices().matching("cn.gov.zhuozhou.aid.registry.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule RULES_OF_IDENTIFICATION_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..registry.identification.rule..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(with("cn.gov.zhuozhou.aid.registry.identification.rule.."));

    @ArchTest
    static final ArchRule NUMBERS_AND_NAMES_KNOW_NO_FRAMEWORK = noClasses()
            .that()
            .resideInAPackage("..registry.identity..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(with("cn.gov.zhuozhou.aid.registry.identity.."));

    private static String[] with(String own) {
        String[] all = java.util.Arrays.copyOf(PLAIN, PLAIN.length + 1);
        all[PLAIN.length] = own;
        return all;
    }
}
