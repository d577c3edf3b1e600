package dev.plumbline.tools.git;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads texts that each end with a NUL byte; of an overlong one only the beginning is held. */
final class NulFields {
    private static final int LIMIT_BYTES = 1 << 20;

    private final InputStream in;

    NulFields(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next text, or null at the end. */
    String next() throws IOException {
        int value = in.read();
        if (value < 0) {
            return null;
        }
        ByteArrayOutputStream held = new ByteArrayOutputStream();
        for (; value > 0; value = in.read()) {
            if (held.size() < LIMIT_BYTES) {
                held.write(value);
            }
        }
        return held.toString(StandardCharsets.UTF_8);
    }
}
