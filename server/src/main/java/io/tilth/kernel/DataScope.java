package io.tilth.kernel;

/** How far a caller sees in lists: own rows, the department and below, or all. */
public enum DataScope {
    SELF,
    DEPARTMENT,
    ALL
}
