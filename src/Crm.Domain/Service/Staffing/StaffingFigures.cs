namespace Crm.Domain.Service;

/// <summary>What a number of agents achieves under a load, by the Erlang C formula.</summary>
public sealed record StaffingFigures
{
    /// <summary>The traffic, in Erlangs.</summary>
    public required double TrafficErlangs { get; init; }

    /// <summary>Agents that answer.</summary>
    public required int Agents { get; init; }

    /// <summary>People to employ for that: agents ÷ (1 − shrinkage), rounded up.</summary>
    public required long Positions { get; init; }

    /// <summary>Whether the agents can do the work at all. Where they cannot, contacts wait ever longer: there is no steady state.</summary>
    public required bool IsStable { get; init; }

    /// <summary>Share of contacts that would be turned away if nobody could wait (Erlang B).</summary>
    public required double ErlangB { get; init; }

    /// <summary>Share of contacts that wait (Erlang C); 1 where the load is not stable.</summary>
    public required double ProbabilityOfWait { get; init; }

    /// <summary>Share of contacts that are answered at once.</summary>
    public double ImmediateAnswer => 1 - ProbabilityOfWait;

    /// <summary>Share of contacts that are answered in the asked time; 0 where the load is not stable.</summary>
    public required double ServiceLevel { get; init; }

    /// <summary>Average speed of answer in seconds, over all contacts; null where the load is not stable, since it grows without end.</summary>
    public required double? AsaSeconds { get; init; }

    /// <summary>Average wait in seconds of those who wait; null where the load is not stable.</summary>
    public required double? MeanWaitOfThoseWhoWaitSeconds { get; init; }

    /// <summary>Share of their time that agents are busy; 1 where the load is not stable.</summary>
    public required double Occupancy { get; init; }
}
