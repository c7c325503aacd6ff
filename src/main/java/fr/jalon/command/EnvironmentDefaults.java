package fr.jalon.command;

import java.lang.reflect.Field;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;

/** Values of options from the environment, where a variable that is there but empty is as good as none. */
record EnvironmentDefaults(Map<String, String> environment) implements IDefaultValueProvider {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)(?::-(.*))?}");

    @Override
    public @Nullable String defaultValue(ArgSpec option) {
        if (!(option.userObject() instanceof Field field) || !field.isAnnotationPresent(Option.class)) {
            return null;
        }
        Matcher variable = VARIABLE.matcher(field.getAnnotation(Option.class).defaultValue());
        if (!variable.matches()) {
            return null;
        }
        String value = environment.getOrDefault(variable.group(1), "").strip();
        String otherwise = variable.group(2) == null ? Option.NULL_VALUE : variable.group(2);
        return value.isEmpty() ? otherwise : value;
    }
}
