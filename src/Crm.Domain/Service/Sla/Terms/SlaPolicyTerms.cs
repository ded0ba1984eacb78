using Crm.Domain.Time;

namespace Crm.Domain.Service;

/// <summary>What a version of a policy promises, and what happens on the way to a breach. Equal by value.</summary>
public sealed partial record SlaPolicyTerms
{
    /// <summary>Most levels of escalation.</summary>
    public const int MaxLevels = 30;

    /// <summary>The promise for each priority; all four have to be there, if need be with an empty one.</summary>
    public required IReadOnlyDictionary<CasePriority, SlaPromise> Promises { get; init => field = new SortedDictionary<CasePriority, SlaPromise>(value.ToDictionary()); }

    /// <summary>Key of the calendar in which targets are counted.</summary>
    /// <value>Null by default: <see cref="ServiceLevelOptions.DefaultCalendar"/>.</value>
    public string? CalendarKey { get; init; }

    /// <inheritdoc cref="SlaTerms.PausesFirstResponse" />
    public bool PausesFirstResponse { get; init; }

    /// <inheritdoc cref="SlaTerms.PausesNextResponse" />
    public bool PausesNextResponse { get; init; } = true;

    /// <inheritdoc cref="SlaTerms.PausesResolution" />
    public bool PausesResolution { get; init; } = true;

    /// <inheritdoc cref="SlaTerms.HoldIsFirstResponse" />
    public bool HoldIsFirstResponse { get; init; }

    /// <inheritdoc cref="SlaTerms.Reopening" />
    public SlaReopening Reopening { get; init; }

    /// <summary>The levels of escalation, besides the breach that every target has.</summary>
    /// <value><see cref="EscalationLevel.Warning"/> by default.</value>
    public IReadOnlyList<EscalationLevel> Levels { get; init; } = [EscalationLevel.Warning];

    /// <summary>The same promise for every priority.</summary>
    /// <param name="promise">The promise.</param>
    /// <returns>The terms.</returns>
    public static SlaPolicyTerms ForAll(SlaPromise promise) => new() { Promises = Enum.GetValues<CasePriority>().ToDictionary(p => p, _ => promise) };

    /// <summary>The terms of a case of one priority, counted in a calendar.</summary>
    /// <param name="priority">The priority.</param>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The terms.</returns>
    public SlaTerms For(CasePriority priority, BusinessCalendar calendar)
    {
        var promise = Promises.GetValueOrDefault(priority) ?? new SlaPromise();
        return new SlaTerms(calendar)
        {
            FirstResponse = promise.FirstResponse,
            NextResponse = promise.NextResponse,
            Resolution = promise.Resolution,
            PausesFirstResponse = PausesFirstResponse,
            PausesNextResponse = PausesNextResponse,
            PausesResolution = PausesResolution,
            HoldIsFirstResponse = HoldIsFirstResponse,
            Reopening = Reopening,
        };
    }

    /// <inheritdoc />
    public bool Equals(SlaPolicyTerms? other) => other is not null
        && (CalendarKey, PausesFirstResponse, PausesNextResponse, PausesResolution, HoldIsFirstResponse, Reopening)
            == (other.CalendarKey, other.PausesFirstResponse, other.PausesNextResponse, other.PausesResolution, other.HoldIsFirstResponse, other.Reopening)
        && Promises.SequenceEqual(other.Promises) && Levels.SequenceEqual(other.Levels);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(CalendarKey, Reopening, Promises.Count, Levels.Count);
}
