package io.tilth.kernel;

import jakarta.servlet.ServletException;
import java.io.IOException;

/** The rest of a request's way, to be walked within a scope. */
@FunctionalInterface
public interface Passage {

    void go() throws IOException, ServletException;

    /** Walks it with the scope's values bound; failures come out as they were. */
    static void within(ScopedValue.Carrier scope, Passage rest) throws IOException, ServletException {
        try {
            scope.call(() -> {
                rest.go();
                return true;
            });
        } catch (ServletException | IOException | RuntimeException known) {
            throw known;
        } catch (Exception unknown) {
            throw new ServletException(unknown);
        }
    }
}
