package io.tilth.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Pages for customers, in the company's name and on its domain, for doors that other modules open. */
public interface ReachHouse {

    /** Where a path such as {@code /c/…} leads: on the tenant's own domain, if it has one. */
    URI address(String path);

    /**
     * Opens the tenant whose code it is, in no transaction; a company that was stopped shows nothing.
     *
     * @param base path of the page, below which its privacy page stands
     */
    ResponseEntity<String> within(
            String code, String base, HttpServletRequest request, Locale language, Supplier<Sheet> work);

    /** What is noted of whoever opens such a page. */
    ResponseEntity<String> privacy(String code, String base, HttpServletRequest request, Locale language);

    /** What one page of the house says. */
    sealed interface Sheet {

        Optional<String> cookie();

        /**
         * @param template its name
         * @param facts what stands in it; the company's name, phone and foot are added
         */
        record Print(HttpStatus status, String template, Map<String, Object> facts, Optional<String> cookie)
                implements Sheet {}

        record GoOn(URI to, Optional<String> cookie) implements Sheet {}
    }
}
