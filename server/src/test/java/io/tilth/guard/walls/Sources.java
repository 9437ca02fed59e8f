package io.tilth.guard.walls;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Measures Java sources with the compiler's own parser. */
final class Sources {

    private Sources() {}

    /** Something with a length in lines. */
    record Length(String what, long lines) {

        @Override
        public String toString() {
            return "%4d  %s".formatted(lines, what);
        }
    }

    /** The Java files of all modules of the build, main and test. */
    static List<Path> ofTheHouse() {
        try (Stream<Path> modules = Files.list(home())) {
            return modules.flatMap(
                            module -> Stream.of(module.resolve("src/main/java"), module.resolve("src/test/java")))
                    .filter(Files::isDirectory)
                    .flatMap(Sources::below)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Length> files(List<Path> files) {
        return files.stream().map(Sources::length).toList();
    }

    private static Length length(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new Length(file.getFileName().toString(), lines.count());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every method and constructor, from its annotations to its closing brace. */
    static List<Length> methods(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var units = manager.getJavaFileObjectsFromPaths(files);
            var task = (JavacTask) compiler.getTask(null, manager, problem -> {}, List.of("-proc:none"), null, units);
            var positions = Trees.instance(task).getSourcePositions();
            var lengths = new ArrayList<Length>();
            for (var unit : task.parse()) {
                unit.accept(new MethodScanner(unit, positions), lengths);
            }
            return lengths;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("server/src/main/java"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static class MethodScanner extends TreeScanner<Void, List<Length>> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, List<Length> lengths) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            var file = Path.of(unit.getSourceFile().getName()).getFileName();
            lengths.add(new Length(file + ":" + first + " " + method.getName(), last - first + 1));
            return super.visitMethod(method, lengths);
        }
    }
}
