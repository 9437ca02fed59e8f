package io.tilth.kernel.backup;

import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;

/** Runs the one command that the program was started for. */
class BackupCommand implements ApplicationRunner {

    private final Environment settings;
    private final ObjectProvider<Backup> backup;
    private final ObjectProvider<Restore> restore;

    BackupCommand(Environment settings, ObjectProvider<Backup> backup, ObjectProvider<Restore> restore) {
        this.settings = settings;
        this.backup = backup;
        this.restore = restore;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var command = settings.getRequiredProperty("tilth.command");
        var done = switch (command) {
            case "backup" -> backup.getObject().write(file());
            case "restore" -> restore.getObject().read(file());
            default ->
                throw new BackupRefused(
                        "There is no command '%s'.".formatted(command),
                        "The commands are backup, restore, operator and distribute.");
        };
        System.out.printf( // to whoever typed it, whatever the log is set to
                "%s %s: %d rows in %d tables, taken at %s.%n",
                command.equals("backup") ? "Saved to" : "Restored from",
                file().toAbsolutePath(),
                done.rows(),
                done.tables().size(),
                done.takenAt());
    }

    private Path file() {
        var file = settings.getProperty("tilth.file", "");
        if (file.isBlank()) {
            throw new BackupRefused("No file is named.", "Add --tilth.file=<path>.");
        }
        return Path.of(file);
    }
}
