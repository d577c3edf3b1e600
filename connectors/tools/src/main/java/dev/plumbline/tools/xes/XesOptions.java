package dev.plumbline.tools.xes;

import java.util.Map;

/**
 * How to read an XES log.
 *
 * @param source prefix of accounts and groups, and the source of every event: {@code servicenow}
 * @param name of the log: the container is source and name, an item's id is name and trace
 * @param states category of a state, by {@code activity/transition}, activity or transition, tried
 *     in this order; what it does not name, {@link StateCategories} decides
 */
public record XesOptions(String source, String name, Map<String, String> states) {
    public XesOptions {
        states = Map.copyOf(states);
    }

    /** The log's file name without its endings as its name. */
    public static XesOptions named(String fileName) {
        String base = fileName.substring(fileName.lastIndexOf('/') + 1);
        return new XesOptions("xes", base.replaceFirst("(\\.xes)?(\\.gz)?$", ""), Map.of());
    }

    String container() {
        return source + ":" + name;
    }

    String account(String resource) {
        return resource == null ? null : source + ":" + resource;
    }
}
