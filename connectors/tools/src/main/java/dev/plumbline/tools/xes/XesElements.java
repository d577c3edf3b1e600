package dev.plumbline.tools.xes;

import dev.plumbline.tools.json.EventTime;
import dev.plumbline.tools.json.RejectedLine;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The small pieces of XES: every attribute is an element with a key and a value. */
final class XesElements {
    private XesElements() {}

    static String key(XMLStreamReader xml) {
        return xml.getAttributeValue(null, "key");
    }

    static String value(XMLStreamReader xml) {
        return xml.getAttributeValue(null, "value");
    }

    /** Moves to the end of the element that has just begun. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamReader.END_ELEMENT) {
                depth--;
            }
        }
    }

    /**
     * The attributes of the element that has just begun, by key, without those nested in others.
     */
    static Map<String, String> attributes(XMLStreamReader xml) throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        while (xml.next() != XMLStreamReader.END_ELEMENT) {
            if (!xml.isStartElement()) {
                continue;
            }
            String key = key(xml);
            String value = value(xml);
            if (key != null && value != null) {
                attributes.put(key, value);
            }
            skip(xml);
        }
        return attributes;
    }

    static LogEvent event(Map<String, String> attributes) throws RejectedLine {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            if (attribute.getValue().indexOf('\uFFFD') >= 0) {
                throw new RejectedLine(
                        "bad_utf8: " + attribute.getKey() + " holds broken characters");
            }
        }
        String time = attributes.remove("time:timestamp");
        if (time == null) {
            throw new RejectedLine("missing_field: the event has no time:timestamp");
        }
        return new LogEvent(
                EventTime.parse("time:timestamp", time),
                named(attributes.remove("concept:name")),
                named(attributes.remove("lifecycle:transition")),
                named(attributes.remove("org:resource")),
                named(attributes.remove("org:group")),
                attributes);
    }

    /** Logs write nobody as nothing, a dash or a word for it. */
    private static String named(String value) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        boolean nobody =
                text.isEmpty()
                        || text.equals("-")
                        || text.equalsIgnoreCase("null")
                        || text.equalsIgnoreCase("unknown")
                        || text.equalsIgnoreCase("n/a");
        return nobody ? null : text;
    }
}
