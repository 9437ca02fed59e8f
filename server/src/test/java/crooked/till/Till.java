package crooked.till;

import crooked.shop.Shop;
import java.util.Optional;

/** Closes a circle. */
public record Till(Optional<Shop> shop) {}
