package io.tilth.kernel;

import java.net.URI;

/** A foreign script without which pages inside WeCom cannot speak with it; the content policy lets it run there. */
public interface PageScripts {

    URI script();
}
