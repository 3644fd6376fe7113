package io.tenantry.cli;

import java.util.List;
import java.util.concurrent.Callable;

/** A command that can do with nothing but paths. */
interface PathCommand extends Callable<Integer> {

    /** Sets what picocli would set when there are no options. */
    void read(List<String> paths);
}
