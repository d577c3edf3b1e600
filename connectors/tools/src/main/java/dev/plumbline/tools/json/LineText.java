package dev.plumbline.tools.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** What must hold for a line before it is parsed: short enough, valid UTF-8, no NUL. */
final class LineText {
    private LineText() {}

    static void check(byte[] bytes, int offset, int length) throws RejectedLine {
        if (length > WorkEventJson.LINE_LIMIT_BYTES) {
            throw tooLong(length);
        }
        boolean ascii = true;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == 0) {
                throw new RejectedLine("nul_character: a NUL byte at column " + (i - offset + 1));
            }
            ascii &= bytes[i] > 0;
        }
        if (!ascii) {
            checkUtf8(bytes, offset, length);
        }
    }

    static RejectedLine tooLong(long length) {
        return new RejectedLine(
                String.format(
                        "line_too_long: %,d bytes, the limit is %,d",
                        length, WorkEventJson.LINE_LIMIT_BYTES));
    }

    private static void checkUtf8(byte[] bytes, int offset, int length) throws RejectedLine {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        CharBuffer out = CharBuffer.allocate(Math.min(length, 8_192));
        CoderResult result = decoder.decode(in, out, true);
        while (result.isOverflow()) {
            out.clear();
            result = decoder.decode(in, out, true);
        }
        if (result.isError()) {
            throw new RejectedLine(
                    String.format(
                            "bad_utf8: byte 0x%02X at column %d is no UTF-8",
                            bytes[in.position()], in.position() - offset + 1));
        }
    }
}
