import { Component, type ReactNode } from 'react';

interface Props {
  readonly children: ReactNode;
}

/** Keeps a fault in one part from taking the words off the whole page. */
export class ErrorBoundary extends Component<Props, { readonly message: string | null }> {
  override state = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <p role="alert" className="failure">
        This part of the page failed: {this.state.message}{' '}
        <button type="button" className="link" onClick={() => window.location.reload()}>
          Load it again
        </button>
      </p>
    );
  }
}
