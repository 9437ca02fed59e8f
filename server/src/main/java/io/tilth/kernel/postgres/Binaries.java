package io.tilth.kernel.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once into a folder named after the archive's checksum. */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String ASIDE = "unpacking-";
    private static final Set<PosixFilePermission> READABLE = EnumSet.of(
            PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OTHERS_READ);
    private static final Set<PosixFilePermission> RUNNABLE =
            EnumSet.complementOf(EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));

    private Binaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}; unpacks it below {@code parent} when it is missing. */
    static Path unpackedBelow(Path parent) {
        try {
            Path folder = parent.resolve(checksum());
            if (!Files.exists(folder)) {
                unpackAside(folder);
            }
            return folder.toRealPath();
        } catch (IOException e) {
            throw Trouble.of(e, parent);
        }
    }

    /** Removes what earlier versions unpacked, or killed processes half unpacked; call it when no server runs there. */
    static void removeOthers(Path current) {
        try (var siblings = Files.newDirectoryStream(current.getParent())) {
            for (Path sibling : siblings) {
                String name = sibling.getFileName().toString();
                if (!sibling.equals(current) && !(name.startsWith(ASIDE) && isAlive(name.substring(ASIDE.length())))) {
                    FileSystemUtils.deleteRecursively(sibling);
                }
            }
        } catch (IOException e) {
            throw Trouble.of(e, current);
        }
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).isPresent();
    }

    /** Unpacks beside the final place and renames, so that a half unpacked folder never looks like a whole one. */
    private static void unpackAside(Path folder) throws IOException {
        Path aside = folder.resolveSibling(ASIDE + ProcessHandle.current().pid());
        FileSystemUtils.deleteRecursively(aside);
        Files.createDirectories(aside);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, aside);
            }
        }
        Files.setPosixFilePermissions(aside, RUNNABLE);
        try {
            Files.move(aside, folder);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // Another process was quicker.
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path aside) throws IOException {
        Path target = aside.resolve(entry.getName()).normalize();
        if (!target.startsWith(aside)) {
            throw new IOException("The archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.setPosixFilePermissions(Files.createDirectories(target), RUNNABLE);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? READABLE : RUNNABLE);
        }
    }

    private static String checksum() throws IOException {
        try (InputStream archive = archive()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InputStream archive() {
        InputStream archive = Binaries.class.getResourceAsStream(ARCHIVE);
        if (archive == null) {
            throw new PostgresUnavailable(
                    "The PostgreSQL programs are missing from this build.",
                    "Build Tilth again, or configure an external database with tilth.database.url.");
        }
        return archive;
    }
}
