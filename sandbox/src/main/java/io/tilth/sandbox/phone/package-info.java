/** The page with two phones: what a person sees and does there, told in JSON and live. */
package io.tilth.sandbox.phone;
