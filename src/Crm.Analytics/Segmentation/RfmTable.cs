using Crm.Analytics.Purchases;
using NodaTime;

namespace Crm.Analytics.Segmentation;

/// <summary>Recency, frequency and monetary scores of every customer, in arrays aligned with the log's customers.</summary>
/// <remarks>Immutable. Frequency is the number of orders and revenue the total, both as the summaries count them.</remarks>
public sealed class RfmTable
{
    private readonly int[] _recencyDays;
    private readonly CustomerSummaries _summaries;
    private readonly RfmScore[] _scores;

    internal RfmTable(CustomerSummaries summaries, int[] recencyDays, RfmScore[] scores, RfmSegmentMap? map, RfmOptions options)
    {
        (_summaries, _recencyDays, _scores, SegmentMap, Options) = (summaries, recencyDays, scores, map, options);
        var cells = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var score in scores)
        {
            if (score.IsScored) cells[score.Cell] = cells.GetValueOrDefault(score.Cell) + 1;
        }

        Cells = cells;
        Scored = cells.Values.Sum();
        Segments = CountSegments();
    }

    /// <summary>The keys of the customers, ascending.</summary>
    public PurchaseKeys Customers => _summaries.Customers;

    /// <summary>How many customers were scored.</summary>
    public int Scored { get; }

    /// <summary>How many were not, because they have no purchase.</summary>
    public int Unscored => Customers.Count - Scored;

    /// <summary>The day that recency counts to; null for an empty log.</summary>
    public LocalDate? AsOf => _summaries.AsOf;

    /// <summary>How customers were scored.</summary>
    public RfmOptions Options { get; }

    /// <summary>The segments in use; null when there are none.</summary>
    public RfmSegmentMap? SegmentMap { get; }

    /// <summary>Whole days from the last purchase to the day observed; −1 for a customer who was not scored.</summary>
    public ReadOnlySpan<int> RecencyDays => _recencyDays;

    /// <summary>Numbers of orders.</summary>
    public ReadOnlySpan<int> Orders => _summaries.Orders;

    /// <summary>Revenues in counts of 1/10,000.</summary>
    public ReadOnlySpan<long> Revenues => _summaries.Totals;

    /// <summary>The scores.</summary>
    public ReadOnlySpan<RfmScore> Scores => _scores;

    /// <summary>How many customers each cell holds; empty cells are not listed. Ascending.</summary>
    public IReadOnlyDictionary<string, int> Cells { get; }

    /// <summary>How many customers each segment holds, in the order of the map; empty without segments.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Segments { get; }

    /// <summary>The segment of a customer; null when the customer was not scored or there are no segments.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public string? SegmentOf(int customer) => _scores[customer].IsScored ? SegmentMap?.NameOf(_scores[customer]) : null;

    private List<KeyValuePair<string, int>> CountSegments()
    {
        if (SegmentMap is null) return [];
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (cell, customers) in Cells)
        {
            var name = SegmentMap.NameOf(new RfmScore((byte)(cell[0] - '0'), (byte)(cell[1] - '0'), (byte)(cell[2] - '0')));
            counts[name] = counts.GetValueOrDefault(name) + customers;
        }

        var names = SegmentMap.Segments.Select(segment => segment.Name).Append(SegmentMap.Otherwise).Distinct(StringComparer.Ordinal);
        return [.. names.Where(name => counts.ContainsKey(name) || name != SegmentMap.Otherwise)
            .Select(name => KeyValuePair.Create(name, counts.GetValueOrDefault(name)))];
    }
}
