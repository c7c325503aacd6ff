package fr.jalon;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Spec;

/** What the program holds, the program uses: what only tests call belongs to them. */
class UsedCodeTest {

    private static final Set<String> CALLED_FROM_OUTSIDE = Set.of(
            "fr.jalon.Jalon.main",
            // The files of an export are seen from outside as they are.
            "fr.jalon.seed.export.Export.files");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.jalon");

    @Test
    void every_method_is_called_by_the_program_itself() {
        List<String> unused = MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !isGenerated(method) && !isOfSettings(method) && !method.isAnnotatedWith(Spec.class))
                .filter(method -> !isDeclaredAbove(method) && !isCalled(method))
                .map(method -> method.getOwner().getName() + "." + method.getName())
                .filter(name -> !CALLED_FROM_OUTSIDE.contains(name))
                .sorted()
                .toList();

        assertThat(unused).isEmpty();
    }

    private static boolean isCalled(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                .anyMatch(access -> !access.getOrigin().equals(method));
    }

    /** Whether the compiler made it, from a template too; the parts of a record count in what it equals. */
    private static boolean isGenerated(JavaMethod method) {
        JavaClass owner = method.getOwner();
        boolean ofEnum = owner.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        boolean ofRecord = owner.isRecord()
                && method.getRawParameterTypes().isEmpty()
                && owner.tryGetField(method.getName()).isPresent();
        boolean ofTemplate = owner.getSimpleName().matches("Jte\\w+Generated");
        return ofEnum
                || ofRecord
                || ofTemplate
                || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    /** Settings have the same with another part, for each of their parts. */
    private static boolean isOfSettings(JavaMethod method) {
        return method.getOwner().isRecord()
                && method.getName().startsWith("with")
                && method.getRawReturnType().equals(method.getOwner());
    }

    /** Whether somebody may call it by the name of a type above it. */
    private static boolean isDeclaredAbove(JavaMethod method) {
        JavaClass type = method.getOwner();
        int parameters = method.getRawParameterTypes().size();
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size() == parameters);
    }
}
