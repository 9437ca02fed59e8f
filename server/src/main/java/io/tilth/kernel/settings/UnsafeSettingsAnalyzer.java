package io.tilth.kernel.settings;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which settings to mend, instead of a stack trace. */
class UnsafeSettingsAnalyzer extends AbstractFailureAnalyzer<UnsafeSettings> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnsafeSettings cause) {
        return new FailureAnalysis(
                "Tilth does not start with these settings:\n- " + String.join("\n- ", cause.complaints()),
                "All settings are explained in docs/operations/settings.md.",
                cause);
    }
}
