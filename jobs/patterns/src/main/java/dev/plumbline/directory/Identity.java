package dev.plumbline.directory;

import java.util.List;

/**
 * One person's accounts in several tools; the first stands for all of them.
 *
 * @param person what the directory calls that person, for messages only
 */
public record Identity(String person, List<String> accounts) {
    public Identity {
        accounts = List.copyOf(accounts);
    }
}
