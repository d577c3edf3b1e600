package dev.plumbline.simulation;

import dev.plumbline.schema.Actor;

/**
 * Somebody of a pod. A person has an account in each tool, an agent one for all.
 *
 * @param name unique in the organisation
 */
record Member(String name, boolean agent) {
    /** Runs checks and deployments for everybody. */
    static final String SERVICE = "github:simulated-ci[bot]";

    String github() {
        return agent ? "github:" + name + "[bot]" : "github:" + name;
    }

    String jira() {
        return agent ? github() : "jira:" + name;
    }

    Actor onGithub() {
        return actor(github());
    }

    Actor onJira() {
        return actor(jira());
    }

    static Actor service() {
        return new Actor(SERVICE, "service", null, null, null);
    }

    private Actor actor(String account) {
        return new Actor(account, agent ? "agent" : "human", null, null, null);
    }
}
