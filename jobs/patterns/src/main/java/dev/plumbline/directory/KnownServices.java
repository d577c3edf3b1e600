package dev.plumbline.directory;

import java.util.Locale;
import java.util.Set;

/**
 * Machines that work under the name of a plain account, without the suffix "[bot]". Only names that
 * no person would have. A directory overrules the table.
 *
 * <p>Source: accounts in the AIDev data set and in the histories of public repositories, each
 * looked at by what it does there.
 */
final class KnownServices {
    private static final Set<String> NAMES =
            Set.of(
                    "automatic-robot",
                    "brewtestbot",
                    "cbl-mariner-bot",
                    "celestia-bot",
                    "claassistant",
                    "codecov-commenter",
                    "dotnet bot",
                    "dotnet-bot",
                    "dotnet-gitsync-bot",
                    "github-actions",
                    "huggingfacedocbuilderdev",
                    "merlinbot",
                    "mihubot",
                    "msftclas",
                    "msftgits",
                    "openprojectci",
                    "pulumi-bot",
                    "robobun",
                    "snyk-bot",
                    "typescript-bot",
                    "vs-mobiletools-engineering-service2",
                    "vscode-triage-bot",
                    "wheelsbot7",
                    "youssef-backport-bot");

    /** Who commits what is merged with the button on GitHub's pages. */
    private static final Set<String> WEB_BUTTON = Set.of("noreply@github.com", "web-flow");

    private KnownServices() {}

    /** Whether that account, with or without its tool's prefix ("github:"), is in the table. */
    static boolean contains(String account) {
        return NAMES.contains(name(account));
    }

    /** Whether that account is a button, behind which somebody else acted. */
    static boolean isWebButton(String account) {
        return WEB_BUTTON.contains(name(account));
    }

    private static String name(String account) {
        return account.substring(account.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }
}
