package io.brenier.platform.storage.object;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries survive a power cut: a rename is durable only once its folder is. */
final class Folders {

    private Folders() {}

    /** Makes the folder and those between it and the root, each entry forced to the disk. */
    static Path createDurably(Path root, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder);
        for (Path parent = folder.getParent(); parent != null && parent.startsWith(root); parent = parent.getParent()) {
            force(parent);
        }
        return folder;
    }

    static void force(Path folder) throws IOException {
        // Windows opens no folder as a file, and keeps its own journal of names.
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
