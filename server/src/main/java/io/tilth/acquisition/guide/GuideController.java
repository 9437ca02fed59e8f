package io.tilth.acquisition.guide;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.kernel.TenantVisits;
import io.tilth.tracking.ReachHouse;
import io.tilth.tracking.ShareCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is behind a printed 引导页码. */
@RestController
@Hidden
@Needs.Anyone
class GuideController {

    private final ReachHouse house;
    private final GuideDesk desk;
    private final GuideWayService ways;
    private final TenantVisits visits;

    GuideController(ReachHouse house, GuideDesk desk, GuideWayService ways, TenantVisits visits) {
        this.house = house;
        this.desk = desk;
        this.ways = ways;
        this.visits = visits;
    }

    @GetMapping("/c/{code}")
    ResponseEntity<String> open(@PathVariable String code, HttpServletRequest request, Locale language) {
        return house.within(code, "/c/" + code, request, language, () -> desk.open(code, request, language));
    }

    @GetMapping("/c/{code}/privacy")
    ResponseEntity<String> privacy(@PathVariable String code, HttpServletRequest request, Locale language) {
        return house.privacy(code, "/c/" + code, request, language);
    }

    /** The picture to press and hold: always of the same member, so it may be kept. */
    @GetMapping("/c/{code}/{key}.png")
    ResponseEntity<byte[]> picture(@PathVariable String code, @PathVariable String key) {
        return ShareCode.read(code)
                .flatMap(read -> visits.system(read.tenant(), () -> ways.picture(code, key)))
                .map(picture -> ResponseEntity.ok()
                        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                        .contentType(MediaType.IMAGE_PNG)
                        .body(picture))
                .orElseGet(() -> ResponseEntity.notFound()
                        .cacheControl(CacheControl.noStore())
                        .build());
    }
}
