package io.tilth.drill.check;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of one kind of thing.
 *
 * @param promised how many were acknowledged, each of which must be there
 * @param note what else is worth knowing
 */
public record Finding(
        String what, int promised, List<String> lost, List<String> duplicated, List<String> misdelivered, String note) {

    public boolean isClean() {
        return lost.isEmpty() && duplicated.isEmpty() && misdelivered.isEmpty();
    }

    /** Gathers what is wrong with one kind of thing. */
    static final class Count {

        private final List<String> lost = new ArrayList<>();
        private final List<String> duplicated = new ArrayList<>();
        private final List<String> misdelivered = new ArrayList<>();
        private int promised;

        void promise() {
            promised++;
        }

        void lost(String what) {
            lost.add(what);
        }

        void duplicated(String what) {
            duplicated.add(what);
        }

        void misdelivered(String what) {
            misdelivered.add(what);
        }

        /** Each of which there must be one where it was promised, and never two. */
        void once(boolean isPromised, int times, String what) {
            if (isPromised && times == 0) {
                lost(what);
            }
            if (times > 1) {
                duplicated(what + " × " + times);
            }
        }

        Finding finding(String what, String note) {
            return new Finding(
                    what, promised, List.copyOf(lost), List.copyOf(duplicated), List.copyOf(misdelivered), note);
        }
    }
}
