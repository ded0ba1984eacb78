using System.Runtime.InteropServices;
using Crm.Domain.Customers;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Customers;

/// <summary>Found pairs against true pairs.</summary>
/// <param name="Auto">Of the pairs that can be merged without a person looking.</param>
/// <param name="All">Of these and the pairs for review together.</param>
/// <param name="TruePairs">How many pairs are true.</param>
internal sealed record DuplicateEvaluation(DuplicateEvaluation.Figures Auto, DuplicateEvaluation.Figures All, long TruePairs)
{
    /// <summary>By the column of the true customer.</summary>
    public static DuplicateEvaluation Of(IReadOnlyList<DuplicateMatch> pairs, DuplicateFile left, DuplicateFile? right)
    {
        var others = (right ?? left).Customers;
        if (left.Customers.TrueForAll(c => c is null))
        {
            throw CommandFailure.Input("TruthMissing", "No row says which customer it is of.", left.Source);
        }

        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var customer in others.OfType<string>())
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, customer, out _)++;
        }

        var total = right is null
            ? counts.Values.Sum(n => n * (n - 1) / 2)
            : left.Customers.OfType<string>().Sum(c => counts.GetValueOrDefault(c));
        return Of(pairs, p => left.Customers[p.Left] is { } customer && customer == others[p.Right], total);
    }

    /// <summary>By a file of true pairs: the id of the left and that of the right record.</summary>
    public static DuplicateEvaluation Of(IReadOnlyList<DuplicateMatch> pairs, DuplicateFile left, DuplicateFile? right, TextSource truth)
    {
        var (lefts, rights) = (ById(left), ById(right ?? left));
        var known = new HashSet<(int, int)>();
        var (total, isKnown) = (0L, false);
        DelimitedText.ReadPairs(truth, (one, other) =>
        {
            var (a, b) = (lefts[one].ToList(), rights[other].ToList());
            isKnown |= a.Count > 0 && b.Count > 0;
            if (a.Count == 0 || b.Count == 0)
            {
                total++;
                return;
            }

            foreach (var pair in a.SelectMany(x => b.Select(y => right is null && y < x ? (y, x) : (x, y))).Where(p => right is not null || p.Item1 != p.Item2))
            {
                total += known.Add(pair) ? 1 : 0;
            }
        });
        return isKnown || total == 0
            ? Of(pairs, p => known.Contains((p.Left, p.Right)), total)
            : throw CommandFailure.Input("TruthMissing", "None of these ids is in the files of records.", truth.Name);
    }

    private static DuplicateEvaluation Of(IReadOnlyList<DuplicateMatch> pairs, Func<DuplicateMatch, bool> isTrue, long total) =>
        new(Figures.Of([.. pairs.Where(p => p.Tier == DuplicateTiers.Auto)], isTrue, total), Figures.Of(pairs, isTrue, total), total);

    private static ILookup<string, int> ById(DuplicateFile file) => Enumerable.Range(0, file.Records.Count).ToLookup(i => file.Records[i].Id!, StringComparer.Ordinal);

    /// <summary>Precision is 1 where nothing was found; other ratios of nothing are null.</summary>
    internal sealed record Figures(double Precision, double? Recall, double? F1)
    {
        public static Figures Of(IReadOnlyList<DuplicateMatch> pairs, Func<DuplicateMatch, bool> isTrue, long total)
        {
            double right = pairs.Count(isTrue);
            return new Figures(
                pairs.Count == 0 ? 1 : right / pairs.Count,
                total == 0 ? null : right / total,
                total + pairs.Count == 0 ? null : 2 * right / (total + pairs.Count));
        }
    }
}
