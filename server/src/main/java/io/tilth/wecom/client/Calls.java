package io.tilth.wecom.client;

import io.tilth.kernel.Caller;
import io.tilth.wecom.CallQuota;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import io.tilth.wecom.WecomSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The one way out to WeCom: counted, bounded, repeated where that helps, and never within a transaction. */
@Component
class Calls {

    /** A person in front of a screen would rather read why than wait. */
    private static final Duration PATIENCE_OF_A_PERSON = Duration.ofSeconds(5);

    private final Lines lines;
    private final AccessTokens tokens;
    private final CallQuota quota;
    private final Shares shares;
    private final Waiting waiting;
    private final Tally tally;
    private final Meter meter;
    private final Duration patience;

    Calls(
            Lines lines,
            AccessTokens tokens,
            CallQuota quota,
            Shares shares,
            Waiting waiting,
            Tally tally,
            Meter meter,
            WecomSettings settings) {
        this.lines = lines;
        this.tokens = tokens;
        this.quota = quota;
        this.shares = shares;
        this.waiting = waiting;
        this.tally = tally;
        this.meter = meter;
        this.patience = settings.calls().patience();
    }

    Line line(CompanyId company) {
        return lines.of(company);
    }

    /** @param api the path below {@code /cgi-bin/} */
    <T> T call(CompanyId company, String api, Line.Attempt<T> attempt) {
        return call(company, api, patience, attempt);
    }

    /** @param most how long to wait for limits to pass */
    <T> T call(CompanyId company, String api, Duration most, Line.Attempt<T> attempt) {
        checkNoTransaction(api);
        var line = lines.of(company);
        var effort = new Effort(Caller.find().isPresent() ? PATIENCE_OF_A_PERSON : most);
        while (true) {
            var token = tokens.of(line, effort.stale());
            awaitAllowance(company, api, effort);
            try {
                var answer = within(line, api, effort, () -> attempt(line, token, attempt));
                quota.answered(company, api);
                tally.answered(line.credentials(), effort.waited().toMillis());
                return answer;
            } catch (Failed failed) {
                tally.failed(
                        line.credentials(), failed.refusal(api), effort.waited().toMillis());
                prepareAnother(company, effort, token, failed.refusal(api), failed.mayRepeat(api));
            }
        }
    }

    /** As the platform's patience with a wrong secret is short, the token's own fetch is no call like others. */
    static void checkNoTransaction(String api) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException(
                    api + " would hold a database connection while WeCom thinks: call it outside the transaction.");
        }
    }

    private void prepareAnother(
            CompanyId company, Effort effort, String token, WecomRefusal refusal, boolean mayRepeat) {
        if (Kinds.isAboutToken(refusal.code()) && effort.renew(token)) {
            return;
        }
        switch (refusal.kind()) {
            case BUSY -> {
                if (!mayRepeat) {
                    throw refusal;
                }
                await(effort, effort.backOff(refusal), refusal.api());
            }
            case OVER_LIMIT -> await(effort, quota.pause(company, refusal.api()), refusal.api());
            default -> throw refusal;
        }
    }

    private void awaitAllowance(CompanyId company, String api, Effort effort) {
        for (var wait = quota.take(company, api); wait.isPositive(); wait = quota.take(company, api)) {
            await(effort, wait, api);
        }
    }

    private void await(Effort effort, Duration wait, String api) {
        effort.spend(wait, api);
        meter.add(0, wait.toMillis());
        waiting.pause(wait);
    }

    private <T> T within(Line line, String api, Effort effort, Supplier<T> work) {
        var share = shares.of(line.credentials().tenant());
        take(share, api, effort.left());
        try {
            meter.add(1, 0);
            return work.get();
        } finally {
            share.release();
        }
    }

    private static void take(Semaphore share, String api, Duration patience) {
        try {
            if (!share.tryAcquire(Math.max(1, patience.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new WecomRefusal(api, 0, Kind.BUSY, "too many calls of this tenant are under way");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new WecomRefusal(api, 0, Kind.BUSY, "the server is stopping");
        }
    }

    private static <T> T attempt(Line line, String token, Line.Attempt<T> attempt) {
        try {
            return line.with(token, attempt);
        } catch (WxErrorException | IOException failure) {
            throw new Failed(failure);
        }
    }

    /** Carries WeCom's answer, or the lack of one, out of the share. */
    private static class Failed extends RuntimeException {

        private final Exception failure;

        Failed(Exception failure) {
            super(null, null, false, false);
            this.failure = failure;
        }

        WecomRefusal refusal(String api) {
            return failure instanceof WxErrorException answer
                    ? Kinds.refusal(api, answer)
                    : Kinds.refusal(api, (IOException) failure);
        }

        boolean mayRepeat(String api) {
            return !(failure instanceof IOException silence) || Kinds.neverSent(silence) || Kinds.isRepeatable(api);
        }
    }
}
