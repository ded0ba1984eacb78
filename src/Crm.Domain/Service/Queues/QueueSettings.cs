using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>How a queue works.</summary>
public sealed record QueueSettings
{
    /// <summary>Longest key of a strategy.</summary>
    public const int MaxStrategyLength = 60;

    /// <summary>Longest criteria as JSON.</summary>
    public const int MaxCriteriaLength = 20_000;

    /// <summary>The strategy by which an agent is chosen; a key of <see cref="AssignmentStrategies"/>.</summary>
    /// <value><c>round-robin</c> by default.</value>
    public string Strategy { get; init; } = RoundRobinStrategy.StrategyKey;

    /// <summary>What everything in the queue needs, languages included.</summary>
    /// <value>Empty by default; at most <see cref="WorkDemand.MaxSkills"/>.</value>
    public IReadOnlyList<SkillLevel> Skills { get; init; } = [];

    /// <summary>How far routing goes to find somebody.</summary>
    /// <value><see cref="AssignmentReach.Away"/> by default.</value>
    public AssignmentReach Reach { get; init; } = AssignmentReach.Away;

    /// <summary>How long an agent has to accept what is offered; null to assign without asking.</summary>
    /// <value>Null by default.</value>
    public Duration? ReservationTime { get; init; }

    /// <summary>After each time of this length that work has waited, every required level falls by one; null for never.</summary>
    /// <value>Null by default.</value>
    public Duration? RelaxEvery { get; init; }

    /// <summary>How far required levels fall; 0 where in the end nobody needs the skill.</summary>
    /// <value>1 by default: whoever has the skill at all.</value>
    public int RelaxTo { get; init; } = 1;

    /// <summary>The time of the service level.</summary>
    /// <value>20 seconds by default.</value>
    public Duration AnswerWithin { get; init; } = Duration.FromSeconds(20);

    /// <summary>Who leaves sooner than this has not given up waiting, and is left out of some figures.</summary>
    /// <value>5 seconds by default.</value>
    public Duration ShortAbandon { get; init; } = Duration.FromSeconds(5);

    /// <summary>For how long another contact of a customer on the same topic is a repeat.</summary>
    /// <value>7 days by default.</value>
    public Duration RepeatWindow { get; init; } = Duration.FromDays(7);

    /// <summary>Which cases belong in the queue; null for none by themselves.</summary>
    /// <value>Null by default.</value>
    public Criterion? Criteria { get; init; }

    /// <summary>Place among the queues whose criteria hold for a case: the lowest takes it.</summary>
    /// <value>0 by default.</value>
    public int Position { get; init; }
}
