using System.Text.Json;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Insights;

/// <summary>
/// One refresh of the figures on customers: what was read, with which model and parameters, what it warned about, what it did.
/// Runs stay, so that a figure of the past can be explained, and computed again with the same parameters.
/// </summary>
public sealed class InsightRun : AggregateRoot<InsightRunId>
{
    /// <summary>Longest name of a model.</summary>
    public const int MaxModelLength = 32;

    private InsightBasis? _basis;

    private InsightRun() => (Currency, Definition) = (null!, null!);

    /// <summary>Begins a run, when its figures are known and none is written.</summary>
    /// <param name="id">The id.</param>
    /// <param name="asOf">The last day that is observed.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="data">What was read.</param>
    /// <param name="basis">Settings, models and warnings.</param>
    /// <param name="parametersOf">The run whose parameters were taken over; null where they were estimated anew.</param>
    /// <param name="startedAt">When reading began.</param>
    /// <exception cref="ArgumentException">A number of the basis is none.</exception>
    public InsightRun(
        InsightRunId id, LocalDate asOf, Currency currency, InsightData data, InsightBasis basis, InsightRunId? parametersOf, Instant startedAt)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(basis);
        ArgumentNullException.ThrowIfNull(basis.Settings, nameof(basis));
        AsOf = Guard.Storable(asOf);
        Currency = currency ?? throw new ArgumentNullException(nameof(currency));
        (Facts, OtherFacts, Customers, FirstDay, LastDay) = (data.Facts, data.OtherFacts, data.Customers, data.FirstDay, data.LastDay);
        ModelName = Guard.OptionalLine(basis.Purchases?.Name, MaxModelLength, nameof(basis));
        (Definition, _basis) = (JsonSerializer.Serialize(basis, InsightJson.Default.InsightBasis), basis);
        ParametersOf = parametersOf is { } earlier ? Guard.NotEmpty(earlier) : null;
        StartedAt = startedAt;
        Raise(new InsightRefreshBegun(Id, AsOf, Currency, startedAt));
    }

    /// <summary>The last day that was observed.</summary>
    public LocalDate AsOf { get; private set; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; private set; }

    /// <summary>Facts that were read in that currency.</summary>
    public int Facts { get; private set; }

    /// <summary>Facts in other currencies, which were left out.</summary>
    public int OtherFacts { get; private set; }

    /// <summary>Customers with a sale.</summary>
    public int Customers { get; private set; }

    /// <summary>The first day with a fact; null where there is none.</summary>
    public LocalDate? FirstDay { get; private set; }

    /// <summary>The last day with a fact; null where there is none.</summary>
    public LocalDate? LastDay { get; private set; }

    /// <summary>The model of buying and leaving; null where none could be fitted.</summary>
    public string? ModelName { get; private set; }

    /// <summary>The basis as JSON; see <see cref="Basis"/>.</summary>
    public string Definition { get; private set; }

    /// <summary>The run whose parameters were taken over; null where they were estimated anew.</summary>
    public InsightRunId? ParametersOf { get; private set; }

    /// <summary>When reading began.</summary>
    public Instant StartedAt { get; private set; }

    /// <summary>When everything was written; null while it is not, or where the run broke off.</summary>
    public Instant? CompletedAt { get; private set; }

    /// <summary>Rows that are new or changed.</summary>
    public int Written { get; private set; }

    /// <summary>Rows that say the same as before, and were not written.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Rows of customers of whom there is nothing to say any more.</summary>
    public int Removed { get; private set; }

    /// <summary>Customers of whom no figures are kept.</summary>
    public int LeftOut { get; private set; }

    /// <summary>Customers whose purchase became overdue.</summary>
    public int Overdue { get; private set; }

    /// <summary>Customers whose churn probability reached the threshold.</summary>
    public int AtRisk { get; private set; }

    /// <summary>Settings, models with parameters, warnings.</summary>
    public InsightBasis Basis => _basis ??= JsonSerializer.Deserialize(Definition, InsightJson.Default.InsightBasis)!;

    /// <summary>How long it took; null while it is not complete.</summary>
    public Duration? Took => CompletedAt - StartedAt;

    /// <summary>What it did.</summary>
    public InsightOutcome Outcome => new(Written, Unchanged, Removed, LeftOut, Overdue, AtRisk);

    /// <summary>Whether it can be completed.</summary>
    /// <returns>Refused with <c>InsightRunOver</c> when it is.</returns>
    public CrmRuling CanComplete() => CompletedAt is null ? CrmRuling.Permitted : CrmRuling.Refused(e => e.InsightRunOver(Id.ToString()));

    /// <summary>Notes that everything is written.</summary>
    /// <param name="outcome">What the run did.</param>
    /// <param name="now">The current instant.</param>
    public void Complete(InsightOutcome outcome, Instant now)
    {
        CanComplete().Demand();
        ArgumentNullException.ThrowIfNull(outcome);
        (Written, Unchanged, Removed, LeftOut, Overdue, AtRisk) =
            (outcome.Written, outcome.Unchanged, outcome.Removed, outcome.LeftOut, outcome.Overdue, outcome.AtRisk);
        CompletedAt = now;
        Raise(new InsightRefreshCompleted(Id, AsOf, Written, now));
    }
}
