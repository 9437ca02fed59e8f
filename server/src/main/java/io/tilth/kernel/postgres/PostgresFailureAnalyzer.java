package io.tilth.kernel.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the one clear sentence instead of a page of stack trace when the server cannot start for want of its database. */
class PostgresFailureAnalyzer extends AbstractFailureAnalyzer<PostgresUnavailable> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PostgresUnavailable cause) {
        return new FailureAnalysis(cause.reason(), cause.remedy(), cause);
    }
}
