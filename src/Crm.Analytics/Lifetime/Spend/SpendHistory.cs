using System.Globalization;
using System.Runtime.InteropServices;

namespace Crm.Analytics.Lifetime;

/// <summary>All that a spend model needs of a customer: how many repeat purchases there were, and their mean value.</summary>
/// <param name="Frequency">Repeat purchases x.</param>
/// <param name="Spend">Mean value of the repeat purchases, z̄; the first purchase is left out.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SpendHistory(int Frequency, double Spend)
{
    internal void Check(string name)
    {
        if (Frequency < 0 || !double.IsFinite(Spend))
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"({Frequency}, {Spend}) is no spend history: a frequency is not negative, a mean is finite."), name);
    }

    /// <summary>Whether a spend model can learn from it: at least one repeat purchase, worth more than nothing.</summary>
    internal bool IsInformative => Frequency > 0 && Spend > 0;
}
