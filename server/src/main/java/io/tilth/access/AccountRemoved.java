package io.tilth.access;

/** Somebody no longer has a place in the current tenant. Their deeds stay in the trail. */
public record AccountRemoved(AccountId account) {}
