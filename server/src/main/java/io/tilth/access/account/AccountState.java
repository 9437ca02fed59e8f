package io.tilth.access.account;

/** Whether an account may come in. */
enum AccountState {
    ACTIVE,
    FROZEN
}
