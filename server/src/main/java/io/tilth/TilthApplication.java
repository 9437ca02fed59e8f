package io.tilth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
            System.exit(SpringApplication.exit(SpringApplication.run(TilthApplication.class, aside(args))));
        } else if (given.stream().anyMatch(argument -> argument.startsWith("--tilth.command="))) {
            withoutServer(given).run(args).close();
        } else {
            SpringApplication.run(TilthApplication.class, args);
        }
    }

    /** The whole server for a moment, beside the one that runs: out of reach, and without jobs of its own. */
    private static String[] aside(String[] args) {
        var settings = Stream.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--db-scheduler.enabled=false",
                "--tilth.database.join=true");
        return Stream.concat(Stream.of(args), settings).toArray(String[]::new);
    }

    /** A backup, a restore, a look at the tables: without pages, jobs or listeners. */
    private static SpringApplication withoutServer(List<String> given) {
        var application = new SpringApplication();
        application.setMainApplicationClass(TilthApplication.class);
        boolean distributes = given.contains("--tilth.command=distribute");
        application.setSources(Set.of( // a room shows no types
                distributes
                        ? "io.tilth.kernel.distribute.DistributeConfiguration"
                        : "io.tilth.kernel.backup.BackupConfiguration"));
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        // Readers work while the server runs on the embedded database; to restore, the folder must be free.
        application.setDefaultProperties(
                Map.of("tilth.database.join", distributes || given.contains("--tilth.command=backup")));
        return application;
    }
}
