/** One person or member under different ids: of the company, of a provider, of WeChat. */
package io.tilth.sandbox.identity;
