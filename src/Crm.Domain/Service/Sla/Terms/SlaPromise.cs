namespace Crm.Domain.Service;

/// <summary>What a policy promises for one priority. Equal by value.</summary>
public sealed record SlaPromise
{
    /// <summary>How long the first answer may take.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? FirstResponse { get; init; }

    /// <summary>How long the answer to each further message may take.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? NextResponse { get; init; }

    /// <summary>How long the solution may take; not less than the first answer.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? Resolution { get; init; }

    /// <summary>Whether anything is promised at all.</summary>
    public bool IsEmpty => this is { FirstResponse: null, NextResponse: null, Resolution: null };
}
