package cn.gov.zhuozhou.aid.accountability;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import cn.gov.zhuozhou.aid.chassis.testing.HouseRules;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "cn.gov.zhuozhou.aid.accountability", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests HOUSE_RULES = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule featuresFormNoCycles = slices().matching("cn.gov.zhuozhou.aid.accountability.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule theChoiceKnowsNoFramework = noClasses()
            .that()
            .resideInAPackage("..assignment.choice..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "..assignment.choice..");
}
