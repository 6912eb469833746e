package org.tocsin;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

/** Holds the house to its plan: packages in the order of the data flow, domain code free of Kafka and of the clock. */
class ArchitectureTest {
    private static final String[] DOMAIN = {
        "org.tocsin.arrival",
        "org.tocsin.arrival.format..",
        "org.tocsin.arrival.text..",
        "org.tocsin.article..",
        "org.tocsin.document..",
        "org.tocsin.event..",
        "org.tocsin.incident..",
        "org.tocsin.rollup.."
    };
    private static final List<String> EVENT_SIBLINGS =
            List.of("casualty", "interception", "statement", "strike", "territory");

    private static final JavaClasses TOCSIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tocsin");

    @Test
    void everyStageHasClassesSoThatTheRulesMeanSomething() {
        Set<String> stages = TOCSIN.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.tocsin."))
                .map(name -> name.substring("org.tocsin.".length()).split("\\.")[0])
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(stages)
                .contains(
                        "arrival",
                        "article",
                        "document",
                        "event",
                        "incident",
                        "rollup",
                        "serve",
                        "stream",
                        "local",
                        "cli");
    }

    @Test
    void onlyThePlumbingKnowsKafka() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.tocsin.stream..", "org.tocsin.serve..", "org.tocsin.local..", "org.tocsin.cli..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.kafka..", "kafka.."))
                .check(TOCSIN);
    }

    /** Up to Kafka 4.3 a query and a write can wait for each other for ever (KAFKA-19629). */
    @Test
    void nobodyAsksStoresInTheWayThatCanStopTheStream() {
        noClasses()
                .should()
                .callMethodWhere(target(name("query")).and(target(owner(type(KafkaStreams.class)))))
                .check(TOCSIN);
    }

    @Test
    void anArticleFlowsOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("arrival")
                .definedBy("org.tocsin.arrival..")
                .layer("article")
                .definedBy("org.tocsin.article..")
                .layer("document")
                .definedBy("org.tocsin.document..")
                .layer("event")
                .definedBy("org.tocsin.event..")
                .layer("incident")
                .definedBy("org.tocsin.incident..")
                .layer("rollup")
                .definedBy("org.tocsin.rollup..")
                .layer("outside")
                .definedBy("org.tocsin.serve..", "org.tocsin.stream..", "org.tocsin.local..", "org.tocsin.cli..")
                .whereLayer("outside")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("arrival")
                .mayOnlyBeAccessedByLayers("outside")
                .whereLayer("arrival")
                .mayOnlyAccessLayers("article")
                .whereLayer("rollup")
                .mayOnlyBeAccessedByLayers("outside")
                .whereLayer("incident")
                .mayOnlyBeAccessedByLayers("rollup", "outside")
                .whereLayer("event")
                .mayOnlyBeAccessedByLayers("incident", "rollup", "outside")
                .whereLayer("document")
                .mayOnlyBeAccessedByLayers("event", "incident", "rollup", "outside")
                .check(TOCSIN);
    }

    @Test
    void nobodyUsesTheStreamButServeLocalAndCommands() {
        noClasses()
                .that(resideOutsideOfPackages(
                        "org.tocsin.stream..", "org.tocsin.serve..", "org.tocsin.local..", "org.tocsin.cli.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tocsin.stream..")
                .check(TOCSIN);
    }

    @Test
    void nobodyUsesTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tocsin.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tocsin.cli..")
                .check(TOCSIN);
    }

    @Test
    void eventTypesDoNotKnowEachOther() {
        for (String sibling : EVENT_SIBLINGS) {
            String[] others = EVENT_SIBLINGS.stream()
                    .filter(other -> !other.equals(sibling))
                    .map(other -> "org.tocsin.event." + other + "..")
                    .toArray(String[]::new);

            noClasses()
                    .that()
                    .resideInAPackage("org.tocsin.event." + sibling + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(others))
                    .check(TOCSIN);
        }
    }

    @Test
    void formatsThatArticlesComeInDoNotKnowWhoFetchesThem() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.tocsin.arrival.web..", "org.tocsin.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.tocsin.arrival.web..")
                .check(TOCSIN);
    }

    @Test
    void partsOfTheDocumentStageDoNotDependOnEachOtherInCircles() {
        slices().matching("org.tocsin.document.(*)..").should().beFreeOfCycles().check(TOCSIN);
    }

    @Test
    void domainCodeTakesTimeAndIdentifiersAsArguments() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAnyPackage(DOMAIN)
                .should(notCallClockRandomOrDefaults())
                .check(TOCSIN);
    }

    @Test
    void onlyTheCommandsWriteToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.tocsin.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(TOCSIN);
    }

    private static ArchCondition<JavaClass> notCallClockRandomOrDefaults() {
        return new ArchCondition<>("not read the clock, draw random numbers or use the default locale or zone") {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                owner.getCodeUnits().stream()
                        .map(JavaCodeUnit::getMethodCallsFromSelf)
                        .flatMap(Set::stream)
                        .filter(ArchitectureTest::dependsOnTheMachine)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                owner.getConstructorCallsFromSelf().stream()
                        .filter(call -> call.getTargetOwner().isEquivalentTo(java.util.Random.class)
                                && call.getTarget().getRawParameterTypes().isEmpty())
                        .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
            }
        };
    }

    private static boolean dependsOnTheMachine(JavaMethodCall call) {
        String type = call.getTargetOwner().getName();
        String method = call.getName();
        boolean noArguments = call.getTarget().getRawParameterTypes().isEmpty();
        return switch (method) {
            case "now" -> type.startsWith("java.time.") && noArguments;
            case "currentTimeMillis", "nanoTime" -> type.equals("java.lang.System");
            case "systemDefault" -> type.equals(ZoneId.class.getName());
            case "systemDefaultZone", "systemUTC" -> type.equals("java.time.Clock");
            case "getDefault" -> type.equals(Locale.class.getName()) || type.equals("java.util.TimeZone");
            case "toLowerCase", "toUpperCase" -> type.equals("java.lang.String") && noArguments;
            case "format", "formatted" -> usesDefaultLocale(call, type);
            case "random" -> type.equals("java.lang.Math");
            case "randomUUID" -> type.equals("java.util.UUID");
            default -> false;
        };
    }

    private static boolean usesDefaultLocale(JavaMethodCall call, String type) {
        return type.equals("java.lang.String")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(parameter -> parameter.isEquivalentTo(Locale.class));
    }
}
