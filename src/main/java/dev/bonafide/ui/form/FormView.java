package dev.bonafide.ui.form;

import java.util.List;

/**
 * One form of a page; a flow has one, or one for each group.
 *
 * @param group of its nodes; "" where they are of several
 * @param heading "" for none
 * @param account whose password is typed here, for password managers; "" where a field says it or
 *     none is typed
 * @param instead buttons that do without what is typed into the others' fields; empty for none
 */
public record FormView(
        String group,
        String heading,
        String account,
        List<NodeView> nodes,
        List<NodeView> instead) {}
