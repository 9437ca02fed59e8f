package io.tilth.sandbox.message;

import io.tilth.sandbox.api.Code;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** A template card: a notice, or one with buttons, a vote or several questions. */
record Card(ObjectNode content) {
    private static final Set<String> NOTICES = Set.of("text_notice", "news_notice");
    private static final Set<String> INTERACTIVE =
            Set.of("button_interaction", "vote_interaction", "multiple_interaction");

    String kind() {
        return content.path("card_type").asString("");
    }

    /** Whether its app may change it later. */
    boolean canChange() {
        return INTERACTIVE.contains(kind()) || content.has("action_menu");
    }

    String taskId() {
        return content.path("task_id").asString("");
    }

    void check() {
        Code.BAD_PARAMETER.unless(NOTICES.contains(kind()) || INTERACTIVE.contains(kind()));
        atMost("horizontal_content_list", 6);
        atMost("jump_list", 3);
        atMost("vertical_content_list", 4);
        atMost("button_list", 6);
        atMost("select_list", 3);
        Code.BAD_PARAMETER.unless(!canChange() || taskId().matches("[\\w@-]{1,128}"));
        if (INTERACTIVE.contains(kind())) {
            Code.BAD_PARAMETER.unless(content.path("main_title").has("title"));
        }
        switch (kind()) {
            case "button_interaction" -> buttons();
            case "vote_interaction" -> submits("checkbox");
            case "multiple_interaction" -> submits("select_list");
            default -> Code.BAD_PARAMETER.unless(content.has("card_action"));
        }
    }

    /** Whether the card, or its menu, has something with this key to press. */
    boolean offers(String key) {
        return has("button_list", key)
                || content.path("submit_button").path("key").asString("").equals(key)
                || content.path("action_menu")
                        .path("action_list")
                        .valueStream()
                        .anyMatch(action -> action.path("key").asString("").equals(key));
    }

    private void buttons() {
        var keys = new HashSet<String>();
        Code.BAD_PARAMETER.unless(!content.path("button_list").isEmpty());
        for (var button : content.path("button_list")) {
            boolean link = button.path("type").asInt(0) == 1;
            String key = button.path(link ? "url" : "key").asString("");
            Code.BAD_PARAMETER.unless(!key.isEmpty() && (link || keys.add(key)));
        }
    }

    private void submits(String question) {
        Code.BAD_PARAMETER.unless(content.has(question));
        Code.BAD_PARAMETER.unless(
                !content.path("submit_button").path("key").asString("").isEmpty());
    }

    private boolean has(String list, String key) {
        return content.path(list)
                .valueStream()
                .anyMatch(item -> item.path("key").asString("").equals(key));
    }

    private void atMost(String list, int most) {
        Code.BAD_PARAMETER.unless(content.path(list).size() <= most);
    }
}
