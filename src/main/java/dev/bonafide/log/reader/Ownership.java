package dev.bonafide.log.reader;

/** Whether this node drives a projection. Used by the thread of its reader. */
interface Ownership {
    /** In a store that no other process writes to. */
    Ownership ALONE =
            new Ownership() {
                @Override
                public boolean shared() {
                    return false;
                }

                @Override
                public boolean mine() {
                    return true;
                }

                @Override
                public void seize() {}

                @Override
                public void release() {}
            };

    /** Whether other nodes could drive it. */
    boolean shared();

    /**
     * Whether this node may write now. To be asked before each commit that is applied: it is how
     * the owner keeps the others away, and how it learns that they did not wait.
     */
    boolean mine();

    /** Takes the projection from whoever drives it: it is to be rebuilt here. */
    void seize();

    /** Lets another node take it at once: this one stops. */
    void release();
}
