package dev.plumbline.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.privacy.Pseudonyms;
import dev.plumbline.work.ActorKind;
import dev.plumbline.work.Organisation;
import dev.plumbline.work.Party;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PartiesTest {

    private static final Pseudonyms KEY = key("one key");
    private final Parties parties = new Parties(Organisation.ACME, KEY);

    private static Pseudonyms key(String secret) {
        return new Pseudonyms(secret.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void noAccountIsNoParty() {
        assertThat(parties.of(null, ActorKind.HUMAN)).isNull();
    }

    @Test
    void theButtonOfAWebPageIsNobody() {
        assertThat(parties.of("git:noreply@github.com", ActorKind.SERVICE)).isNull();
        assertThat(parties.of("github:web-flow", null)).isNull();
    }

    @Test
    void behindThisPointNobodyHasAName() {
        Party party = parties.of("ana", null);

        assertThat(party.account()).isEqualTo(KEY.of("ana")).doesNotContain("ana");
        assertThat(party.kind()).isEqualTo(ActorKind.HUMAN);
        assertThat(party.kindSource()).isEqualTo("directory");
    }

    @Test
    void theAccountsOfAPersonAreOneParty() {
        assertThat(parties.of("git:ana", null)).isEqualTo(parties.of("ana", null));
    }

    @Test
    void anotherKeyIsAnotherName() {
        Party other = new Parties(Organisation.ACME, key("another key")).of("ana", null);

        assertThat(other.account()).isNotEqualTo(parties.of("ana", null).account());
    }

    @Test
    void theKindIsResolvedOnTheClearName() {
        assertThat(parties.of("robot", null).kind()).isEqualTo(ActorKind.AGENT);
        assertThat(parties.of("pipeline", null).kind()).isEqualTo(ActorKind.SERVICE);
        assertThat(parties.of("renovate[bot]", null).kindSource()).isEqualTo("suffix");
    }

    @Test
    void whatTheToolSaysIsPartOfTheQuestion() {
        assertThat(parties.of("erik", ActorKind.SERVICE).kind()).isEqualTo(ActorKind.SERVICE);
        assertThat(parties.of("erik", null).kind()).isEqualTo(ActorKind.HUMAN);
        assertThat(parties.of("erik", ActorKind.SERVICE).kindSource()).isEqualTo("tool");
    }
}
