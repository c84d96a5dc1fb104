package io.brenier.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** docs/operations.md names every setting, with its default as the code has it. */
class SettingsPageTest {

    @TestFactory
    Stream<DynamicTest> everySettingStandsOnThePageWithItsDefault() throws IOException {
        String page = Files.readString(Path.of("docs/operations.md"));
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("io.brenier").stream()
                        .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> settings(type, page));
    }

    private static Stream<DynamicTest> settings(Class<?> type, String page) {
        String prefix = type.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(type.getRecordComponents())
                .map(component -> DynamicTest.dynamicTest(
                        prefix + "." + kebab(component),
                        () -> assertThat(page).contains(row(type, prefix, component))));
    }

    private static String row(Class<?> type, String prefix, RecordComponent component) {
        String row = "| `%s.%s` | ".formatted(prefix, kebab(component));
        DefaultValue given = defaultOf(type, component);
        return given == null ? row : row + "`%s` | ".formatted(given.value()[0]);
    }

    private static @Nullable DefaultValue defaultOf(Class<?> type, RecordComponent component) {
        return Arrays.stream(type.getDeclaredConstructors()[0].getParameters())
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .findFirst()
                .orElseThrow()
                .getAnnotation(DefaultValue.class);
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
