package dev.plumbline.directory;

import dev.plumbline.work.ActorKind;
import java.io.Serializable;

/**
 * The kind of an actor and the rule that said so.
 *
 * @param source {@code directory}, {@code tool}, {@code known_agent}, {@code known_service}, {@code
 *     suffix}, {@code trailer}, {@code account} or {@code nothing_known}
 */
public record ResolvedKind(ActorKind kind, String source) implements Serializable {}
