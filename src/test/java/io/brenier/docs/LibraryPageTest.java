package io.brenier.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brenier.transport.archive.ArchiveLimits;
import io.brenier.transport.archive.ArchivedModel;
import io.brenier.transport.archive.ModelArchive;
import io.brenier.transport.dual.Direction;
import io.brenier.transport.tensor.Points;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on docs/library.md is compiled and run as it stands there. */
class LibraryPageTest {

    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String NAME = "Ring";

    @TempDir
    private Path folder;

    @Test
    void theProgramLearnsAMapAndWritesItsModelFile() throws Exception {
        Path source = folder.resolve(NAME + ".java");
        Files.writeString(source, program());
        compile(source);
        Path model = folder.resolve("ring.brenier.zip");

        run(model);

        try (InputStream in = Files.newInputStream(model)) {
            ArchivedModel read = ModelArchive.read(in, ArchiveLimits.DEFAULT);
            Points image = read.potentials().transport(Points.ofRows(new float[] {2, 0}), Direction.FORWARD);
            assertThat(Math.hypot(image.at(0, 0), image.at(0, 1))).isCloseTo(3, within(0.5));
            assertThat(read.metrics()).containsKey("w2_squared");
        }
    }

    private static String program() throws IOException {
        Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("docs/library.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private void compile(Path source) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options =
                    List.of("-proc:none", "-cp", System.getProperty("java.class.path"), "-d", folder.toString());
            boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as(messages.toString()).isTrue();
        }
    }

    private void run(Path model) throws Exception {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> program = loader.loadClass(NAME);
            var constructor = program.getDeclaredConstructor();
            Method main = program.getDeclaredMethod("main", String[].class);
            constructor.setAccessible(true);
            main.setAccessible(true);
            main.invoke(constructor.newInstance(), (Object) new String[] {model.toString()});
        }
    }
}
