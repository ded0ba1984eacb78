using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using NodaTime;

namespace Crm.Domain.Feedback;

/// <summary>Which scores are rolled up.</summary>
public sealed record ScoreCriteria
{
    /// <summary>Most rows of a report.</summary>
    public const int MaxTake = 1_000;

    /// <summary>Of one kind.</summary>
    public ScoreKind? Kind { get; init; }

    /// <summary>Of one survey, by its key.</summary>
    public string? Survey { get; init; }

    /// <summary>Of one customer.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>About one product.</summary>
    public string? Sku { get; init; }

    /// <summary>About the work of one agent.</summary>
    public string? AgentId { get; init; }

    /// <summary>About contacts over one channel.</summary>
    public ChannelKey? Channel { get; init; }

    /// <summary>Answered from this instant on.</summary>
    public Instant? From { get; init; }

    /// <summary>Answered before this instant.</summary>
    public Instant? Until { get; init; }

    /// <summary>Fewest answers of which a score is made.</summary>
    /// <value><see cref="Score.UsualMinimum"/> by default; 1 or more.</value>
    public int MinimumCount { get; init; } = Score.UsualMinimum;

    /// <summary>Most customers, products, agents, channels or surveys: those with most answers. Periods are never left out.</summary>
    /// <value>100 by default; 1 to <see cref="MaxTake"/>.</value>
    public int Take { get; init; } = 100;
}
