package cn.gov.zhuozhou.aid.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whole folders. */
public final class Folder {
    private Folder() {}

    /** Deletes the folder with all in it; a folder that is not there is fine. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            empty(folder, entry -> true);
            Files.delete(folder);
        }
    }

    /** Deletes what the folder holds directly, if wanted, with all below. */
    static void empty(Path folder, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.filter(wanted).toList()) {
                try (Stream<Path> tree = Files.walk(entry)) {
                    List<Path> deepestFirst =
                            tree.sorted(Comparator.reverseOrder()).toList();
                    for (Path path : deepestFirst) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    private static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(file, target);
        }
    }

    /** The same files at another place, unless they are there: linked where the disk allows it, which takes neither time nor room, else copied. */
    static void link(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file));
                if (Files.notExists(target)) {
                    linkOrCopy(file, target);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
