package io.tilth.kernel;

import java.net.URI;
import java.util.List;

/**
 * What pages have to load from WeCom: a script without which those inside it cannot speak with it, and pictures of people.
 * The content policy lets them.
 */
public interface PageScripts {

    URI script();

    /** The hosts where WeCom keeps pictures of customers and members. */
    List<URI> pictures();
}
