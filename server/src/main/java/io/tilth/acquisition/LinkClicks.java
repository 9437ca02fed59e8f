package io.tilth.acquisition;

import java.util.Optional;

/** Clicks on 获客链接 that went by our address, each with the advertiser's own number. */
public interface LinkClicks {

    /** Notes a click; gives the key that goes along in {@code customer_channel}. */
    String click(ChannelCodeId code, String click);

    /** The advertiser's number behind the key that came back. */
    Optional<String> of(ChannelCodeId code, String key);
}
