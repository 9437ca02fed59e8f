package io.tilth.guard.statement;

import java.lang.StackWalker.Option;
import java.util.List;
import java.util.Optional;

/** Whose code sends a statement, as the stack shows. */
record Speaker(Kind kind, String module, String room) {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);
    private static final String HOUSE = "io.tilth.";
    private static final String GUARD = "io.tilth.guard.statement.";

    /** Code that everybody's statements run through. */
    private static final List<String> PLUMBING =
            List.of("io.tilth.kernel.tenant.", "io.tilth.kernel.TenantJdbc", "io.tilth.kernel.GlobalJdbc");

    private static final List<String> FRAMEWORKS =
            List.of("org.springframework.session.", "org.springframework.modulith.", "com.github.kagkarlsson.");

    private static final ClassValue<Boolean> IS_TEST = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            var source = type.getProtectionDomain().getCodeSource();
            return source != null && source.getLocation().getPath().contains("test-classes");
        }
    };

    /** What kind of code it is. */
    enum Kind {
        MODULE,
        FRAMEWORK,
        TEST,
        NOBODY
    }

    static Speaker module(String module, String room) {
        return new Speaker(Kind.MODULE, module, room);
    }

    static Speaker framework() {
        return new Speaker(Kind.FRAMEWORK, "", "");
    }

    static Speaker now() {
        return STACK.walk(frames -> frames.map(frame -> of(frame.getDeclaringClass()))
                        .flatMap(Optional::stream)
                        .findFirst())
                .orElse(new Speaker(Kind.NOBODY, "", ""));
    }

    private static Optional<Speaker> of(Class<?> type) {
        var name = type.getName();
        if (FRAMEWORKS.stream().anyMatch(name::startsWith)) {
            return Optional.of(framework());
        }
        if (!name.startsWith(HOUSE) || name.startsWith(GUARD)) {
            return Optional.empty();
        }
        if (IS_TEST.get(type)) {
            return Optional.of(new Speaker(Kind.TEST, "", ""));
        }
        if (PLUMBING.stream().anyMatch(name::startsWith)) {
            return Optional.empty();
        }
        var steps = name.substring(HOUSE.length()).split("\\.");
        return Optional.of(module(steps.length > 1 ? steps[0] : "", steps.length > 2 ? steps[1] : ""));
    }

    @Override
    public String toString() {
        return switch (kind) {
            case MODULE -> "the module " + module + (room.isEmpty() ? "" : " (" + room + ")");
            case FRAMEWORK -> "a framework";
            case TEST -> "a test";
            case NOBODY -> "nobody in particular";
        };
    }
}
