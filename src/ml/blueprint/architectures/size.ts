/** What every published architecture can be asked for. */
export interface ArchitectureSize {
  /** Side of the square input in pixels. Dense heads grow with it; those behind global pooling do not. */
  readonly side: number;
  readonly classes: number;
}
