package io.tilth.wecom.provider;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What WeCom told about a company's authorisation, to be done soon.
 *
 * @param code opens the company once, within minutes
 * @param state that we gave the installation; empty when WeCom itself began it
 */
record Order(UUID id, String infoType, String corpId, String state, Optional<String> code, Instant at) {

    @Override
    public String toString() {
        return infoType + " of " + corpId; // and not its code
    }
}
