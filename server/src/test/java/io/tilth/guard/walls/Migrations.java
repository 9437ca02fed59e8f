package io.tilth.guard.walls;

import com.tngtech.archunit.core.domain.JavaClass;
import io.tilth.TilthApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.test.util.ReflectionTestUtils;

/** The order of the modules' migrations, held against what the modules declare. */
public final class Migrations {

    private Migrations() {}

    /** The order in the running code; it is nobody else's business, hence not visible. */
    @SuppressWarnings("unchecked")
    static List<String> order() {
        try {
            var type = Class.forName("io.tilth.kernel.tenant.MigrationConfiguration");
            return (List<String>) ReflectionTestUtils.getField(type, "ORDER");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server's modules; the sandbox, which tests run beside it, is a program of its own. */
    static ApplicationModules house() {
        return ApplicationModules.of(
                TilthApplication.class, JavaClass.Predicates.resideInAPackage("io.tilth.sandbox.."));
    }

    static List<String> modules() {
        return house().stream().map(module -> module.getIdentifier().toString()).toList();
    }

    static List<String> modulesWithTables() {
        return modules().stream().filter(folders()::contains).toList();
    }

    /** What each of our modules may use, as its package-info says; the kernel is everybody's. */
    public static Map<String, List<String>> uses() {
        return uses(modules());
    }

    static Map<String, List<String>> uses(List<String> modules) {
        var uses = new LinkedHashMap<String, List<String>>();
        for (var module : modules) {
            var may = new ArrayList<>(List.of(declared(module)));
            if (!module.equals("kernel")) {
                may.add("kernel");
            }
            uses.put(module, may);
        }
        return uses;
    }

    /** Modules that are missing from the order, or that come before one that they use. */
    static List<String> outOfOrder(List<String> order, Map<String, List<String>> uses) {
        var wrong = new ArrayList<String>();
        if (!order.getFirst().equals("__root")) {
            wrong.add("__root is not first");
        }
        uses.forEach((module, used) -> {
            if (!order.contains(module)) {
                wrong.add(module + " has no place in the order");
            }
            used.stream()
                    .filter(other -> order.indexOf(other) > order.indexOf(module))
                    .forEach(other -> wrong.add(module + " comes before " + other + ", which it uses"));
        });
        return wrong;
    }

    static List<String> folders() {
        try (var folders = Files.list(Path.of("src/main/resources/db/migration"))) {
            return folders.map(folder -> folder.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] declared(String module) {
        try {
            return Class.forName("io.tilth." + module + ".package-info")
                    .getAnnotation(ApplicationModule.class)
                    .allowedDependencies();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("The module " + module + " has no package-info", e);
        }
    }
}
