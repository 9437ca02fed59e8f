package io.tilth.wecom.connect;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomSettings;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads from WeCom's refusals what a person has to mend. */
@Component
class Diagnosis {

    private static final Pattern ADDRESS = Pattern.compile("from ip: ([0-9a-fA-F.:]+)");

    private final List<String> addresses;

    Diagnosis(WecomSettings settings) {
        this.addresses = settings.addresses();
    }

    Verdict of(WecomRefusal refusal) {
        return switch (refusal.code()) {
            case 40001, 40091, 40084 -> Verdict.bad("secret-wrong");
            case 40013 -> Verdict.bad("corp-id-wrong");
            case 60020 -> Verdict.bad("address-not-trusted", address(refusal));
            case 301002, 40056 -> Verdict.bad("agent-wrong");
            case 50003 -> Verdict.bad("app-closed");
            case 48002, 84074, 60011, 48001 -> Verdict.bad("calls-not-allowed", Integer.toString(refusal.code()));
            default -> byKind(refusal);
        };
    }

    private Verdict byKind(WecomRefusal refusal) {
        return switch (refusal.kind()) {
            case BUSY -> Verdict.bad(refusal.code() == 0 ? "wecom-unreachable" : "wecom-busy");
            case OVER_LIMIT -> Verdict.bad("wecom-over-limit");
            default -> Verdict.bad("wecom-refused", Integer.toString(refusal.code()), refusal.api());
        };
    }

    /** As WeCom saw it; it may be none of those that somebody has entered. */
    private String address(WecomRefusal refusal) {
        var seen = ADDRESS.matcher(String.valueOf(refusal.getMessage()));
        return seen.find() ? seen.group(1) : String.join(", ", addresses);
    }
}
