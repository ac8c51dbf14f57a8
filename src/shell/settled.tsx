/** What need not be drawn with every report of a run that trains. */
import { Component, type ComponentChildren } from 'preact';

interface SettledProps {
  readonly running: boolean;
  /** What is chosen: with another choice it is drawn at once. */
  readonly chosen: unknown;
  readonly children: ComponentChildren;
}

/**
 * While a run trains the frame is drawn with every report, sixty times a second. What is inside is drawn with another choice, and when the
 * run stands still.
 */
export class Settled extends Component<SettledProps> {
  override shouldComponentUpdate(next: SettledProps): boolean {
    return !next.running || !this.props.running || next.chosen !== this.props.chosen;
  }

  render() {
    return <>{this.props.children}</>;
  }
}
