package dev.plumbline.streaming.directory;

import java.io.Serializable;

/**
 * What is wrong in a directory, and where.
 *
 * @param line counted from 1; 0 where the file cannot be read at all
 * @param column counted from 1
 * @param key path of the value ("pods[0].members[2].from"), empty for the file as a whole
 * @param problem what is wrong and what to do
 */
public record DirectoryError(String file, int line, int column, String key, String problem)
        implements Serializable {
    @Override
    public String toString() {
        String where = line == 0 ? file + ": " : file + ":" + line + ":" + column + ": ";
        return key.isEmpty() ? where + problem : where + key + ": " + problem;
    }
}
