package dev.aiendpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.aiendpoint", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheJMeterPackagesKnowJMeter =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aiendpoint.jmeter..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.jmeter..", "org.apache.jorphan..", "org.apache.http..", "org.slf4j..");

  @ArchTest
  static final ArchRule onlyTheGuiPackageKnowsSwing =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aiendpoint.jmeter.gui..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.swing..", "java.awt..");

  @ArchTest
  static final ArchRule theGuiPackageIsKnownToNobody =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aiendpoint.jmeter.gui..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.aiendpoint.jmeter.gui..");

  @ArchTest
  static final ArchRule onlyStatsKnowsHdrHistogram =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.aiendpoint.stats..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.HdrHistogram..");

  @ArchTest
  static final ArchRule jacksonStaysAtTheEdges =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.aiendpoint.json..", "dev.aiendpoint.report..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule nothingIsCalledUtilHelperManagerOrImpl =
      classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)");

  @ArchTest
  static final ArchRule packagesDoNotDependOnEachOtherInCircles =
      slices().matching("dev.aiendpoint.(*)..").should().beFreeOfCycles();
}
