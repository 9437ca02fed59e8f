package io.tilth.kernel.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was found whole: every entry is there and unchanged. */
class BackupFile implements AutoCloseable {

    private static final String ANOTHER = "Take another backup.";

    private final ZipFile zip;
    private final Manifest manifest;

    private BackupFile(ZipFile zip, Manifest manifest) {
        this.zip = zip;
        this.manifest = manifest;
    }

    static BackupFile open(Path path, JsonMapper json) {
        if (!Files.isReadable(path)) {
            throw new BackupRefused(
                    "There is no file to read at " + path.toAbsolutePath() + ".", "Check the path in --tilth.file.");
        }
        try {
            var zip = new ZipFile(path.toFile());
            try {
                var file = new BackupFile(zip, manifest(zip, json));
                file.verify();
                return file;
            } catch (IOException | RuntimeException broken) {
                zip.close();
                throw broken;
            }
        } catch (IOException | JacksonException broken) {
            throw damaged(path.getFileName() + " cannot be read", broken);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    InputStream rows(Manifest.Content content) throws IOException {
        return entry(zip, content.entry());
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Manifest manifest(ZipFile zip, JsonMapper json) throws IOException {
        try (var text = entry(zip, Manifest.ENTRY)) {
            var tree = json.readTree(text.readAllBytes());
            int format = tree.path("format").asInt(0);
            if (format != Manifest.FORMAT) {
                throw new BackupRefused(
                        "The backup has the format %d; this version of Tilth reads %d."
                                .formatted(format, Manifest.FORMAT),
                        "Restore it with the version of Tilth that made it.");
            }
            return json.treeToValue(tree, Manifest.class);
        }
    }

    private void verify() throws IOException {
        for (var content : manifest.tables()) {
            var digest = digest();
            try (var rows = new DigestInputStream(rows(content), digest)) {
                rows.transferTo(OutputStream.nullOutputStream());
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(content.sha256())) {
                throw damaged("the rows of " + content.table() + " were changed", null);
            }
        }
    }

    private static InputStream entry(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw damaged("it has no " + name, null);
        }
        return zip.getInputStream(entry);
    }

    private static BackupRefused damaged(String what, @Nullable Throwable cause) {
        return new BackupRefused("The backup is damaged: " + what + ".", ANOTHER, cause);
    }
}
