namespace Crm.Samples.Console.Analysis;

/// <summary>Which customers a list holds: all in the order of their keys, or the best N first.</summary>
internal static class Listing
{
    private const int RowsForPeople = 10;

    public static IEnumerable<int> Of<T>(int count, int? top, Func<int, T> rank) =>
        top is { } n ? Enumerable.Range(0, count).OrderByDescending(rank).ThenBy(i => i).Take(n) : Enumerable.Range(0, count);

    public static IEnumerable<int> ForPeople<T>(int count, int? top, Func<int, T> rank) => Of(count, top ?? RowsForPeople, rank);
}
