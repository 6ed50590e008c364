"""What an article and the readouts it tells of have apart: claims left out, claims that no readout has, quotations word for word."""
