using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What an account says at an instant, reckoned from its entries alone.</summary>
/// <param name="Total">What was granted and topped up.</param>
/// <param name="Used">What was used and not given back.</param>
/// <param name="AsOf">The instant.</param>
public sealed record EntitlementBalance(decimal Total, decimal Used, Instant AsOf)
{
    /// <summary>What is left; not below zero.</summary>
    public decimal Remaining => Math.Max(0, Total - Used);

    /// <summary>What was used beyond the total.</summary>
    public decimal Excess => Math.Max(0, Used - Total);

    /// <summary>Replays the entries of an account.</summary>
    /// <param name="entries">The entries, in any order.</param>
    /// <param name="asOf">Only those until then count.</param>
    /// <returns>The balance.</returns>
    public static EntitlementBalance Of(IEnumerable<EntitlementEntry> entries, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var (total, used) = (0m, 0m);
        foreach (var entry in entries.Where(e => e.At <= asOf))
        {
            total += entry.Kind is EntitlementEntryKind.Granted or EntitlementEntryKind.ToppedUp ? entry.Amount : 0;
            used += entry.Kind switch { EntitlementEntryKind.Used => entry.Amount, EntitlementEntryKind.GivenBack => -entry.Amount, _ => 0 };
        }

        return new(total, used, asOf);
    }
}
