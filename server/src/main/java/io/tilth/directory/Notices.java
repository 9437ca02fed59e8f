package io.tilth.directory;

import java.time.LocalTime;

/** Tells members things: live in the workbench, and as messages of the app. */
public interface Notices {

    /** Stored with the current transaction; goes out after it commits. */
    void tell(MemberId member, Notice notice);

    /** When nobody's phone rings, unless they chose other hours for themselves. */
    Quiet quiet();

    void setQuiet(Quiet quiet);

    /** @param to may be earlier than {@code from}: then it is the next morning; the same: no quiet hours */
    record Quiet(LocalTime from, LocalTime to) {

        public static final Quiet USUAL = new Quiet(LocalTime.of(21, 30), LocalTime.of(8, 30));

        public boolean covers(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !from.equals(to) && (!time.isBefore(from) || time.isBefore(to));
        }
    }
}
