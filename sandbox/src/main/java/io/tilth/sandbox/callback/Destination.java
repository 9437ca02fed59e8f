package io.tilth.sandbox.callback;

/**
 * Where callbacks go, and how they are sealed.
 *
 * @param receiver the id in the sealed part: the company's, or the suite's on its address for orders
 * @param agent written on the envelope; empty for a suite
 */
public record Destination(String url, String token, String aesKey, String receiver, String agent) {

    Crypt crypt() {
        return new Crypt(token, aesKey, receiver);
    }

    String envelope(String cipher) {
        return "<xml>" + Xml.text("ToUserName", receiver) + Xml.text("Encrypt", cipher) + Xml.text("AgentID", agent)
                + "</xml>";
    }
}
