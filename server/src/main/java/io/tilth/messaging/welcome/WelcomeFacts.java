package io.tilth.messaging.welcome;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a welcome may name. */
record WelcomeFacts(
        Optional<String> customer, String externalUserId, String member, String place, Optional<String> phone) {

    static final String CUSTOMER = "客户";
    static final String MATERIAL = "素材";

    Map<String, String> words() {
        var words = new HashMap<>(Map.of("称呼", member, "门店", place));
        phone.ifPresent(number -> words.put("门店电话", number));
        customer.ifPresent(name -> words.put(CUSTOMER, name));
        return words;
    }
}
