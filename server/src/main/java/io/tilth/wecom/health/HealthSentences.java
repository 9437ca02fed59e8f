package io.tilth.wecom.health;

import io.tilth.wecom.health.WecomHealth.CallError;
import io.tilth.wecom.health.WecomHealth.CallbackHealth;
import io.tilth.wecom.health.WecomHealth.DriftHealth;
import io.tilth.wecom.health.WecomHealth.HealthFinding;
import io.tilth.wecom.health.WecomHealth.LicenceHealth;
import io.tilth.wecom.health.WecomHealth.QuotaHealth;
import io.tilth.wecom.health.WecomHealth.TokenHealth;
import io.tilth.wecom.health.WecomHealth.Window;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts figures into the reader's words. */
@Component
class HealthSentences {

    private final MessageSource sentences;

    HealthSentences(MessageSource sentences) {
        this.sentences = sentences;
    }

    WecomHealth tell(Figures figures) {
        var traffic = figures.traffic();
        return new WecomHealth(
                figures.at(),
                figures.tokens().stream().map(token -> token(figures, token)).toList(),
                new CallbackHealth(
                        traffic.lastAt(), traffic.today(), traffic.waiting(), traffic.failed(), traffic.lagMs()),
                figures.quota().stream()
                        .map(used -> new QuotaHealth(
                                used.api(), Window.valueOf(used.span().name()), used.used(), used.limit()))
                        .toList(),
                figures.drift().map(found -> new DriftHealth(found.at(), found.differences())),
                figures.licences()
                        .map(found -> new LicenceHealth(found.active(), found.trial(), found.expired(), found.none())),
                figures.failures().stream().map(this::error).toList(),
                figures.hours(),
                figures.findings().stream().map(this::finding).toList());
    }

    private TokenHealth token(Figures figures, Figures.TokenFigures token) {
        return new TokenHealth(
                token.name(),
                token.state(figures.at()),
                token.expiresAt(),
                token.refreshedAt(),
                token.failedCode().map(code -> code(code)));
    }

    private CallError error(Figures.Failure failure) {
        return new CallError(failure.at(), failure.api(), failure.code(), code(failure.code()), failure.times());
    }

    private HealthFinding finding(Finding finding) {
        var facts = finding.facts().stream().map(String::valueOf).toArray();
        return new HealthFinding(finding.level(), finding.code(), say("wecom.finding." + finding.code(), facts));
    }

    /** WeCom's code in words, as far as we know them. */
    private String code(int code) {
        var language = LocaleContextHolder.getLocale();
        var known = sentences.getMessage("wecom.code." + code, null, "", language);
        return known == null || known.isEmpty() ? say("wecom.code.other", Integer.toString(code)) : known;
    }

    private String say(String key, Object... facts) {
        return sentences.getMessage(key, Stream.of(facts).toArray(), LocaleContextHolder.getLocale());
    }
}
