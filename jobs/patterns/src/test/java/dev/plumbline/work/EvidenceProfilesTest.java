package dev.plumbline.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceProfilesTest {

    private static final EvidenceProfile CHANGE = EvidenceProfile.of(Set.of(EvidenceKind.CHANGE));
    private static final EvidenceProfile CHECK = EvidenceProfile.of(Set.of(EvidenceKind.CHECK));

    @Test
    void whereNothingIsSaidAnyEvidenceWill() {
        assertThat(EvidenceProfiles.UNSTATED.of(null, null)).isEqualTo(EvidenceProfile.ANY);
        assertThat(EvidenceProfile.ANY.accepts(EvidenceKind.REVIEW)).isTrue();
    }

    @Test
    void noneIsStrongerThanAnythingElse() {
        EvidenceProfiles profiles =
                new EvidenceProfiles(
                        Map.of("document", EvidenceProfile.NONE, "bug", CHANGE),
                        Map.of("OPS", EvidenceProfile.NONE, "PAY", CHECK));
        assertThat(profiles.of("document", "PAY").judged()).isFalse();
        assertThat(profiles.of("bug", "OPS").judged()).isFalse();
    }

    @Test
    void theWorkTypeIsAskedBeforeTheContainerWhateverItsCase() {
        EvidenceProfiles profiles =
                new EvidenceProfiles(Map.of("Bug", CHANGE), Map.of("PAY", CHECK));
        assertThat(profiles.of("BUG", "PAY")).isEqualTo(CHANGE);
        assertThat(profiles.of("feature", "PAY")).isEqualTo(CHECK);
        assertThat(profiles.of(null, "WEB")).isEqualTo(EvidenceProfile.ANY);
    }

    @Test
    void aTestRunIsACheckButACheckIsNoTest() {
        assertThat(CHECK.accepts(EvidenceKind.TEST)).isTrue();
        assertThat(EvidenceProfile.of(Set.of(EvidenceKind.TEST)).accepts(EvidenceKind.CHECK))
                .isFalse();
        assertThat(CHANGE.accepts(EvidenceKind.TEST)).isFalse();
    }
}
