package dev.plumbline.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RawTextTest {

    private static String kept(String raw) {
        return RawText.pseudonymised(raw, account -> account.toUpperCase(Locale.ROOT));
    }

    @Test
    void accountsInTheFieldsOfAnEventAreReplaced() {
        assertThat(
                        kept(
                                """
                                {"id":"ana","actor":{"account": "ana","on_behalf_of":"ben"},"owner_from":"cy","owner_to" :"di"}\
                                """))
                .isEqualTo(
                        """
                        {"id":"ana","actor":{"account": "ANA","on_behalf_of":"BEN"},"owner_from":"CY","owner_to" :"DI"}\
                        """);
    }

    @Test
    void alsoInALineThatBreaksOff() {
        assertThat(kept("{\"actor\":{\"account\":\"an")).isEqualTo("{\"actor\":{\"account\":\"AN");
    }

    @Test
    void aQuoteInANameEndsNoName() {
        assertThat(kept("{\"account\":\"a\\\"na\",\"x\":1}"))
                .isEqualTo("{\"account\":\"A\\\"NA\",\"x\":1}");
    }

    @Test
    void aDollarOrABackslashInAPseudonymIsNoReference() {
        assertThat(RawText.pseudonymised("\"account\":\"a\"", account -> "$1\\"))
                .isEqualTo("\"account\":\"$1\\\"");
    }

    @Test
    void textThatIsNoJsonStaysAsItCame() {
        assertThat(kept("account,ana")).isEqualTo("account,ana");
    }
}
