package io.tilth.kernel.backup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what to do, instead of a stack trace. */
class BackupRefusedAnalyzer extends AbstractFailureAnalyzer<BackupRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, BackupRefused cause) {
        return new FailureAnalysis(cause.reason(), cause.remedy(), cause);
    }
}
