package crooked.shop.price;

/** Named after nothing. */
class PriceHelper {}
