using Crm.Domain.Marketing;

namespace Crm.Persistence.EfCore.Marketing;

internal static class LastingStays
{
    // As a parameter: SQLite seeks no index by a column that stands for itself.
    private static readonly bool? s_yes = true;

    /// <summary>The stays that last.</summary>
    public static IQueryable<SegmentMembership> Lasting(this IQueryable<SegmentMembership> stays)
    {
        var yes = s_yes;
        return stays.Where(m => m.IsCurrent == yes);
    }
}
