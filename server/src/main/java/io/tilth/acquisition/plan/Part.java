package io.tilth.acquisition.plan;

import io.tilth.acquisition.CodeSpec;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A part of a code that is changed as a whole: who edited it by hand keeps it, whatever the plan does to the others. */
enum Part {
    NAME(CodeSpec::name),
    CHANNEL(CodeSpec::channel),
    RECEIVERS(spec -> List.of(
            spec.members(), spec.departments(), spec.spares(), spec.dailyCap(), spec.byRest(), spec.balanced())),
    JOINING(spec -> List.of(spec.skipVerify(), spec.exclusive())),
    TAGS(CodeSpec::tags),
    REMARK(CodeSpec::remark),
    STAGE(CodeSpec::stage),
    WELCOME(CodeSpec::welcome),
    END(CodeSpec::expiresAt);

    private final Function<CodeSpec, Object> in;

    Part(Function<CodeSpec, Object> in) {
        this.in = in;
    }

    static Set<Part> differing(CodeSpec one, CodeSpec other) {
        var found = EnumSet.noneOf(Part.class);
        for (var part : values()) {
            if (!part.in.apply(one).equals(part.in.apply(other))) {
                found.add(part);
            }
        }
        return found;
    }

    /** As wanted, but these parts as they are. */
    static CodeSpec merge(CodeSpec wanted, CodeSpec own, Set<Part> kept) {
        var people = kept.contains(RECEIVERS) ? own : wanted;
        var joining = kept.contains(JOINING) ? own : wanted;
        return new CodeSpec(
                own.form(),
                (kept.contains(NAME) ? own : wanted).name(),
                (kept.contains(CHANNEL) ? own : wanted).channel(),
                people.members(),
                people.departments(),
                people.spares(),
                people.dailyCap(),
                people.byRest(),
                people.balanced(),
                joining.skipVerify(),
                joining.exclusive(),
                (kept.contains(TAGS) ? own : wanted).tags(),
                (kept.contains(REMARK) ? own : wanted).remark(),
                (kept.contains(STAGE) ? own : wanted).stage(),
                (kept.contains(WELCOME) ? own : wanted).welcome(),
                (kept.contains(END) ? own : wanted).expiresAt());
    }
}
