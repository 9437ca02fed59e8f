package io.tilth.kernel.distribute;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, instead of a stack trace. */
class NotDistributableAnalyzer extends AbstractFailureAnalyzer<NotDistributable> {

    @Override
    protected FailureAnalysis analyze(Throwable root, NotDistributable cause) {
        return new FailureAnalysis(
                String.valueOf(cause.getMessage()),
                "Mend these in the schema first; no script was written. Tilth's own tables obey these rules, so look"
                        + " at what was added to the database by hand.",
                cause);
    }
}
