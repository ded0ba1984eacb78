namespace Crm.Analytics.Survival;

/// <summary>The distinct durations of a sample, with how many ended at each and how many were at risk of it.</summary>
internal sealed class RiskTable
{
    public RiskTable(SurvivalSample sample)
    {
        var (times, events, censored, atRisk) = (new List<double>(), new List<int>(), new List<int>(), new List<int>());
        for (var i = 0; i < sample.Count;)
        {
            var time = sample.Durations[sample.Order[i]];
            atRisk.Add(sample.Count - i);
            var (ended, lost) = (0, 0);
            for (; i < sample.Count && sample.Durations[sample.Order[i]] == time; i++)
            {
                if (sample.Observed[sample.Order[i]]) ended++;
                else lost++;
            }

            times.Add(time);
            events.Add(ended);
            censored.Add(lost);
        }

        (Times, Events, Censored, AtRisk) = ([.. times], [.. events], [.. censored], [.. atRisk]);
    }

    public double[] Times { get; }

    public int[] Events { get; }

    public int[] Censored { get; }

    public int[] AtRisk { get; }

    /// <summary>The last index whose time is not after the given one, or −1.</summary>
    public int IndexAt(double time)
    {
        if (double.IsNaN(time)) throw new ArgumentOutOfRangeException(nameof(time), time, "Not a time.");
        var found = Array.BinarySearch(Times, time);
        return found >= 0 ? found : ~found - 1;
    }
}
