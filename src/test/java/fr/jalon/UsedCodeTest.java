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

/** What the program holds, the program uses: what only tests call belongs to them. */
class UsedCodeTest {

    /** Read by machines or by those who run the program, in ways that no call shows. */
    private static final Set<String> CALLED_FROM_OUTSIDE = Set.of("fr.jalon.Jalon.main([Ljava.lang.String;)");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("fr.jalon");

    @Test
    void every_method_is_called_by_the_program_itself() {
        List<String> unused = MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> !isGenerated(method) && !isInherited(method) && !isCalled(method))
                .map(JavaMethod::getFullName)
                .filter(name -> !CALLED_FROM_OUTSIDE.contains(name))
                .sorted()
                .toList();

        assertThat(unused).isEmpty();
    }

    private static boolean isCalled(JavaMethod method) {
        return Stream.concat(method.getCallsOfSelf().stream(), method.getReferencesToSelf().stream())
                .anyMatch(access -> !access.getOrigin().equals(method));
    }

    private static boolean isGenerated(JavaMethod method) {
        boolean ofEnum =
                method.getOwner().isEnum() && Set.of("values", "valueOf").contains(method.getName());
        return ofEnum
                || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                || method.getModifiers().contains(JavaModifier.BRIDGE);
    }

    /** Whether somebody calls it by the name of a type above it. */
    private static boolean isInherited(JavaMethod method) {
        JavaClass type = method.getOwner();
        int parameters = method.getRawParameterTypes().size();
        return Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(above -> above.getMethods().stream())
                .anyMatch(above -> above.getName().equals(method.getName())
                        && above.getRawParameterTypes().size() == parameters);
    }
}
