package io.brenier.releases;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A service's folder as a zip file: the database, the blobs, and beside them {@code expected.json}, what the release that made them answered. */
public final class DataFolder {

    public static final String EXPECTED = "expected.json";

    private static final List<String> KEPT = List.of("db", "blobs", EXPECTED);

    private DataFolder() {}

    public static void pack(Path folder, Path zip) throws IOException {
        Files.createDirectories(zip.toAbsolutePath().getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
                Stream<Path> files = Files.walk(folder)) {
            List<Path> kept = files.filter(Files::isRegularFile)
                    .filter(file ->
                            KEPT.contains(folder.relativize(file).getName(0).toString()))
                    .sorted()
                    .toList();
            for (Path file : kept) {
                out.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
    }

    static void unpack(Path zip, Path folder) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (OutputStream out = Files.newOutputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
    }
}
