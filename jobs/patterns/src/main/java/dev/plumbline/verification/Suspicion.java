package dev.plumbline.verification;

import java.util.List;

/** What makes a finding: at one instant, on what is known by then. */
record Suspicion(Contradiction reason, String claimEvent, List<String> evidenceEvents) {}
