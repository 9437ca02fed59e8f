package io.tilth.sandbox.world;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Reads a file of changes back, up to its last whole change. */
final class Replay {
    private final Codec codec = new Codec();
    private final Consumer<List<Step>> change;
    private final byte[] buffer = new byte[1 << 16];
    private byte[] line = new byte[1 << 12];
    private int length;
    private long read;
    private long whole;
    private List<Step> steps = new ArrayList<>();

    private Replay(Consumer<List<Step>> change) {
        this.change = change;
    }

    /** The length of the file up to the end of its last whole change: what is behind was torn off and never happened. */
    static long of(Path file, Consumer<List<Step>> change) throws IOException {
        var replay = new Replay(change);
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            replay.lines(in);
        }
        return replay.whole;
    }

    private void lines(InputStream in) throws IOException {
        for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
            int from = 0;
            for (int at = 0; at < count; at++) {
                if (buffer[at] == '\n') {
                    keep(from, at);
                    read += length + 1L;
                    take();
                    length = 0;
                    from = at + 1;
                }
            }
            keep(from, count);
        }
    }

    private void keep(int from, int to) {
        int count = to - from;
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
        }
        System.arraycopy(buffer, from, line, length, count);
        length += count;
    }

    private void take() {
        if (length == 1 && line[0] == '=') {
            change.accept(steps);
            steps = new ArrayList<>();
            whole = read;
            return;
        }
        int space = 1;
        while (line[space] != ' ') {
            space++;
        }
        String kind = new String(line, 1, space - 1, StandardCharsets.UTF_8);
        int from = space + 1;
        steps.add(
                line[0] == '+'
                        ? new Step(kind, "", codec.thing(kind, line, from, length - from))
                        : new Step(kind, new String(line, from, length - from, StandardCharsets.UTF_8), null));
    }

    /** A thing to put, or, where there is none, a key to remove. */
    record Step(String kind, String key, Thing thing) {}
}
