package dev.plumbline.streaming.stall;

import dev.plumbline.stall.SilenceFact;

/**
 * What a pod hears to tell its stalls: gaps that were completed, or a silence that has become long
 * or ended.
 *
 * @param gaps else null
 * @param silence else null
 */
public record StallNews(String org, String pod, PodGaps gaps, SilenceFact silence) {

    public static StallNews of(PodGaps gaps) {
        return new StallNews(gaps.org(), gaps.pod(), gaps, null);
    }

    public static StallNews of(SilenceFact silence) {
        return new StallNews(silence.org(), silence.pod(), null, silence);
    }

    /** The key: organisation and pod. */
    public String key() {
        return org + '\u001f' + pod;
    }
}
