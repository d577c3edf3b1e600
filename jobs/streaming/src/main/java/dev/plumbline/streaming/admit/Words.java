package dev.plumbline.streaming.admit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Strings on their way between operators, as UTF-8. Most words of an event, its tool, project, team
 * and accounts, were in one before: those read lately are kept, so that a thousand events share one
 * copy. Not safe for several threads.
 */
final class Words {

    private static final int NULL = 255;
    private static final int LONG = 254;
    private static final int KEPT = 1 << 12;

    private final String[] kept = new String[KEPT];
    private byte[] bytes = new byte[LONG];

    void write(String word, DataOutputView out) throws IOException {
        if (word == null) {
            out.writeByte(NULL);
            return;
        }
        byte[] encoded = word.getBytes(StandardCharsets.UTF_8);
        if (encoded.length < LONG) {
            out.writeByte(encoded.length);
        } else {
            out.writeByte(LONG);
            out.writeInt(encoded.length);
        }
        out.write(encoded);
    }

    /** A word that comes seldom twice, such as an id. */
    String read(DataInputView in) throws IOException {
        int length = fill(in);
        return length < 0 ? null : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** A word that comes often. */
    String readKept(DataInputView in) throws IOException {
        int length = fill(in);
        if (length < 0) {
            return null;
        }
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ (hash >>> 16)) & (KEPT - 1);
        if (isKept(kept[slot], length)) {
            return kept[slot];
        }
        kept[slot] = new String(bytes, 0, length, StandardCharsets.UTF_8);
        return kept[slot];
    }

    /** How many bytes there are now, negative for no word. */
    private int fill(DataInputView in) throws IOException {
        int first = in.readUnsignedByte();
        if (first == NULL) {
            return -1;
        }
        int length = first == LONG ? in.readInt() : first;
        if (length > bytes.length) {
            bytes = new byte[length];
        }
        in.readFully(bytes, 0, length);
        return length;
    }

    /** Whether the word is those bytes; never so of words beyond ASCII, which are read anew. */
    private boolean isKept(String word, int length) {
        if (word == null || word.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
