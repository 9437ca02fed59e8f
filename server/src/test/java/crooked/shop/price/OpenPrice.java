package crooked.shop.price;

/** Public below the module's root. */
public record OpenPrice(long cents) {}
