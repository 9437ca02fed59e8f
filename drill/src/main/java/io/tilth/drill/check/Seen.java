package io.tilth.drill.check;

import java.util.List;
import java.util.Map;

/**
 * The third ledger: what WeCom saw, which is what people have on their phones.
 *
 * @param greetings in the chat of each friendship
 */
public record Seen(List<Callback> callbacks, Map<String, Integer> greetings, List<Message> messages) {

    /** @param acknowledged whether the server answered 200 */
    public record Callback(String corp, String text, String external, boolean acknowledged) {

        boolean isAdd() {
            return text.contains("|add_external_contact|");
        }
    }

    /** A message on the phone of a member that leads to an alert. */
    public record Message(String alert, String user) {}
}
