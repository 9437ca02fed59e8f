package io.tilth.drill.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a callback says, read from the platform's XML without anybody's help. */
final class Words {

    /** The fields that together name one callback about a customer. */
    static final List<String> CALLBACK =
            List.of("Event", "ChangeType", "UserID", "ExternalUserID", "CreateTime", "State", "WelcomeCode");

    private static final Pattern ELEMENT = Pattern.compile("<(\\w+)>(?:<!\\[CDATA\\[(.*?)]]>|([^<]*))</\\1>");

    private Words() {}

    static Map<String, String> of(String xml) {
        var words = new HashMap<String, String>();
        var found = ELEMENT.matcher(xml);
        while (found.find()) {
            words.put(found.group(1), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return words;
    }

    static String callback(Map<String, String> words) {
        return CALLBACK.stream().map(name -> words.getOrDefault(name, "")).collect(Collectors.joining("|"));
    }
}
