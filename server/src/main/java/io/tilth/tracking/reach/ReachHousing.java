package io.tilth.tracking.reach;

import io.tilth.tracking.ReachHouse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

@Component
class ReachHousing implements ReachHouse {

    private final ReachDoor door;
    private final ReachPageService pages;
    private final ReachSettingService settings;
    private final ReachPrinter printer;

    ReachHousing(ReachDoor door, ReachPageService pages, ReachSettingService settings, ReachPrinter printer) {
        this.door = door;
        this.pages = pages;
        this.settings = settings;
        this.printer = printer;
    }

    @Override
    public URI address(String path) {
        return settings.at(path);
    }

    @Override
    public ResponseEntity<String> within(
            String code, String base, HttpServletRequest request, Locale language, Supplier<Sheet> work) {
        var page = door.within(code, language, () -> page(work.get(), base, language));
        return printer.answer(page, request, language);
    }

    @Override
    public ResponseEntity<String> privacy(String code, String base, HttpServletRequest request, Locale language) {
        return printer.answer(door.within(code, language, () -> pages.privacy(base, language)), request, language);
    }

    private ReachPage page(Sheet sheet, String base, Locale language) {
        var page = switch (sheet) {
            case Sheet.GoOn go ->
                new ReachPage(HttpStatus.FOUND, "", Map.of("to", go.to().toString()));
            case Sheet.Print print ->
                pages.dressed(base, print.facts(), print.template(), language).answering(print.status());
        };
        return Optional.of(sheet)
                .flatMap(Sheet::cookie)
                .map(cookie -> page.with("cookie", cookie))
                .orElse(page);
    }
}
