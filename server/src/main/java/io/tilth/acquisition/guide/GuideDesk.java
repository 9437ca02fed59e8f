package io.tilth.acquisition.guide;

import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.CodeRoutes;
import io.tilth.acquisition.CodeRoutes.Route;
import io.tilth.acquisition.LinkClicks;
import io.tilth.acquisition.guide.GuideSeatService.Guest;
import io.tilth.acquisition.guide.GuideSeatService.Shown;
import io.tilth.directory.Cards.ShopCard;
import io.tilth.tracking.Guests;
import io.tilth.tracking.Guests.Coming;
import io.tilth.tracking.ReachHouse;
import io.tilth.tracking.ReachHouse.Sheet;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Receives whoever scanned a 引导页码. Who comes is asked of WeCom, so it is in no transaction itself. */
@Component
class GuideDesk {

    private final CodeRoutes routes;
    private final GuideSeatService seats;
    private final LinkClicks clicks;
    private final Guests guests;
    private final ReachHouse house;
    private final MessageSource sentences;

    GuideDesk(
            CodeRoutes routes,
            GuideSeatService seats,
            LinkClicks clicks,
            Guests guests,
            ReachHouse house,
            MessageSource sentences) {
        this.clicks = clicks;
        this.routes = routes;
        this.seats = seats;
        this.guests = guests;
        this.house = house;
        this.sentences = sentences;
    }

    Sheet open(String page, HttpServletRequest request, Locale language) {
        return routes.ofPage(page)
                .map(route -> receive(route, request, language))
                .orElseGet(() -> say(HttpStatus.NOT_FOUND, "nowhere", language, Optional.empty()));
    }

    private Sheet receive(Route route, HttpServletRequest request, Locale language) {
        if (route.form() == CodeForm.LINK) {
            return route.content()
                    .<Sheet>map(link -> new Sheet.GoOn(clicked(route, link, request), Optional.empty()))
                    .orElseGet(() -> say(HttpStatus.NOT_FOUND, "nowhere", language, Optional.empty()));
        }
        return switch (guests.meet(house.address("/c/" + route.page()), route.company(), request)) {
            case Coming.GoOn(var to, var cookie) -> new Sheet.GoOn(to, cookie);
            case Coming.Here here ->
                seats.seat(route, new Guest(here.visitor(), here.customer(), here.colleague()))
                        .map(shown -> show(route, shown, language, here.cookie()))
                        .orElseGet(() -> say(HttpStatus.OK, "full", language, here.cookie()));
        };
    }

    /** On to WeCom's link, with a key for this very click behind the code's own state. */
    private URI clicked(Route route, String link, HttpServletRequest request) {
        var number = Optional.ofNullable(request.getParameter("click")).orElse("");
        return URI.create(link + "_" + clicks.click(route.id(), number));
    }

    private Sheet show(Route route, Shown shown, Locale language, Optional<String> cookie) {
        var card = shown.card();
        var kind = shown.known() ? "known" : route.live() ? "add" : "late";
        var facts = new HashMap<String, Object>();
        facts.put("title", say(language, "guide-title", card.name()));
        facts.put("words", say(language, "guide-" + kind, card.name()));
        facts.put("name", card.name());
        facts.put("place", card.shop().map(ShopCard::name).orElse(card.position()));
        facts.put("picture", "/c/" + route.page() + "/" + shown.key() + ".png");
        facts.put("again", GuideSeatService.SHOWN.toSeconds());
        return new Sheet.Print(HttpStatus.OK, "guide", facts, cookie);
    }

    private Sheet say(HttpStatus status, String what, Locale language, Optional<String> cookie) {
        Map<String, Object> facts = Map.of(
                "title", say(language, "guide-" + what + "-title"),
                "words", say(language, "guide-" + what + "-words"));
        return new Sheet.Print(status, "guide", facts, cookie);
    }

    private String say(Locale language, String key, Object... facts) {
        return sentences.getMessage("reach." + key, facts, language);
    }
}
