/** The kinds of networks: each spec's recipe of steps and starting numbers. */
@NullMarked
package io.brenier.transport.network.family;

import org.jspecify.annotations.NullMarked;
