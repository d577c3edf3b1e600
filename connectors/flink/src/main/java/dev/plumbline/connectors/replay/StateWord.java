package dev.plumbline.connectors.replay;

/**
 * A tool's own word for a state.
 *
 * @param source the tool
 */
public record StateWord(String source, String raw) {}
