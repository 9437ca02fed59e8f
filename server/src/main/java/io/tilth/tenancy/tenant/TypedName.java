package io.tilth.tenancy.tenant;

import jakarta.validation.constraints.NotBlank;

/** The name of a company, typed by who closes it, so that nobody closes the wrong one. */
record TypedName(@NotBlank String name) {}
