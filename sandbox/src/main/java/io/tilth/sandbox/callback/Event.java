package io.tilth.sandbox.callback;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Something that happened, as an app is told of it.
 *
 * @param name the platform's {@code Event}, or {@code InfoType} for a suite
 * @param member only apps that see this member are told; empty where it concerns nobody in particular
 * @param subject what it is about; news of one subject is told in order
 * @param fields the elements behind the common ones, as XML
 */
public record Event(String name, String member, String subject, List<String> fields) {

    public Event {
        fields = List.copyOf(fields);
    }

    public static Event of(String name) {
        return new Event(name, "", "", List.of());
    }

    public static Event of(String name, String changeType) {
        return of(name).text("ChangeType", changeType);
    }

    public Event concerning(String member) {
        return new Event(name, member, subject, fields);
    }

    public Event about(String subject) {
        return new Event(name, member, subject, fields);
    }

    /** A text; an empty one is left out. */
    public Event text(String element, String value) {
        return value.isEmpty() ? this : with(Xml.text(element, value));
    }

    public Event number(String element, long value) {
        return with(Xml.number(element, value));
    }

    /** An element with elements of one name in it: {@code <MemChangeList><Item>…}. */
    public Event list(String element, String item, Collection<String> values) {
        return with(Xml.element(
                element, values.stream().map(value -> Xml.text(item, value)).toList()));
    }

    /** Any other element, ready made. */
    public Event with(String xml) {
        var more = new ArrayList<>(fields);
        more.add(xml);
        return new Event(name, member, subject, more);
    }

    /** For apps of the company itself; {@code sender} is {@code sys} for all but what a member did in the app. */
    public String toXml(String corp, String sender, long seconds) {
        var elements = new ArrayList<String>();
        elements.add(Xml.text("ToUserName", corp));
        if (!sender.isEmpty()) {
            elements.add(Xml.text("FromUserName", sender));
        }
        elements.add(Xml.number("CreateTime", seconds));
        elements.add(Xml.text("MsgType", "event"));
        elements.add(Xml.text("Event", name));
        elements.addAll(fields);
        return Xml.element("xml", elements);
    }

    /** For a suite: on the address for orders (指令), or, with a company, about that company. */
    public String toSuiteXml(String suite, String corp, long seconds) {
        var elements = new ArrayList<String>();
        elements.add(Xml.text("SuiteId", suite));
        if (!corp.isEmpty()) {
            elements.add(Xml.text("AuthCorpId", corp));
        }
        elements.add(Xml.text("InfoType", name));
        elements.add(Xml.number("TimeStamp", seconds));
        elements.addAll(fields);
        return Xml.element("xml", elements);
    }
}
