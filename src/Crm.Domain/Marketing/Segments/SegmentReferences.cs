using Crm.Domain.Criteria;

namespace Crm.Domain.Marketing;

/// <summary>Which segments criteria name, and in which order segments are found that build on each other.</summary>
public static class SegmentReferences
{
    /// <summary>The segments that criteria name in the field <c>segments.key</c>.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <returns>Their keys, each once.</returns>
    public static IReadOnlySet<string> Of(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return criterion.Conditions().Where(c => c.Field == SegmentFields.Key)
            .SelectMany(c => c.Value is string one ? [one] : (c.Value as System.Collections.IEnumerable)?.OfType<string>() ?? []).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Orders segments so that each comes after those that it names.</summary>
    /// <param name="named">Key to the keys that the segment names; those that are not keys here stand for static lists.</param>
    /// <returns>The order, by key where it does not matter; and those that name themselves, directly or over others.</returns>
    public static (IReadOnlyList<string> Order, IReadOnlyList<string> Circular) Order(IReadOnlyDictionary<string, IReadOnlySet<string>> named)
    {
        ArgumentNullException.ThrowIfNull(named);
        var (order, left) = (new List<string>(), named.Keys.Order(StringComparer.Ordinal).ToList());
        while (left.FindAll(key => !named[key].Any(left.Contains)) is { Count: > 0 } next)
        {
            order.AddRange(next);
            left.RemoveAll(next.Contains);
        }

        return (order, left);
    }
}
