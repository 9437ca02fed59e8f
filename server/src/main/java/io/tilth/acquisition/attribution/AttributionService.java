package io.tilth.acquisition.attribution;

import io.tilth.acquisition.ChannelCodes;
import io.tilth.acquisition.ChannelCodes.Code;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CustomerAcquired;
import io.tilth.acquisition.DefaultWelcomes;
import io.tilth.acquisition.GuideSeats;
import io.tilth.acquisition.LinkClicks;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.customer.FollowEnded;
import io.tilth.customer.FollowWishes;
import io.tilth.customer.Origins;
import io.tilth.customer.Scores;
import io.tilth.customer.Scores.Signal;
import io.tilth.customer.Stages;
import io.tilth.customer.Timeline;
import io.tilth.customer.Timeline.Entry;
import io.tilth.directory.MemberSignIns;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.messaging.Welcomes;
import io.tilth.messaging.Welcomes.Greeting;
import io.tilth.messaging.Welcomes.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says by which code a new friend came, and does what the code wants done; who came by none is greeted all the same. */
@Service
@Transactional
class AttributionService {

    private final ChannelCodes codes;
    private final CodeArrivalRepository arrivals;
    private final GuideSeats seats;
    private final LinkClicks clicks;
    private final Crediting crediting;
    private final Scores scores;
    private final Stages stages;
    private final Origins origins;
    private final FollowWishes wishes;
    private final Timeline timeline;
    private final Welcomes welcomes;
    private final DefaultWelcomes usual;
    private final MemberSignIns signIns;
    private final Live live;
    private final ApplicationEventPublisher events;

    AttributionService(
            ChannelCodes codes,
            CodeArrivalRepository arrivals,
            GuideSeats seats,
            LinkClicks clicks,
            Crediting crediting,
            Scores scores,
            Stages stages,
            Origins origins,
            FollowWishes wishes,
            Timeline timeline,
            Welcomes welcomes,
            DefaultWelcomes usual,
            MemberSignIns signIns,
            Live live,
            ApplicationEventPublisher events) {
        this.codes = codes;
        this.arrivals = arrivals;
        this.seats = seats;
        this.clicks = clicks;
        this.crediting = crediting;
        this.scores = scores;
        this.stages = stages;
        this.origins = origins;
        this.wishes = wishes;
        this.timeline = timeline;
        this.welcomes = welcomes;
        this.usual = usual;
        this.signIns = signIns;
        this.live = live;
        this.events = events;
    }

    void hear(ExternalContactAdded added) {
        if (added.beginning() != Beginning.COMPLETED) {
            meet(added);
        }
        var code = added.state().flatMap(state -> codes.ofState(state, added.at()));
        code.ifPresent(one -> come(one, added));
        code.map(Code::words)
                .orElseGet(() -> worthGreeting(added) ? usual.words(added.at()) : Optional.empty())
                .ifPresent(words -> greet(words, added));
    }

    private void come(Code code, ExternalContactAdded added) {
        boolean known = added.beginning() == Beginning.COMPLETED && arrivals.exists(code.id(), added.follow());
        if (!known) {
            credit(code, added);
        }
    }

    /** Whom a colleague hands over comes without a code, and without WeCom's leave to greet: nothing was missed. */
    private static boolean worthGreeting(ExternalContactAdded added) {
        return added.welcomeCode().isPresent() || added.beginning() == Beginning.NEW_CUSTOMER;
    }

    void end(FollowEnded ended) {
        arrivals.end(ended.follow(), ended.at());
    }

    /** Whatever brought them: they count once for the score, and the member's screen shows them. */
    private void meet(ExternalContactAdded added) {
        var source = "friend/" + added.follow().value();
        scores.add(List.of(
                new Signal(added.customer(), Scores.Kind.FRIEND_ADDED, Optional.empty(), 1, added.at(), source)));
        signIns.accounts(List.of(added.member()))
                .values()
                .forEach(account -> live.push(
                        Recipient.account(account.id()),
                        "customer",
                        added.customer().value().toString()));
    }

    private void credit(Code code, ExternalContactAdded added) {
        if (code.form() == CodeForm.GUIDED) {
            seats.used(code.id(), added.member());
        }
        var arrival = crediting.arrival(code, added);
        if (!arrivals.insert(arrival)) {
            return; // deleted and added again: counted as coming anew, and tagged already
        }
        origins.credit(
                added.customer(),
                new Origins.Origin(code.channel().id().value(), code.channel().name()));
        note(code, arrival, click(code, added));
        if (code.live()) {
            wishes.wish(added.follow(), code.tags(), crediting.remark(code, added));
            code.stage()
                    .filter(stage -> standsNowhere(added))
                    .ifPresent(stage -> stages.move(added.customer(), stage, "stage.by-code"));
        }
        if (arrival.fresh()) {
            events.publishEvent(new CustomerAcquired(
                    code.channel().id(), code.id(), added.customer(), added.follow(), added.member(), added.at()));
        }
        codes.came(code);
    }

    /** A customer who is further on already does not go back to the beginning for another scan. */
    private boolean standsNowhere(ExternalContactAdded added) {
        return added.beginning() == Beginning.NEW_CUSTOMER
                || stages.of(List.of(added.customer())).isEmpty();
    }

    private Optional<String> click(Code code, ExternalContactAdded added) {
        return added.state()
                .filter(state -> code.form() == CodeForm.LINK)
                .flatMap(state -> clicks.of(code.id(), state.substring(state.indexOf('_') + 1)));
    }

    private void note(Code code, Arrival arrival, Optional<String> click) {
        var detail = new HashMap<>(
                Map.of("code", code.name(), "channel", code.channel().name(), "late", String.valueOf(arrival.late())));
        click.ifPresent(number -> detail.put("click", number));
        var id = Timeline.id(
                arrival.at(),
                "channel.credited/" + code.id().value() + arrival.follow().value());
        timeline.add(
                List.of(new Entry(id, arrival.customer(), "channel.credited", Optional.of(arrival.member()), detail)));
    }

    private void greet(Words words, ExternalContactAdded added) {
        welcomes.greet(new Greeting(
                added.company(),
                added.customer(),
                added.follow(),
                added.member(),
                added.welcomeCode(),
                added.beginning() == Beginning.COMPLETED,
                added.at(),
                words));
    }
}
