package io.tilth.wecom;

import java.util.List;

/** What modules above have to say of a company on its health page. */
public interface HealthNotes {

    List<Note> of(CompanyId company);

    /**
     * @param code key of its sentence {@code wecom.finding.<code>}, which names the facts in order
     */
    record Note(Weight weight, String code, List<Object> facts) {}

    enum Weight {
        BAD,
        WATCH,
        GOOD
    }
}
