package io.tilth;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Tilth: one application, one root package per module. */
@Modulithic(systemName = "Tilth", sharedModules = "kernel")
@SpringBootApplication
public class TilthApplication {

    public static void main(String[] args) {
        SpringApplication.run(TilthApplication.class, args);
    }
}
