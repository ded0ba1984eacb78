using NodaTime;

namespace Crm.Domain.Service;

/// <summary>
/// How many agents a load needs, and what a number of agents achieves: A. K. Erlang's formulas for arrivals at random, handling
/// times that are exponentially distributed, and callers who wait as long as it takes. Pure functions.
/// </summary>
/// <remarks>
/// Erlang, "Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges" (1917).
/// Time and memory do not grow with the traffic but with its square root, so that 100,000,000 Erlangs are no trouble.
/// </remarks>
public static class Staffing
{
    // Below this a term no longer changes a sum of doubles.
    private const double Negligible = 1e-18;

    // Quotients such as 8.5 ÷ 0.85 come out a last digit too high, and must not cost an agent.
    private const double Rounding = 1e-9;

    /// <summary>Erlang B: the share of contacts that are turned away where nobody can wait.</summary>
    /// <param name="trafficErlangs">The traffic, from 0 to <see cref="CallLoad.MaxTraffic"/>.</param>
    /// <param name="lines">Lines or agents; zero or more.</param>
    /// <returns>The share, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static double ErlangB(double trafficErlangs, int lines)
    {
        if (trafficErlangs is not (>= 0 and <= CallLoad.MaxTraffic))
        {
            throw new ArgumentOutOfRangeException(nameof(trafficErlangs), $"Traffic is from 0 to {CallLoad.MaxTraffic:0} Erlangs.");
        }

        ArgumentOutOfRangeException.ThrowIfNegative(lines);

        // 1/B = Σ n(n−1)…(n−k+1)/Aᵏ: the recursion B(n) = A·B(n−1)/(n + A·B(n−1)) written out from its end. All terms are
        // positive; they grow while n−k+1 exceeds the traffic and then fall faster and faster.
        double sum = 1, term = 1;
        for (var left = lines; left > 0 && !double.IsInfinity(sum); left--)
        {
            term *= left / trafficErlangs;
            sum += term;
            if (left < trafficErlangs && term < sum * Negligible)
            {
                break;
            }
        }

        return 1 / sum;
    }

    /// <summary>What a number of agents achieves (Erlang C).</summary>
    /// <param name="load">The load.</param>
    /// <param name="agents">Agents that answer; one or more.</param>
    /// <param name="answerWithin">The time of the service level; zero or longer.</param>
    /// <param name="shrinkage">Share of paid time in which agents are not there; at least 0, below 1.</param>
    /// <returns>The figures. Where the traffic is not below the agents they say so: everybody waits, ever longer.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static StaffingFigures ErlangC(CallLoad load, int agents, Duration answerWithin, double shrinkage = 0)
    {
        ArgumentNullException.ThrowIfNull(load);
        if (agents < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(agents), "At least one agent answers.");
        }

        if (answerWithin < Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(answerWithin), "The time to answer in is zero or longer.");
        }

        var traffic = load.TrafficErlangs;
        var positions = Positions(agents, Share(shrinkage, nameof(shrinkage)));
        var blocked = ErlangB(traffic, agents);
        var spare = agents - traffic;
        if (spare <= 0)
        {
            return new()
            {
                TrafficErlangs = traffic, Agents = agents, Positions = positions, IsStable = false, ErlangB = blocked,
                ProbabilityOfWait = 1, ServiceLevel = 0, AsaSeconds = null, MeanWaitOfThoseWhoWaitSeconds = null, Occupancy = 1,
            };
        }

        var waits = agents * blocked / (agents - (traffic * (1 - blocked)));
        var handling = load.HandlingTime.TotalSeconds;
        return new()
        {
            TrafficErlangs = traffic,
            Agents = agents,
            Positions = positions,
            IsStable = true,
            ErlangB = blocked,
            ProbabilityOfWait = waits,
            ServiceLevel = 1 - (waits * Math.Exp(-spare * answerWithin.TotalSeconds / handling)),
            AsaSeconds = waits * handling / spare,
            MeanWaitOfThoseWhoWaitSeconds = handling / spare,
            Occupancy = traffic / agents,
        };
    }

    /// <summary>The fewest agents that reach a target.</summary>
    /// <param name="load">The load.</param>
    /// <param name="target">The target.</param>
    /// <returns>What that number of agents achieves; at least one agent, even where nobody calls.</returns>
    public static StaffingFigures Required(CallLoad load, StaffingTarget target)
    {
        ArgumentNullException.ThrowIfNull(load);
        ArgumentNullException.ThrowIfNull(target);
        var traffic = load.TrafficErlangs;
        var few = Math.Max(Math.Max(1, (int)Math.Floor(traffic) + 1), (int)Math.Ceiling((traffic / target.MaxOccupancy) - Rounding));

        // The service level rises with every agent: reach over the target in growing steps, then halve what lies between.
        var (enough, step) = (few, 1);
        while (Level(enough) < target.ServiceLevel)
        {
            (few, enough, step) = (enough + 1, enough + step, step * 2);
        }

        while (few < enough)
        {
            var middle = few + ((enough - few) / 2);
            (few, enough) = Level(middle) < target.ServiceLevel ? (middle + 1, enough) : (few, middle);
        }

        return ErlangC(load, enough, target.AnswerWithin, target.Shrinkage);

        double Level(int agents) => ErlangC(load, agents, target.AnswerWithin).ServiceLevel;
    }

    internal static double Share(double value, string name) =>
        value is >= 0 and < 1 ? value : throw new ArgumentOutOfRangeException(name, "Shrinkage is at least 0 and below 1.");

    private static long Positions(int agents, double shrinkage)
    {
        var positions = agents / (1 - shrinkage);
        return positions < 1e15
            ? (long)Math.Ceiling(positions * (1 - Rounding))
            : throw new ArgumentOutOfRangeException(nameof(shrinkage), "So much shrinkage leaves nobody to answer.");
    }
}
