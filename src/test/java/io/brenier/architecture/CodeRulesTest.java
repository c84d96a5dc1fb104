package io.brenier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Rules that hold for every class. */
class CodeRulesTest {

    private static final int MAX_CODE_LINES = 400;

    @Test
    void nothingIsInjectedIntoFields() {
        NO_CLASSES_SHOULD_USE_FIELD_INJECTION.check(BrenierClasses.PRODUCTION);
    }

    @Test
    void nothingWritesToTheStandardStreams() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(BrenierClasses.PRODUCTION);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(BrenierClasses.PRODUCTION);
    }

    @Test
    void nothingSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(BrenierClasses.PRODUCTION);
    }

    @Test
    void loggersArePrivateConstants() {
        fields().that()
                .haveRawType(Logger.class)
                .should()
                .bePrivate()
                .andShould()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true)
                .check(BrenierClasses.PRODUCTION);
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        for (Path folder : sourceFolders()) {
            assertThat(folder.resolve("package-info.java"))
                    .isRegularFile()
                    .content()
                    .contains("@NullMarked");
        }
    }

    @Test
    void noFileIsLongerThanFourHundredLinesOfCode() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            List<Path> tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> codeLines(file) > MAX_CODE_LINES)
                    .toList();
            assertThat(tooLong).isEmpty();
        }
    }

    @Test
    void someTypesAreHiddenInEveryFeature() {
        long hidden = BrenierClasses.PRODUCTION.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
        assertThat(hidden).isGreaterThan(BrenierClasses.PRODUCTION.size() / 20);
    }

    private static List<Path> sourceFolders() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }

    private static long codeLines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> !line.isEmpty()
                            && !line.startsWith("*")
                            && !line.startsWith("/*")
                            && !line.startsWith("//"))
                    .count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
