package io.tilth.guard;

import io.tilth.guard.statement.StatementGuard;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails the test during which a statement broke a rule, also when the code swallowed the failure or a job caused it. */
public class StatementGuardExtension implements AfterEachCallback, AfterAllCallback {

    @Override
    public void afterEach(ExtensionContext test) {
        failIfAnythingWasFound();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        failIfAnythingWasFound();
    }

    private static void failIfAnythingWasFound() {
        var found = StatementGuard.takeFound();
        if (!found.isEmpty()) {
            throw new AssertionError(found.stream()
                    .map(Throwable::getMessage)
                    .distinct()
                    .collect(Collectors.joining(
                            System.lineSeparator(), "The statement guard objects:" + System.lineSeparator(), "")));
        }
    }
}
