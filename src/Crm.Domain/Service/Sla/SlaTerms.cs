using Crm.Domain.Time;

namespace Crm.Domain.Service;

/// <summary>What a service level promises for a case, once its policy and priority are known. Immutable; equal by value.</summary>
/// <param name="Calendar">The working hours in which targets are counted.</param>
public sealed record SlaTerms(BusinessCalendar Calendar)
{
    /// <summary>How long the first answer may take.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? FirstResponse { get; init; }

    /// <summary>How long the answer to each further message may take.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? NextResponse { get; init; }

    /// <summary>How long the solution may take.</summary>
    /// <value>No target by default.</value>
    public SlaDuration? Resolution { get; init; }

    /// <summary>Whether the clock of the first response stands still while the case is paused.</summary>
    /// <value>False by default: the customer has heard nothing yet.</value>
    public bool PausesFirstResponse { get; init; }

    /// <summary>Whether the clock of the next response stands still while the case is paused.</summary>
    /// <value>True by default.</value>
    public bool PausesNextResponse { get; init; } = true;

    /// <summary>Whether the clock of the resolution stands still while the case is paused.</summary>
    /// <value>True by default.</value>
    public bool PausesResolution { get; init; } = true;

    /// <summary>Whether putting a case on hold counts as its first response.</summary>
    /// <value>False by default.</value>
    public bool HoldIsFirstResponse { get; init; }

    /// <summary>What a reopened case owes.</summary>
    /// <value><see cref="SlaReopening.ResolvedTimeIsPause"/> by default.</value>
    public SlaReopening Reopening { get; init; }

    /// <summary>The time of one target.</summary>
    /// <param name="target">The target.</param>
    /// <returns>Its time; null when there is no such target.</returns>
    public SlaDuration? For(SlaTarget target) => target switch
    {
        SlaTarget.FirstResponse => FirstResponse,
        SlaTarget.NextResponse => NextResponse,
        _ => Resolution,
    };

    /// <summary>Whether the clock of a target stands still while the case is paused.</summary>
    /// <param name="target">The target.</param>
    /// <returns>True when it does.</returns>
    public bool Pauses(SlaTarget target) => target switch
    {
        SlaTarget.FirstResponse => PausesFirstResponse,
        SlaTarget.NextResponse => PausesNextResponse,
        _ => PausesResolution,
    };
}
