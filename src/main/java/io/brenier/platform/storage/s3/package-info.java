/** Objects in an S3 bucket; the only package that sees the AWS SDK. */
@NullMarked
package io.brenier.platform.storage.s3;

import org.jspecify.annotations.NullMarked;
