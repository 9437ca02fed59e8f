package crooked.shop.price;

/** Opens no transaction. */
class PriceService {}
