package io.tilth.guard.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestContextHolder;

/** Reads each statement before it is sent, and fails when it breaks a rule; remembers that, should the code swallow it. */
public class StatementGuard {

    private static final Queue<AssertionError> FOUND = new ConcurrentLinkedQueue<>();
    private static final LongAdder TO_ANSWER = new LongAdder();
    private static final ThreadLocal<Integer> SAID = new ThreadLocal<>();

    private final Catalog catalog;
    private final Ownership ownership;
    private final Known known;
    private final Supplier<Speaker> speakers;
    private final Map<Said, List<String>> verdicts = new ConcurrentHashMap<>();

    StatementGuard(Catalog catalog, Ownership ownership, Known known, Supplier<Speaker> speakers) {
        this.catalog = catalog;
        this.ownership = ownership;
        this.known = known;
        this.speakers = speakers;
    }

    /** A statement and who sends it. */
    record Said(Speaker speaker, String sql) {}

    /** What was found since the last time, and forgets it. */
    public static List<AssertionError> takeFound() {
        var found = new ArrayList<AssertionError>();
        for (var error = FOUND.poll(); error != null; error = FOUND.poll()) {
            found.add(error);
        }
        return found;
    }

    /** How many statements servers have sent so far to answer requests; what their jobs say meanwhile does not count. */
    public static long toAnswer() {
        return TO_ANSWER.sum();
    }

    /** How many statements the server says in the current thread meanwhile. */
    public static int count(Runnable work) {
        SAID.set(0);
        try {
            work.run();
            return SAID.get();
        } finally {
            SAID.remove();
        }
    }

    /** What was said by whom so far. */
    Set<Said> heard() {
        return Set.copyOf(verdicts.keySet());
    }

    void check(String sql) {
        var speaker = speakers.get();
        if (speaker.kind() == Speaker.Kind.TEST) {
            return; // a test looks where it likes
        }
        if (RequestContextHolder.getRequestAttributes() != null) {
            TO_ANSWER.increment();
        }
        Optional.ofNullable(SAID.get()).ifPresent(before -> SAID.set(before + 1));
        var said = new Said(speaker, sql);
        var faults = verdicts.get(said);
        if (faults == null) {
            faults = judge(said);
            verdicts.put(said, faults);
        }
        complain(said, faults);
    }

    /** A connection taken out of its wrapping would speak without being heard. */
    void checkUnwrapping() {
        var speaker = speakers.get();
        if (speaker.kind() == Speaker.Kind.MODULE) {
            complain(new Said(speaker, "unwrap"), List.of("takes a connection past the statement guard"));
        }
    }

    private void complain(Said said, List<String> faults) {
        if (!faults.isEmpty()) {
            var error = new AssertionError("%s said by %s:%n%s".formatted(faults, said.speaker(), said.sql()));
            FOUND.add(error);
            throw error;
        }
    }

    private List<String> judge(Said said) {
        if (known.covers(said.sql())) {
            return List.of();
        }
        var reading = Known.procedure(said.sql()).or(() -> StatementReader.read(said.sql(), catalog));
        if (reading.isEmpty()) {
            return List.of("cannot be parsed and is not listed in " + Known.FILE);
        }
        var faults = new ArrayList<>(reading.get().faults());
        faults.removeIf(fault -> known.excuses(said.sql(), fault));
        reading.get().uses().stream()
                .map(use -> ownership.fault(use, said.speaker()))
                .flatMap(Optional::stream)
                .forEach(faults::add);
        return faults;
    }
}
