package io.tilth.messaging.welcome;

import org.springframework.stereotype.Component;

/** Tells the member of a customer whom nobody has greeted. Within the caller's transaction. */
@Component
class WelcomeNews {

    void missed(Welcome welcome, String reason) {}
}
