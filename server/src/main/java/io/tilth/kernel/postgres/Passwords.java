package io.tilth.kernel.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.Set;

/** The random passwords of the three roles, kept beside the data in a file that only its owner reads. */
record Passwords(String superuser, String owner, String app) {
    static final FileAttribute<Set<PosixFilePermission>> FOR_THE_OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** Reads the passwords of the home folder; makes them when the database is still to be made. */
    static Passwords in(Path home, boolean newDatabase) {
        Path file = home.resolve("passwords.properties");
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            if (!newDatabase) {
                throw new PostgresUnavailable(
                        "The file %s with the passwords of the database is missing.".formatted(file),
                        "Put it back from a backup, or move the folder %s away to start empty.".formatted(home));
            }
            var passwords = new Passwords(random(), random(), random());
            passwords.write(file);
            return passwords;
        } catch (IOException e) {
            throw Trouble.of(e, file);
        }
    }

    private static Passwords read(Path file) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return new Passwords(
                known(properties, "superuser", file), known(properties, "owner", file), known(properties, "app", file));
    }

    private static String known(Properties properties, String name, Path file) {
        String password = properties.getProperty(name);
        if (password == null) {
            throw new PostgresUnavailable(
                    "The file %s lacks the password of %s.".formatted(file, name), "Put it back from a backup.");
        }
        return password;
    }

    private void write(Path file) throws IOException {
        var properties = new Properties();
        properties.setProperty("superuser", superuser);
        properties.setProperty("owner", owner);
        properties.setProperty("app", app);
        var text = new StringWriter();
        properties.store(text, "Passwords of the embedded PostgreSQL. Keep this file with the data.");
        Path aside = file.resolveSibling("passwords.new");
        Files.deleteIfExists(aside);
        Files.createFile(aside, FOR_THE_OWNER_ALONE);
        Files.writeString(aside, text.toString());
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
