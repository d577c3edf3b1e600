package dev.plumbline.tools.aidev;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An issue or a pull request with what happened to it. */
final class Ticket {
    final String repository;
    final String number;
    final String author;
    final Instant createdAt;
    final Instant closedAt;
    final Instant mergedAt;
    final List<TimelineRow> timeline = new ArrayList<>();
    final List<Remark> remarks = new ArrayList<>();
    final List<String> issues = new ArrayList<>();

    Ticket(
            String repository,
            String number,
            String author,
            Instant createdAt,
            Instant closedAt,
            Instant mergedAt) {
        this.repository = repository;
        this.number = number;
        this.author = author;
        this.createdAt = createdAt;
        this.closedAt = closedAt;
        this.mergedAt = mergedAt;
    }

    /** As GitHub's own connector names it: {@code github:owner/name#7}. */
    String id() {
        return container() + "#" + number;
    }

    String container() {
        return "github:" + repository;
    }
}
