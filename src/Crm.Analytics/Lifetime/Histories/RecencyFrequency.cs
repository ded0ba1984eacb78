using System.Globalization;
using System.Runtime.InteropServices;

namespace Crm.Analytics.Lifetime;

/// <summary>All that a buy-till-you-die model needs of a customer's history: (x, t_x, T).</summary>
/// <param name="Frequency">Repeat purchases x.</param>
/// <param name="Recency">Time from the first to the last purchase, t_x; zero without a repeat.</param>
/// <param name="Age">Time from the first purchase to the end of observation, T.</param>
/// <remarks>Durations are in the time unit of the model they are given to.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RecencyFrequency(int Frequency, double Recency, double Age) : IComparable<RecencyFrequency>
{
    /// <summary>Orders by frequency, then recency, then age.</summary>
    public int CompareTo(RecencyFrequency other)
    {
        var order = Frequency.CompareTo(other.Frequency);
        if (order == 0) order = Recency.CompareTo(other.Recency);
        return order != 0 ? order : Age.CompareTo(other.Age);
    }

    internal void Check(string name)
    {
        var possible = Frequency >= 0 && double.IsFinite(Age) && Recency >= 0 && Recency <= Age && (Frequency > 0 || Recency == 0);
        if (!possible)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"({Frequency}, {Recency}, {Age}) is no purchase history: 0 ≤ recency ≤ age, and recency is zero without a repeat."),
                name);
    }
}
