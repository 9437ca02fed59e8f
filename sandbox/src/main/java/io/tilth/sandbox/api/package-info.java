/**
 * The frame in which every area of the platform's API stands: the table of routes, what a call brings, what it is refused
 * with, tokens, rights and limits. An {@link io.tilth.sandbox.api.Area} enters its paths in {@link io.tilth.sandbox.api.Routes};
 * everything that holds for all paths is looked after here, in one place.
 */
package io.tilth.sandbox.api;
