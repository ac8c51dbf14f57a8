/** Bare tfjs-core knows no gradients; importing this file once registers them all. */
import '@tensorflow/tfjs-core/dist/register_all_gradients';
