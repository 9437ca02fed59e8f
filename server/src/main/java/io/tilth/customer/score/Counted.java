package io.tilth.customer.score;

/** @param points what the signal counted on its day */
record Counted(StoredSignal signal, double points) {}
