package io.tilth.tracking.reach;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.Visiting.Arrival;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What a customer sees behind a tracked link. */
@RestController
@Hidden
@Needs.Anyone
class ReachController {

    private final ReachDoor door;
    private final Visiting visiting;
    private final ReachPageService pages;
    private final ReachPrinter printer;

    ReachController(ReachDoor door, Visiting visiting, ReachPageService pages, ReachPrinter printer) {
        this.door = door;
        this.visiting = visiting;
        this.pages = pages;
        this.printer = printer;
    }

    @GetMapping("/r/{code}")
    ResponseEntity<String> open(@PathVariable String code, HttpServletRequest request, Locale language) {
        var page = door.within(code, language, () -> arrive(code, request, language));
        return printer.answer(page, request, language);
    }

    private ReachPage arrive(String code, HttpServletRequest request, Locale language) {
        return switch (visiting.arrive(code, request)) {
            case Arrival.Gone() -> pages.gone(code, language);
            case Arrival.GoOn(var to, var cookie) ->
                with(new ReachPage(HttpStatus.FOUND, "", Map.of("to", to.toString())), cookie);
            case Arrival.Read read -> with(pages.read(code, read, language), read.cookie());
        };
    }

    private static ReachPage with(ReachPage page, Optional<String> cookie) {
        return cookie.map(value -> page.with("cookie", value)).orElse(page);
    }
}
