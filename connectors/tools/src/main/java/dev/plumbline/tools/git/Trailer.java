package dev.plumbline.tools.git;

/**
 * A signed line at the end of a commit message, such as Reviewed-by.
 *
 * @param key in lower case
 * @param person who is named; for tools and links the name is the whole value
 */
public record Trailer(String key, Person person) {}
