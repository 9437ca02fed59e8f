package io.tilth;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;

/** Tilth: one application, one root package per module. */
@Modulithic(systemName = "Tilth", sharedModules = "kernel")
@SpringBootApplication
public class TilthApplication {

    public static void main(String[] args) {
        if (Stream.of(args).anyMatch(argument -> argument.startsWith("--tilth.command="))) {
            command(args).close();
        } else {
            SpringApplication.run(TilthApplication.class, args);
        }
    }

    /** Runs a command such as a backup and ends: without pages, jobs or listeners. */
    private static ConfigurableApplicationContext command(String[] args) {
        var application = new SpringApplication();
        application.setMainApplicationClass(TilthApplication.class);
        application.setSources(Set.of("io.tilth.kernel.backup.BackupConfiguration")); // a room shows no types
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLazyInitialization(true);
        // A backup is taken while the server runs on the embedded database; to restore, the folder must be free.
        application.setDefaultProperties(
                Map.of("tilth.database.join", List.of(args).contains("--tilth.command=backup")));
        return application.run(args);
    }
}
