package io.tilth.wecom.connect;

import io.tilth.wecom.Company;
import io.tilth.wecom.connect.ConnectStep.StepProblem;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says how a step stands, in the reader's language, and where in WeCom's pages it is mended. */
@Component
class StepSentences {

    private static final String HELP = "https://developer.work.weixin.qq.com/document/path/";

    private final MessageSource sentences;

    StepSentences(MessageSource sentences) {
        this.sentences = sentences;
    }

    ConnectStep view(Company.Kind kind, StepRecord step) {
        boolean looked = step.state() != StepRecord.State.TODO;
        return new ConnectStep(
                step.step(),
                step.state(),
                looked ? Optional.of(step.checkedAt()) : Optional.empty(),
                step.verdict().problem().map(code -> problem(code, step.verdict())),
                where(kind, step.step()),
                help(step.step()).map(page -> HELP + page));
    }

    private StepProblem problem(String code, Verdict verdict) {
        return new StepProblem(
                code, say("wecom.step.problem." + code, verdict.facts().toArray()), ConnectStep.facts(verdict));
    }

    private String where(Company.Kind kind, Step step) {
        var key = "wecom.step.where." + step.name();
        var own = sentences.getMessage(key + "." + kind.name(), null, "", LocaleContextHolder.getLocale());
        return own == null || own.isEmpty() ? say(key) : own;
    }

    private String say(String key, Object... facts) {
        return sentences.getMessage(key, facts, LocaleContextHolder.getLocale());
    }

    private static Optional<String> help(Step step) {
        return switch (step) {
            case CREDENTIALS -> Optional.of("91039");
            case TRUSTED_ADDRESS -> Optional.of("90664");
            case CUSTOMER_CALLS -> Optional.of("96311");
            case CALLBACK -> Optional.of("96238");
            case OAUTH_DOMAIN -> Optional.of("91335");
            case JSSDK_DOMAIN -> Optional.of("90514");
            default -> Optional.empty();
        };
    }
}
