/**
 * Service providers: suites and templates, their tickets, how companies install them, the ids they see in place of the
 * real ones, and licences.
 */
package io.tilth.sandbox.provider;
