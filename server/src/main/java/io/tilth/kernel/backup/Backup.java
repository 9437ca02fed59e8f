package io.tilth.kernel.backup;

import io.tilth.kernel.backup.Manifest.Content;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.json.JsonMapper;

/** Writes the whole database, as it is at one moment, into a file for its owner's eyes alone. */
@Lazy
class Backup {

    private final OwnerRepository database;
    private final Installation installation;
    private final JsonMapper json;

    Backup(OwnerRepository database, Installation installation, JsonMapper json) {
        this.database = database;
        this.installation = installation;
        this.json = json;
    }

    /** Never overwrites; an interrupted backup leaves no file that looks like a whole one. */
    Manifest write(Path path) {
        if (Files.exists(path)) {
            throw new BackupRefused(
                    path.toAbsolutePath() + " exists already.",
                    "Name a new file in --tilth.file, or move that one away.");
        }
        var aside = path.resolveSibling(path.getFileName() + ".part");
        try {
            var manifest = writeAside(aside);
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException failure) {
            throw new BackupRefused(
                    "The backup could not be written: " + failure,
                    "Check the folder, and the room on its disk.",
                    failure);
        }
    }

    private Manifest writeAside(Path aside) throws IOException {
        Files.deleteIfExists(aside);
        // Whoever reads it has everybody's data and password hashes.
        Files.createFile(aside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(aside)))) {
            return database.snapshot(() -> write(zip));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        } catch (RuntimeException failure) {
            Files.deleteIfExists(aside);
            throw failure;
        }
    }

    private Manifest write(ZipOutputStream zip) {
        try {
            var tenants = database.tenants();
            var contents = new ArrayList<Content>();
            for (var table : database.tables()) {
                contents.add(write(zip, table, tenants));
            }
            // Sequences know no snapshot; read last, they are never behind the rows.
            var manifest = installation.manifest(database.migrations(), contents, database.sequences());
            zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Content write(ZipOutputStream zip, BackupTable table, List<Long> tenants) throws IOException {
        var digest = BackupFile.digest();
        zip.putNextEntry(new ZipEntry(table.entry()));
        long rows = database.copyOut(table, tenants, new DigestOutputStream(open(zip), digest));
        zip.closeEntry();
        return new Content(
                table.fullName(),
                table.entry(),
                table.columns(),
                rows,
                HexFormat.of().formatHex(digest.digest()));
    }

    /** The copy must not close the file after its first table. */
    private static OutputStream open(ZipOutputStream zip) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                zip.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                zip.write(bytes, offset, length);
            }
        };
    }
}
