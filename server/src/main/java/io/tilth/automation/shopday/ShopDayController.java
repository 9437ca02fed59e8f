package io.tilth.automation.shopday;

import io.tilth.directory.ShopId;
import io.tilth.kernel.Needs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 门店: what a leader looks after today. */
@RestController
class ShopDayController {

    private final ShopDayService days;

    ShopDayController(ShopDayService days) {
        this.days = days;
    }

    /** @param shop the one that the caller leads unless told */
    @Needs("alert:assign")
    @GetMapping("/api/v1/shop-days")
    ShopDay get(@RequestParam(required = false) @Nullable ShopId shop) {
        return days.of(Optional.ofNullable(shop));
    }
}
