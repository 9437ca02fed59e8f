/** Files: what an app uploads for three days, pictures that stay, and how both are got back. */
package io.tilth.sandbox.media;
