/** Figures that the platform keeps of members and groups, counted from what really happened in this world. */
package io.tilth.sandbox.statistic;
