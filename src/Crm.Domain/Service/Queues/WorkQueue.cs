using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>A line of work and the agents who do it.</summary>
public sealed partial class WorkQueue : AggregateRoot<WorkQueueId>
{
    /// <summary>Longest name.</summary>
    public const int MaxNameLength = 100;

    private WorkQueue() => Name = Strategy = SkillText = null!;

    /// <summary>Makes a queue, open and without members.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name; unique per tenant.</param>
    /// <param name="settings">How it works.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, time or level is out of its bounds.</exception>
    public WorkQueue(WorkQueueId id, string name, QueueSettings settings, Instant now)
        : base(id)
    {
        (Strategy, SkillText) = (null!, null!);
        Name = Guard.Line(name, MaxNameLength);
        IsOpen = true;
        Take(settings);
        Raise(new WorkQueueCreated(Id, Name, now));
    }

    /// <summary>The name.</summary>
    public string Name { get; private set; }

    /// <summary>Whether work is routed to agents. A closed queue still takes work in.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The key of the strategy by which an agent is chosen.</summary>
    public string Strategy { get; private set; }

    /// <summary>What everything in the queue needs, as text; see <see cref="Skills"/>.</summary>
    public string SkillText { get; private set; }

    /// <summary>How far routing goes to find somebody.</summary>
    public AssignmentReach Reach { get; private set; }

    /// <summary>How long an agent has to accept what is offered; null where work is assigned without asking.</summary>
    public Duration? ReservationTime { get; private set; }

    /// <summary>After each time of this length that work has waited, required levels fall by one; null for never.</summary>
    public Duration? RelaxEvery { get; private set; }

    /// <summary>How far required levels fall.</summary>
    public int RelaxTo { get; private set; }

    /// <summary>The time of the service level.</summary>
    public Duration AnswerWithin { get; private set; }

    /// <summary>Who leaves sooner than this has not given up waiting.</summary>
    public Duration ShortAbandon { get; private set; }

    /// <summary>For how long another contact of a customer on the same topic is a repeat.</summary>
    public Duration RepeatWindow { get; private set; }

    /// <summary>Which cases belong in the queue, as JSON; see <see cref="Criterion.Parse"/>. Null for none by themselves.</summary>
    public string? Criteria { get; private set; }

    /// <summary>Place among the queues whose criteria hold for a case.</summary>
    public int Position { get; private set; }

    /// <summary>What everything in the queue needs.</summary>
    public IReadOnlyList<SkillLevel> Skills => [.. SkillText.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(SkillLevel.Parse)];

    /// <summary>Sets anew how the queue works. What is in it keeps what it needs.</summary>
    /// <param name="settings">How it works.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text, time or level is out of its bounds.</exception>
    public void Configure(QueueSettings settings, Instant now)
    {
        Take(settings);
        Raise(new WorkQueueConfigured(Id, Name, now));
    }

    /// <summary>Whether the queue can be opened.</summary>
    /// <returns>The ruling; refused with <c>WorkQueueOpen</c>.</returns>
    public CrmRuling CanOpen() => IsOpen ? CrmRuling.Refused(e => e.WorkQueueOpen(Name)) : CrmRuling.Permitted;

    /// <summary>Opens the queue: work is routed again.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is open.</exception>
    public void Open(Instant now)
    {
        CanOpen().Demand();
        IsOpen = true;
        Raise(new WorkQueueOpeningChanged(Id, true, now));
    }

    /// <summary>Whether the queue can be closed.</summary>
    /// <returns>The ruling; refused with <c>WorkQueueClosed</c>.</returns>
    public CrmRuling CanClose() => IsOpen ? CrmRuling.Permitted : CrmRuling.Refused(e => e.WorkQueueClosed(Name));

    /// <summary>Closes the queue: it takes work in and keeps it, and gives none out.</summary>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is closed.</exception>
    public void Close(Instant now)
    {
        CanClose().Demand();
        IsOpen = false;
        Raise(new WorkQueueOpeningChanged(Id, false, now));
    }

    /// <summary>What a piece of work needs in this queue: its own skills and the queue's, the higher level where both name one.</summary>
    /// <param name="demand">What the work needs by itself.</param>
    /// <returns>What it needs here.</returns>
    /// <exception cref="ArgumentException">There are too many skills together.</exception>
    public WorkDemand DemandOf(WorkDemand demand)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return new(demand.Channel, demand.Units, [.. demand.Skills.Concat(Skills).GroupBy(s => s.Skill).Select(g => g.MaxBy(s => s.Level)!)]);
    }

    /// <summary>By how many levels required skills have fallen for work that has waited.</summary>
    /// <param name="waited">How long it has waited.</param>
    /// <returns>The levels.</returns>
    public int RelaxationAfter(Duration waited) => RelaxEvery is not { } every || waited < every ? 0
        : (int)Math.Min(SkillLevel.MaxLevel, Math.Floor(waited.TotalSeconds / every.TotalSeconds));

    private void Take(QueueSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var strategy = Guard.Line(settings.Strategy, QueueSettings.MaxStrategyLength);
        var skills = string.Join(';', SkillLevel.Ordered(settings.Skills, WorkDemand.MaxSkills, nameof(settings)));
        var criteria = settings.Criteria?.ToJson();
        if (skills.Length > WorkDemand.MaxLength || criteria?.Length > QueueSettings.MaxCriteriaLength)
        {
            throw new ArgumentException("The skills or the criteria are too long.", nameof(settings));
        }

        if (settings.RelaxTo is < 0 or > SkillLevel.MaxLevel || settings.ReservationTime < s_second || settings.ReservationTime > s_year || settings.RelaxEvery < s_second
            || settings.RelaxEvery > s_year || IsOutside(settings.AnswerWithin) || IsOutside(settings.ShortAbandon) || IsOutside(settings.RepeatWindow))
        {
            throw new ArgumentOutOfRangeException(nameof(settings), "A time is from a second, where it repeats or runs out, or else from zero, to a year; levels fall to 0 to 10.");
        }

        Reach = Guard.Defined(settings.Reach);
        (Strategy, SkillText, Criteria, Position) = (strategy, skills, criteria, settings.Position);
        (ReservationTime, RelaxEvery, RelaxTo) = (settings.ReservationTime, settings.RelaxEvery, settings.RelaxTo);
        (AnswerWithin, ShortAbandon, RepeatWindow) = (settings.AnswerWithin, settings.ShortAbandon, settings.RepeatWindow);
    }

    private static readonly Duration s_second = Duration.FromSeconds(1);
    private static readonly Duration s_year = Duration.FromDays(366);

    private static bool IsOutside(Duration time) => time < Duration.Zero || time > s_year;
}
