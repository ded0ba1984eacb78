namespace Crm.Domain.Primitives;

/// <summary>Equality of lists whose order and repetitions mean nothing.</summary>
internal static class Unordered
{
    public static bool Equal<T>(IReadOnlyCollection<T> left, IReadOnlyCollection<T> right) =>
        ReferenceEquals(left, right) || left.ToHashSet().SetEquals(right);

    public static int Hash<T>(IReadOnlyCollection<T> items) => items.Distinct().Aggregate(0, (sum, item) => unchecked(sum + (item?.GetHashCode() ?? 0)));
}
