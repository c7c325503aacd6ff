package fr.jalon;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fr.jalon.neo4j.Graph;
import fr.jalon.schema.Folding;
import fr.jalon.schema.FrenchWords;
import fr.jalon.schema.PropertyField;
import graphql.normalized.ExecutableNormalizedField;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the house; the tables of packages read like those in src/README.md. */
class HouseRulesTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.jalon");

    @ParameterizedTest(name = "{0} may know {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "command    | access http pages summary tabular execution mutation seed fact neo4j cypher plan schema period",
                "http       | access execution pages summary tabular period text",
                "pages      | execution tabular schema period",
                "summary    | execution pages period",
                "tabular    | execution period",
                "execution  | access answer mutation neo4j cypher cost plan schema period text",
                "mutation   | access fact neo4j schema period",
                "answer     | plan schema text",
                "seed       | fact neo4j cypher schema period text",
                "fact       | neo4j cypher schema period",
                "neo4j      | cypher",
                "cypher     | cost plan schema text",
                "cost       | plan schema",
                "plan       | schema period",
                "schema     | period",
                "period     | -",
                "access     | neo4j cypher",
                "text       | -",
            })
    void a_package_knows_only_those_it_may_know(String name, String known) {
        TreeSet<String> allowed = new TreeSet<>(List.of("fr.jalon." + name + ".."));
        if (known != null) {
            Arrays.stream(known.split(" ")).forEach(each -> allowed.add("fr.jalon." + each + ".."));
        }
        classes()
                .that()
                .resideInAPackage("fr.jalon." + name + "..")
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("fr.jalon..")
                        .or(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))))
                .check(MAIN);
    }

    @ParameterizedTest(name = "{0} may know {1}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "seed          | seed.check seed.file seed.record seed.source",
                "seed.export   | seed seed.load seed.file seed.record",
                "seed.load     | seed seed.record seed.source",
                "seed.delivery | seed seed.file seed.record seed.sheet",
                "seed.check    | seed.record seed.source",
                "seed.source   | seed.record",
                "seed.file     | seed.record",
                "seed.record   | -",
                "seed.sheet    | -",
            })
    void a_package_of_the_seed_knows_only_those_it_may_know(String name, String known) {
        TreeSet<String> allowed = new TreeSet<>(List.of("fr.jalon." + name));
        if (known != null) {
            Arrays.stream(known.split(" ")).forEach(each -> allowed.add("fr.jalon." + each));
        }
        classes()
                .that()
                .resideInAPackage("fr.jalon." + name)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("fr.jalon.seed..")
                        .or(JavaClass.Predicates.resideInAnyPackage(allowed.toArray(String[]::new))))
                .check(MAIN);
    }

    @ParameterizedTest(name = "{0} may know {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "http.documents   | execution",
                "http.observation | execution",
                "http.identity    | access",
            })
    void a_package_of_the_web_server_knows_only_those_it_may_know(String name, String known) {
        classes()
                .that()
                .resideInAPackage("fr.jalon." + name)
                .should()
                .onlyDependOnClassesThat(JavaClass.Predicates.resideOutsideOfPackage("fr.jalon..")
                        .or(JavaClass.Predicates.resideInAnyPackage("fr.jalon." + name, "fr.jalon." + known)))
                .check(MAIN);
    }

    @Test
    void what_seed_files_say_is_read_and_checked_without_a_graph() {
        noClasses()
                .that()
                .resideInAPackage("fr.jalon.seed..")
                .and()
                .resideOutsideOfPackages("fr.jalon.seed.load", "fr.jalon.seed.export")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("fr.jalon.neo4j..", "fr.jalon.cypher..", "fr.jalon.fact..")
                .check(MAIN);
    }

    @ParameterizedTest(name = "{0} only in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "picocli..                        | fr.jalon fr.jalon.command",
                "io.javalin..                     | fr.jalon.http..",
                "org.eclipse.jetty..              | fr.jalon.http..",
                "com.nimbusds..                   | fr.jalon.http.identity",
                "io.prometheus..                  | fr.jalon.http..",
                "org.neo4j..                      | fr.jalon.neo4j..",
                "org.apache.lucene..              | fr.jalon.schema..",
                "org.dhatim..                     | fr.jalon.seed.sheet fr.jalon.tabular",
                "org.apache.commons..             | fr.jalon.seed.sheet fr.jalon.tabular",
                "org.yaml..                       | fr.jalon.seed.file",
                "com.networknt..                  | fr.jalon.seed..",
                "com.fasterxml.jackson.dataformat.. | fr.jalon.seed..",
            })
    void a_library_lives_only_where_it_belongs(String library, String home) {
        noClasses()
                .that()
                .resideOutsideOfPackages(home.split(" "))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(MAIN);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("fr.jalon.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void no_class_is_called_by_a_name_that_says_nothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager)")
                .check(MAIN);
    }

    @Test
    void only_the_one_write_path_changes_facts_and_derives_what_follows_from_them() {
        noClasses()
                .that()
                // Accounts and tokens are no facts.
                .resideOutsideOfPackages("fr.jalon.fact..", "fr.jalon.neo4j..", "fr.jalon.access..")
                .should()
                .callMethod(Graph.class, "write", Function.class)
                .orShould()
                .callMethod(FrenchWords.class, "indexed", String.class)
                .orShould()
                .callMethod(Folding.class, "foldAll", Object.class)
                .orShould()
                .callMethod(PropertyField.class, "rank", Object.class)
                .check(MAIN);
    }

    @Test
    void whoever_reads_an_argument_tells_whether_the_plan_has_to_know_it() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("fr.jalon.plan.Arguments")
                .should()
                .callMethod(ExecutableNormalizedField.class, "getResolvedArguments")
                .check(MAIN);
    }

    @Test
    void whoever_reads_a_header_of_a_request_reads_all_its_lines() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("fr.jalon.http.HeaderList")
                .should()
                .callMethod(Context.class, "header", String.class)
                .orShould()
                .callMethod(Context.class, "headerMap")
                .orShould()
                .callMethod(Context.class, "queryParam", String.class)
                .orShould()
                .callMethod(Context.class, "queryParamMap")
                .check(MAIN);
    }

    @Test
    void every_package_says_what_it_is_for_and_that_nothing_is_null_by_default() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> folders = files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
            for (Path folder : folders) {
                Assertions.assertThat(Files.readString(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .startsWith("/**")
                        .contains("@" + NullMarked.class.getSimpleName());
            }
        }
    }

    @Test
    void at_least_three_types_in_ten_are_hidden_in_their_package() {
        Map<Boolean, Long> hidden = MAIN.stream()
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(java.util.stream.Collectors.partitioningBy(
                        type -> !type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC),
                        java.util.stream.Collectors.counting()));
        long all = hidden.getOrDefault(true, 0L) + hidden.getOrDefault(false, 0L);
        Assertions.assertThat(hidden.getOrDefault(true, 0L) * 10).isGreaterThanOrEqualTo(all * 3);
    }
}
