package crooked.shop.price;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets everybody in, without saying so. */
@RestController
class PriceController {

    @GetMapping("/prices")
    String all() {
        return "";
    }
}
