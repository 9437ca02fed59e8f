package crooked.shop;

import crooked.till.Till;

/** Uses a module that its own has not declared. */
public record Shop(Till till) {}
