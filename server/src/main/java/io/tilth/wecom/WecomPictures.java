package io.tilth.wecom;

import java.net.URI;

/** Pictures that WeCom keeps for messages. Calls out: never within a transaction. */
public interface WecomPictures {

    /** Stays for good; 1,000 a day and 3,000 a month. JPG or PNG up to 2 MB. */
    URI keep(CompanyId company, String name, byte[] picture);

    /** Gives the id of an upload, which dies after three days. */
    String lend(CompanyId company, String name, byte[] picture);

    /** What is at an address that WeCom gave us. */
    byte[] fetch(CompanyId company, URI url);
}
