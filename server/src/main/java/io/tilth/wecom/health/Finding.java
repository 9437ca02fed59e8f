package io.tilth.wecom.health;

import io.tilth.wecom.HealthNotes.Note;
import java.util.List;

/**
 * One thing that is well, wants watching, or is bad.
 *
 * @param code key of its sentence, which names the facts in order
 */
record Finding(Level level, String code, List<Object> facts) {

    enum Level {
        BAD,
        WATCH,
        GOOD
    }

    static Finding of(Note note) {
        return new Finding(Level.valueOf(note.weight().name()), note.code(), note.facts());
    }

    static Finding bad(String code, Object... facts) {
        return new Finding(Level.BAD, code, List.of(facts));
    }

    static Finding watch(String code, Object... facts) {
        return new Finding(Level.WATCH, code, List.of(facts));
    }

    static Finding good(String code, Object... facts) {
        return new Finding(Level.GOOD, code, List.of(facts));
    }
}
