package dev.plumbline.verification;

/** Where a linked change is; of two at one instant the later one in this order holds. */
public enum ChangeStatus {
    OPEN,
    ABANDONED,
    MERGED,
    REVERTED
}
