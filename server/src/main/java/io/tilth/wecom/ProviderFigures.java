package io.tilth.wecom;

import java.time.Instant;
import java.util.Optional;

/** What the provider of an app knows of it and of the companies' licences, 接口许可. */
public interface ProviderFigures {

    /** When WeCom last sent a ticket; without a fresh one every company stops. */
    Optional<Instant> ticketAt();

    /** Of a company of the current tenant; empty when nobody has read them yet. */
    Optional<Licences> licences(CompanyId company);

    /**
     * @param active members with a licence that holds
     * @param trial members who may be used without one, as long as the trial lasts
     * @param expired members whose licence has ended
     * @param none members without a licence, after the trial
     * @param nextEnd when the first licence, or the trial, ends
     */
    record Licences(int active, int trial, int expired, int none, Optional<Instant> nextEnd) {}
}
