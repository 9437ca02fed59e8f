package io.tilth.sandbox.callback;

import java.util.List;

/** XML as the platform writes it. */
public final class Xml {

    private Xml() {}

    public static String text(String element, String value) {
        return "<" + element + "><![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]></" + element + ">";
    }

    public static String number(String element, long value) {
        return "<" + element + ">" + value + "</" + element + ">";
    }

    public static String element(String element, List<String> children) {
        return "<" + element + ">" + String.join("", children) + "</" + element + ">";
    }
}
