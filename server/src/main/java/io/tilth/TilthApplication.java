package io.tilth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Tilth: one application, one root package per module. */
@Modulithic(systemName = "Tilth", sharedModules = "kernel")
@SpringBootApplication
public class TilthApplication {

    public static void main(String[] args) {
        var given = List.of(args);
        if (given.contains("--tilth.command=operator")) {
            System.exit(SpringApplication.exit(aside().run(args)));
        } else if (given.stream().anyMatch(argument -> argument.startsWith("--tilth.command="))) {
            withoutServer(given).run(args).close();
        } else {
            SpringApplication.run(TilthApplication.class, args);
        }
    }

    /** The whole server for a moment, beside the one that runs: out of reach, and without jobs of its own. */
    private static SpringApplication aside() {
        var application = new SpringApplication(TilthApplication.class);
        application.setDefaultProperties(Map.of(
                "server.port",
                0,
                "server.address",
                "127.0.0.1",
                "db-scheduler.enabled",
                false,
                "tilth.database.join",
                true));
        return application;
    }

    /** A backup or a restore: without pages, jobs or listeners. */
    private static SpringApplication withoutServer(List<String> given) {
        var application = new SpringApplication();
        application.setMainApplicationClass(TilthApplication.class);
        application.setSources(Set.of("io.tilth.kernel.backup.BackupConfiguration")); // a room shows no types
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        // A backup is taken while the server runs on the embedded database; to restore, the folder must be free.
        application.setDefaultProperties(Map.of("tilth.database.join", given.contains("--tilth.command=backup")));
        return application;
    }
}
