package crooked.shop.util;

/** Stands in a package whose name says nothing. */
class Prices {}
