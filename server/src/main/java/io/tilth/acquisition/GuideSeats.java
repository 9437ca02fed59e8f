package io.tilth.acquisition;

import io.tilth.directory.MemberId;

/** Seats held for those to whom a page has shown a member's code, so that no cap is passed. */
public interface GuideSeats {

    /** Somebody has come to the member by the code, and needs the seat no longer. Within the transaction that counts them. */
    void used(ChannelCodeId code, MemberId member);
}
