package io.waybill.desk;

import java.util.Set;

/**
 * Which teams somebody is in, as chats name them.
 *
 * @param teams all that are set up
 * @param theirs those of them that they are in
 * @param usual whether they are in the team of all that no other has
 */
public record Membership(Set<String> teams, Set<String> theirs, boolean usual) {}
